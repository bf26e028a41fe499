import { readFileSync } from 'node:fs'
import path from 'node:path'
import { POLICIES, policyAt } from '@dfv/rules'
import { SERVER } from '../../../../../scripts/lib/paths.mjs'
import { pause } from '../../../../../scripts/lib/processes.mjs'

const VILLAGE = '441581990201'

const BANK = new Map(
  JSON.parse(readFileSync(path.join(SERVER, 'src/cli/seed-data/quiz-bank.json'), 'utf8')).map((item) => [
    item.stem,
    item.answer.map((at) => item.options[at]),
  ]),
)

const first = (page) => page.locator('.dfv-paper .dfv-option').first().click()

/** For `answerTo`: chooses what is right. @param items of the paper */
export const rightOf = (items) => async (page, no) => {
  for (const words of BANK.get(items.find((item) => item.no === no).stem))
    await page.locator('.dfv-paper .dfv-options').getByText(words, { exact: true }).click()
}

/** Chooses something for each question up to the one named; 11 is the look back at the end. */
export async function answerTo(page, last, choose = first) {
  for (;;) {
    const head = page.locator('.dfv-paper__head')
    const now = Number(/第 (\d+) 题/.exec(await head.textContent())[1])
    if (now === last) return
    await choose(page, now)
    const next =
      now === 10
        ? page.locator('.dfv-hand-in')
        : page.locator('.dfv-paper__head', { hasText: `第 ${now + 1} 题` })
    await turn(page.locator('.dfv-next'), next)
    if (now === 10) return
  }
}

/** Longer than a tap right after another is taken for a shaking hand. */
const SHAKING_HAND_MS = 1_200

/** Turns one page, never two: on a slow machine a second tap too early would leave out a question. */
async function turn(button, next) {
  for (const timeout of [SHAKING_HAND_MS, undefined]) {
    await button.click()
    const turned = await next.waitFor({ timeout }).then(
      () => true,
      () => false,
    )
    if (turned) return
  }
  throw new Error(`the page did not turn: ${next} did not appear`)
}

/** By the server's rule and from the server's time of issue. */
export async function untilReadable({ issuedAt }) {
  const today = issuedAt.slice(0, 10)
  const { quizMinSeconds } = policyAt(POLICIES, today, VILLAGE)
  const left = Date.parse(issuedAt) + quizMinSeconds * 1000 - Date.now()
  if (left > 0) await pause(left + 100)
}
