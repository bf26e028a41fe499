import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PHONE, settled } from './browser.mjs'
import { faultsOf } from './page-faults.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const NARROW = { ...PHONE, width: 320 }
const SIZES = [1, 2, 3, 4]
/** Contrast and targets are judged hardest at the smallest, overlaps at the largest: what holds in both holds between. */
const SIZES_FOR_AXE = [1, 4]
/** In the two large sizes main targets are larger than a fingertip. */
const mainTarget = (size) => (size >= 3 ? 60 : 44)

/**
 * What is wrong with the page on screen, in all four text sizes and on a usual and a narrow phone: a list of sentences. The
 * size is a class on the page's root, so that a page one cannot come back to can be looked at. Axe looks at the two ends.
 * The width changes as seldom as it can, since everything is drawn anew for it.
 */
export async function inspectInAllSizes(page, where) {
  const before = await page.evaluate(() => Number(localStorage.getItem('dfv:text-size')))
  const faults = []
  const note = (size, found) => faults.push(...found.map((fault) => `${where}, text size ${size}: ${fault}`))
  for (const screen of [PHONE, NARROW]) {
    await page.setViewportSize(screen)
    for (const size of SIZES) {
      await setSize(page, size)
      await settled(page)
      note(size, await layoutFaults(page, size))
      if (screen === PHONE && SIZES_FOR_AXE.includes(size)) note(size, await axeFindings(page))
    }
  }
  await page.setViewportSize(PHONE)
  await setSize(page, before)
  return faults
}

const setSize = (page, size) =>
  page.evaluate((now) => {
    for (const root of document.querySelectorAll('.t-1, .t-2, .t-3, .t-4'))
      root.className = root.className.replace(/\bt-[1-4]\b/, `t-${now}`)
  }, size)

async function layoutFaults(page, size) {
  const faults = await page.evaluate(faultsOf, mainTarget(size))
  return faults.map((fault) => `${page.viewportSize().width}px ${fault}`)
}

/** What a reader for the blind, or weak eyes, could not use: serious and critical findings. */
export async function axeFindings(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `axe ${id} ${nodes[0]?.html.slice(0, 160)} (${nodes.length})`)
  })
}
