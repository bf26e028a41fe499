import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { type Assessment, assessYear } from './assessment/assessment.ts'
import type { Scorecard } from './scorecard.ts'
import { assess, RULES_VERSION } from './standards/assess.ts'
import { changeTexts, itemChangeText } from './text/what-if-text.ts'
import { itemChanges, scorecardChanges } from './what-if/scorecard-changes.ts'
import { readSnapshot } from './what-if/snapshot.ts'

const FROZEN = join(__dirname, '../frozen')
const read = (file: string): unknown => JSON.parse(readFileSync(join(FROZEN, file), 'utf8'))
const accepted = read('accepted.json') as Record<string, string[]>
const names = readdirSync(FROZEN)
  .filter((file) => file.endsWith('.snapshot.json'))
  .map((file) => file.replace('.snapshot.json', ''))

function snapshotOf(name: string) {
  const found = readSnapshot(read(`${name}.snapshot.json`))
  if (!found.ok) throw new Error(JSON.stringify(found.issues))
  return found.snapshot
}

/** What the rules say today otherwise than on the day of freezing, by clause. */
function differencesOf(name: string): string[] {
  const { ledger, counts, ...options } = snapshotOf(name)
  const scorecard = read(`${name}.scorecard.json`) as Scorecard
  const points = read(`${name}.points.json`) as Assessment
  return [
    ...changeTexts(scorecardChanges(scorecard, assess(ledger, options))),
    ...itemChanges(points, assessYear(ledger, { ...options, ...counts })).map(itemChangeText),
  ]
}

describe('存下的评分,用现在的规则复算', () => {
  it('有存下的评分', () => {
    expect(names).toEqual(expect.arrayContaining(['usual', 'none-found', 'unreadable-record']))
    expect(names).toEqual(expect.arrayContaining(Object.keys(accepted)))
  })

  it.each(names)('%s:不一致的,逐条列出,每一条都是认可过的', (name) => {
    expect(differencesOf(name)).toEqual(accepted[name] ?? [])
  })

  it.each(names)('%s:规则改了结论,版本号就要变', (name) => {
    const { rulesVersion } = snapshotOf(name)
    if (differencesOf(name).length > 0) expect(RULES_VERSION).not.toBe(rulesVersion)
    else expect((read(`${name}.scorecard.json`) as Scorecard).rulesVersion).toBe(rulesVersion)
  })

  it('列得出不一致的条款', () => {
    const scorecard = read('usual.scorecard.json') as Scorecard
    const changed = {
      ...scorecard,
      parts: scorecard.parts.map((part) => (part.id === 'S7' ? { ...part, numerator: 0 } : part)),
    }
    expect(changeTexts(scorecardChanges(scorecard, changed))).toEqual([
      expect.stringMatching(/^宣传活动：.+ → .+\(三\(二\)7\)$/),
    ])
  })
})
