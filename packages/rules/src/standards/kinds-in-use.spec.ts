import { describe, expect, it } from '@jest/globals'
import { obligations } from '../obligations/obligations.ts'
import { POLICIES, type Policies } from '../policy/policies.ts'
import { judgingAll, WHOLE_NOTICE_POLICIES } from '../policy/whole-notice.ts'
import { RECORD_KINDS } from '../records/record-kinds.ts'
import { PART_IDS, type PartId } from '../scorecard-ids.ts'
import { aLedger } from '../testing/builders.ts'
import { generateLedger } from '../testing/ledger-generator.ts'
import { obligations as wholeObligations, assess as wholeScorecard } from '../testing/whole.ts'
import { assess } from './assess.ts'
import { kindsEntered, kindsInUse } from './kinds-in-use.ts'

const asOf = '2026-06-30'
/** A county that keeps the ledgers of the other parts elsewhere. */
const SOME: readonly PartId[] = [
  'S2.support',
  'S2.talks',
  'S2.tests',
  'S2.relapse',
  'S2.threeYears',
  'S4.groups',
  'S7',
]
const FIRST = [
  'person-registration',
  'person-status',
  'abstinence-start',
  'support-group',
  'talk',
  'urine-test',
  'test-outcome',
  'relapse',
  'publicity-activity',
  'roster-confirmation',
]
const judging = (...parts: PartId[]): Policies => ({
  ...POLICIES,
  values: {
    ...POLICIES.values,
    judgedParts: { ...POLICIES.values.judgedParts, versions: [{ from: '2023-03-24', value: parts }] },
  },
})
const someJudged = judging(...SOME)
const ledgers = ['a', 'b', 'c'].map((seed) => generateLedger({ seed, persons: 8, diligence: 60 }))

describe('the parts that are judged', () => {
  it('stand alone in the scorecard, which gives no verdict', () => {
    const scorecard = assess(ledgers[0], { asOf, policies: someJudged })
    expect(scorecard.parts.map(({ id }) => id)).toEqual(SOME)
    expect(scorecard.standards.map(({ id }) => id)).toEqual(['S2', 'S4', 'S7'])
    expect(scorecard.standards[1]!.parts).toEqual(['S4.groups'])
    expect(scorecard).toMatchObject({
      measures: [],
      verdict: 'undetermined',
      verdictReason: 'partsNotJudged',
    })
  })

  it('are judged as when all parts are', () => {
    for (const ledger of ledgers) {
      const whole = wholeScorecard(ledger, { asOf })
      expect(whole.verdictReason).toBeUndefined()
      expect(whole.parts.map(({ id }) => id)).toEqual(PART_IDS)
      const { parts } = assess(ledger, { asOf, policies: someJudged })
      expect(parts).toEqual(whole.parts.filter(({ id }) => SOME.includes(id)))
    }
  })

  it('are named before the first day of the policy', () => {
    const { parts } = assess(ledgers[0], { asOf: '2023-01-01', policies: someJudged })
    expect(parts.map(({ id }) => id)).toEqual(SOME)
  })
})

describe('duties', () => {
  it('serve parts that are judged; what the law asks serves none', () => {
    for (const ledger of ledgers) {
      const { open, missed } = obligations(ledger, { asOf, policies: someJudged })
      const whole = wholeObligations(ledger, { asOf })
      for (const { part } of open) expect([null, ...SOME]).toContain(part)
      for (const { part } of missed) expect(SOME).toContain(part)
      for (const { settledBy } of open) expect([null, ...FIRST]).toContain(settledBy)
      const wholeIds = whole.open.map(({ id }) => id)
      for (const { id } of open) expect(wholeIds).toContain(id)
      expect(open.length).toBeLessThan(whole.open.length)
    }
  })

  it('to confirm the roster is owed, whatever is judged', () => {
    const kindsOf = (policies: Policies) =>
      obligations(aLedger([]), { asOf, policies }).open.map(({ kind, part }) => [kind, part])
    expect(kindsOf(someJudged)).toContainEqual(['roster-confirmation', null])
    expect(kindsOf(someJudged).map(([kind]) => kind)).toContain('publicity')
    expect(kindsOf(judging('S4.groups')).map(([kind]) => kind)).not.toContain('publicity')
    expect(kindsOf(WHOLE_NOTICE_POLICIES)).toContainEqual(['roster-confirmation', 'S3'])
    expect(kindsOf(judging('S8')).map(([kind]) => kind)).toContain('site')
  })
})

describe('the kinds in use', () => {
  it('are all when every part is judged; people enter those the system does not write', () => {
    expect(kindsInUse(POLICIES, asOf)).toEqual(Object.keys(RECORD_KINDS))
    const entered = kindsEntered(POLICIES, asOf)
    const written = kindsInUse(POLICIES, asOf).filter((kind) => !entered.includes(kind))
    expect(written).toEqual(['carry-over', 'pledge-signed', 'class-session'])
  })

  it('are those the judged parts need', () => {
    expect(kindsInUse(someJudged, asOf)).toEqual(FIRST)
    expect(kindsEntered(someJudged, asOf)).toEqual(FIRST)
    expect(kindsEntered(judging('S8'), asOf)).toEqual([...FIRST, 'education-site'])
  })

  it('are a matter of the day and the county', () => {
    const policies: Policies = {
      ...POLICIES,
      counties: { '441581': { judgedParts: [{ from: '2026-07-01', value: SOME }] } },
    }
    expect(kindsInUse(policies, '2026-06-30', '441581990201')).toContain('venue')
    expect(kindsInUse(policies, '2026-07-01', '441581990201')).toEqual(FIRST)
    expect(kindsInUse(policies, '2026-07-01', '441582000000')).toContain('venue')
    expect(kindsInUse(judgingAll(policies), '2026-07-01', '441581990201')).toContain('venue')
  })
})
