import { POLICIES, policyAt } from '@dfv/rules'
import { pause } from '../../../../../scripts/lib/processes.mjs'
import { tap } from './browser.mjs'

const VILLAGE = '441581990201'

/** Chooses something for each question up to the one named; 11 is the look back at the end. */
export async function answerTo(page, last) {
  for (;;) {
    const head = page.locator('.dfv-paper__head')
    const now = Number(/第 (\d+) 题/.exec(await head.textContent())[1])
    if (now === last) return
    await page.locator('.dfv-paper .dfv-option').first().click()
    const next =
      now === 10
        ? page.locator('.dfv-hand-in')
        : page.locator('.dfv-paper__head', { hasText: `第 ${now + 1} 题` })
    await tap(page.locator('.dfv-next'), next)
    if (now === 10) return
  }
}

/** By the server's rule and from the server's time of issue. */
export async function untilReadable({ issuedAt }) {
  const today = issuedAt.slice(0, 10)
  const { quizMinSeconds } = policyAt(POLICIES, today, VILLAGE)
  const left = Date.parse(issuedAt) + quizMinSeconds * 1000 - Date.now()
  if (left > 0) await pause(left + 100)
}
