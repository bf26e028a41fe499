import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import { ROOT } from '../../../../../scripts/lib/paths.mjs'
import { keepStorage, watch } from './privacy/phones.mjs'

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
/** Long, because the machine may be busy with other things; what happens at once is seen at once. */
const WAIT_MS = 60_000
const SHOTS = path.join(ROOT, '.data/screenshots')

export const PHONE = { width: 375, height: 667 }
export const DESK = { width: 1280, height: 800 }

/**
 * A Chinese device: its language decides which font stands for `sans-serif`, and so how wide digits are. It is told to the
 * fonts alone: where the machine has no such locale, a browser under it cannot save a file under a Chinese name.
 */
const CHINESE = { FC_LANG: 'zh-cn', LC_ALL: 'C.UTF-8' }

export const openBrowser = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ARGS,
    env: { ...process.env, ...CHINESE },
  })

/**
 * A person with a device of his own: storage, cookies and network are nobody else's. Errors of the page are kept and fail
 * the test that asks for them. `still`: the device was told not to move things. `offline`: its browser keeps the whole app
 * for when there is no network, which takes it as long as signing in; for stories in which a signal is lost.
 */
export async function newPerson(
  browser,
  base,
  { size = PHONE, textSize = 1, still = false, offline = false } = {},
) {
  const context = await browser.newContext({
    viewport: size,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: size.width < 900,
    acceptDownloads: true,
    ...(still && { reducedMotion: 'reduce' }),
    ...(!offline && { serviceWorkers: 'block' }),
  })
  await context.addInitScript((chosen) => {
    localStorage.setItem('dfv:text-size', String(chosen))
    window.__taps = 0
    addEventListener('click', (event) => event.isTrusted && window.__taps++, true)
  }, textSize)
  watch(context)
  const errors = []
  const open = async () => {
    const page = await context.newPage()
    page.setDefaultTimeout(WAIT_MS)
    page.on('pageerror', (error) => errors.push(error.message))
    return page
  }
  const page = await open()
  return {
    context,
    errors,
    page,
    base,
    /** The same device after the app was killed. */
    async reopen(url) {
      await this.page.close()
      this.page = await open()
      await this.page.goto(base + url)
    },
    goTo(url) {
      return this.page.goto(base + url)
    },
    taps() {
      return this.page.evaluate(() => window.__taps)
    },
    async close() {
      await keepStorage(context)
      await context.close()
    },
  }
}

/** Chooses somebody in the picker of the demonstration. */
export async function signIn(person, words) {
  await person.goTo('/#/packages-account/sign-in/index')
  await person.page.locator('.dfv-demo-account', { hasText: words }).first().click()
  await person.page.waitForURL(/pages\/home/)
  // The address changes before the page does.
  await person.page.locator('.dfv-demo-account').first().waitFor({ state: 'detached' })
  await person.page.locator('.dfv-page:visible').first().waitFor()
}

/**
 * Taps until the tap has had its effect. A second tap on the same button within 800 ms counts as a shaking hand and is
 * dropped by the app, so one that comes right after another has to be made again.
 */
export async function tap(button, effect) {
  for (const patience of [...SHAKING_HAND, WAIT_MS]) {
    // A button that has done its work may be gone already.
    await button.click({ timeout: 2_000 }).catch(() => {})
    if (await appears(effect, patience)) return
  }
  throw new Error(`the tap on ${button} had no effect: ${effect} did not appear`)
}
/** Requests to these addresses wait until released, as on a slow network. `asked` is settled once the first waits. */
export async function holdBack(page, addresses) {
  const released = gate()
  const asked = gate()
  await page.route(addresses, async (route) => {
    asked.open()
    await released.opened
    await route.continue()
  })
  return { asked: asked.opened, release: released.open }
}

function gate() {
  let open
  const opened = new Promise((resolve) => {
    open = resolve
  })
  return { opened, open }
}

/** Taps a button that asks for files, and chooses these. */
export async function giveFiles(button, files) {
  const asked = new Promise((resolve) => button.page().once('filechooser', resolve))
  const opens = {
    waitFor: ({ timeout }) =>
      Promise.race([asked, after(timeout, null, { ref: false }).then(() => Promise.reject())]),
  }
  await tap(button, opens)
  const chooser = await asked
  await chooser.setFiles(files)
}

/**
 * How long to wait after each tap: one that may have come too soon, then one that has not. Longer than a busy machine takes to
 * open a page, which would be opened twice otherwise.
 */
const SHAKING_HAND = [3_000]

const appears = (locator, timeout) =>
  locator.waitFor({ timeout }).then(
    () => true,
    () => false,
  )

/** A picture to look at, when asked for with SHOTS=1; those of the README are copied from there. */
export async function picture(page, name) {
  if (process.env.SHOTS !== '1') return
  mkdirSync(SHOTS, { recursive: true })
  await settled(page)
  await page.screenshot({ path: path.join(SHOTS, `${name}.png`), animations: 'disabled' })
}

/** Nothing is loading any more, no page is still sliding in, and nothing moves. */
export async function settled(page) {
  await page.waitForFunction(() => {
    const shown = [...document.querySelectorAll('.dfv-page')].filter((one) => one.offsetParent !== null)
    // On a wide window the rail stands to the left of the page.
    const isStill = (one) => innerWidth >= 960 || Math.abs(one.getBoundingClientRect().left) < 1
    return shown.length > 0 && shown.every((one) => isStill(one) && !one.querySelector('.dfv-skeleton'))
  })
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))),
  )
}

/** What the server answers to a sign-in that is no longer fresh. */
export const TOO_LONG_AGO = {
  status: 403,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    title: '为了确认是您本人，请重新登录一次再试。',
    status: 403,
    code: 'RECHECK_REQUIRED',
    instance: 'test',
  }),
}
