import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { PHONE, settled } from './browser.mjs'
import { faultsOf } from './page-faults.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WIDTHS = [375, 320]
const SIZES = [1, 2, 3, 4]
/** Contrast and targets are judged hardest at the smallest, overlaps at the largest: what holds in both holds between. */
const SIZES_FOR_AXE = [1, 4]
/** In the two large sizes main targets are larger than a fingertip. */
const mainTarget = (size) => (size >= 3 ? 60 : 44)

/** What is wrong with the page on screen in the text size it has: `{ axe, layout }`, lists of sentences. */
export async function inspect(page, size, { withAxe = true } = {}) {
  await settled(page)
  const layout = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ ...PHONE, width })
    const faults = await page.evaluate(faultsOf, mainTarget(size))
    layout.push(...faults.map((fault) => `${width}px ${fault}`))
  }
  await page.setViewportSize(PHONE)
  return { layout, axe: withAxe ? await axeFindings(page) : [] }
}

/** The same in all four text sizes, for a page one cannot come back to: the size is a class on the page's root. Axe looks at the two ends. */
export async function inspectInAllSizes(page, where) {
  const setSize = (size) =>
    page.evaluate((now) => {
      for (const root of document.querySelectorAll('.t-1, .t-2, .t-3, .t-4'))
        root.className = root.className.replace(/\bt-[1-4]\b/, `t-${now}`)
    }, size)
  const before = await page.evaluate(() => Number(localStorage.getItem('dfv:text-size')))
  const faults = []
  for (const size of SIZES) {
    await setSize(size)
    const { axe: findings, layout } = await inspect(page, size, { withAxe: SIZES_FOR_AXE.includes(size) })
    faults.push(...[...findings, ...layout].map((fault) => `${where}, text size ${size}: ${fault}`))
  }
  await setSize(before)
  return faults
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
