// How long a cheap phone on a slow network waits for the first screen of the browser app: a device that was never here, and
// the same device when it comes back.
import { parseArgs } from 'node:util'
import { calibrate, median, say, sayCalibration } from '../../../server/bench/lib/measure.mjs'
import { openBrowser, PHONE } from '../../test/h5/support/browser.mjs'
import { startTown } from '../../test/h5/support/start-town.mjs'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } })
/** Lighthouse's "slow 4G" as it is felt on the wire: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 }
/** The same network as the browser's own tools imitate it: every request waits 3.75 times as long. */
const SLOW_4G_PER_REQUEST = {
  ...SLOW_4G,
  latency: 562.5,
  downloadThroughput: 1.44e6 / 8,
  uploadThroughput: 675e3 / 8,
}
const CPU_SLOW_DOWN = 4
const BAR_S = 2.5
/** What a screen is waiting for: the title alone does not tell anybody anything. */
const SCREENS = {
  "everybody's home": { url: '/', shown: '.dfv-page:visible .dfv-card' },
  'a quiz to begin': { url: '/#/packages-quiz/start/index', shown: '.dfv-page:visible .dfv-option' },
}

const town = await startTown({ name: 'dfv_bench_h5' })
const browser = await openBrowser()
try {
  for (const [what, screen] of Object.entries(SCREENS))
    for (const [name, network] of Object.entries({
      'slow 4G': SLOW_4G,
      'slow 4G, each request delayed': SLOW_4G_PER_REQUEST,
    })) {
      const first = []
      const again = []
      const calibration = []
      let kilobytes = 0
      let requests = 0
      for (let round = 0; round < Number(values.rounds); round++) {
        calibration.push(calibrate())
        const context = await browser.newContext({ viewport: PHONE, isMobile: true, hasTouch: true })
        const visit = await see(context, screen, network)
        first.push(visit.seconds)
        kilobytes = visit.bytes / 1000
        requests = visit.requests
        await visit.page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
        await visit.page.close()
        const back = await see(context, screen, network)
        again.push(back.seconds)
        await context.close()
      }
      say(
        `${what}, ${CPU_SLOW_DOWN}× slower processor, ${name}: ${median(first).toFixed(2)} s at first ` +
          `(${requests} requests, ${kilobytes.toFixed(0)} KB; bar ${BAR_S} s), ${median(again).toFixed(2)} s when one comes back`,
      )
      sayCalibration(calibration)
    }
} finally {
  await browser.close()
  await town.stop()
}

/** Opens a page as that device, and waits until the screen has its content. */
async function see(context, { url, shown }, network) {
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', network)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOW_DOWN })
  let bytes = 0
  let requests = 0
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
    requests += 1
  })
  const began = performance.now()
  await page.goto(town.address + url, { waitUntil: 'commit' })
  await page.locator(shown).first().waitFor()
  const seconds = (performance.now() - began) / 1000
  const counted = { bytes, requests }
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  return { page, seconds, ...counted }
}
