import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { canonicalJson } from '../core/canonical-json.ts'
import { type Policies } from '../policy/policies.ts'
import { WHOLE_NOTICE_POLICIES } from '../policy/whole-notice.ts'
import { isKindId } from '../records/kind-id.ts'
import { RECORD_KINDS } from '../records/record-kinds.ts'
import { AREA, aLedger, aRecord } from '../testing/builders.ts'
import { generateLedger } from '../testing/ledger-generator.ts'
import { assessYear } from '../testing/whole.ts'
import {
  ASSESSMENT_ZH,
  bandLabel,
  itemPointsText,
  itemText,
  itemTitle,
  totalText,
  vetoText,
} from '../text/assessment-text.ts'
import { pointsText } from '../text/points.ts'
import type { LedgerRecord, VillageLedger } from '../village-ledger.ts'
import { type Assessment, type AssessmentOptions, ITEMS, type ItemOutcome } from './assessment.ts'
import type { Context, Item } from './item.ts'
import { ITEM_CLAUSES, QUOTA_CLAUSE } from './item-clauses.ts'
import { pointsOf, shareOf } from './points.ts'
import { FULL_POINTS, ITEM_IDS, type ItemId, PROPOSED_WEIGHTS } from './weights.ts'

const asOf = '2026-12-31'
const year = (
  records: LedgerRecord[],
  options: Partial<AssessmentOptions> = {},
  head: Partial<VillageLedger> = {},
) => assessYear(aLedger(records, head), { asOf, ...options })
const itemOf = (assessment: Assessment, id: ItemId): ItemOutcome =>
  assessment.items.find((item) => item.id === id)!
const item = (id: ItemId, records: LedgerRecord[], options: Partial<AssessmentOptions> = {}, head = {}) =>
  itemOf(year(records, options, head), id)

const person = (id: string, on = '2026-01-01', extra = {}) => [
  aRecord('person-registration', id, on),
  aRecord('person-status', id, on, extra),
  aRecord('support-group', id, on),
]
const roster = (month = '2026-11') => aRecord('roster-confirmation', AREA, `${month}-25`, { month })
const test = (id: string, on: string, extra = {}) => aRecord('urine-test', id, on, extra)
const talk = (id: string, on: string, extra = {}) => aRecord('talk', id, on, extra)
const CYCLES = ['02', '04', '06', '08', '10', '12']

describe('points', () => {
  it('the weights add up to a hundred points', () => {
    expect(Object.keys(PROPOSED_WEIGHTS)).toEqual([...ITEM_IDS])
    expect(Object.values(PROPOSED_WEIGHTS).reduce((a, b) => a + b, 0)).toBe(FULL_POINTS)
    const group = (prefix: string) =>
      ITEM_IDS.filter((id) => id.startsWith(prefix)).reduce((sum, id) => sum + PROPOSED_WEIGHTS[id], 0)
    expect(['A1', 'A3', 'A4', 'A5', 'measures', 'A6', 'A7'].map(group)).toEqual([
      1200, 2500, 2800, 1000, 1000, 500, 1000,
    ])
  })

  it.each([
    [500, 95, 100, 95, 500],
    [500, 94, 100, 95, 494],
    [500, 9499, 10_000, 95, 499],
    [500, 100, 100, 95, 500],
    [500, 1, 3, 100, 166],
    [500, 2, 3, 100, 333],
    [500, 0, 3, 100, 0],
    [300, 1, 1, 100, 300],
  ])('weight %i, %i of %i against %i%% earns %i', (weight, n, d, target, points) => {
    expect(shareOf(weight, n, d, target)).toBe(points)
  })

  it('each state earns what it may', () => {
    expect(pointsOf(500, { state: 'met' })).toBe(500)
    expect(pointsOf(500, { state: 'notMet' })).toBe(0)
    expect(pointsOf(500, { state: 'notApplicable', reason: 'nobody' })).toBe(500)
    expect(pointsOf(500, { state: 'undetermined', numerator: 9, denominator: 10, target: 100 })).toBe(0)
    expect(pointsOf(500, { state: 'notYet' })).toBe(0)
    expect(pointsOf(500, { state: 'notMet', numerator: 1, denominator: 2 })).toBe(0)
    expect(pointsOf(500, { state: 'notMet', numerator: 0, denominator: 0, target: 100 })).toBe(0)
    expect(pointsOf(500, { state: 'met', numerator: 1, denominator: 2, target: 0 })).toBe(500)
  })

  it('what is written: 1234 is 12.34', () => {
    expect([1234, 1230, 1200, 5, 0].map(pointsText)).toEqual(['12.34', '12.3', '12', '0.05', '0'])
  })
})

describe('A1 组织', () => {
  it.each([
    ['none', [], 'notMet', 0],
    ['one meeting', [aRecord('meeting', AREA, '2026-03-01')], 'notMet', 0],
    [
      'two on one day',
      [0, 1].map((n) => aRecord('meeting', AREA, '2026-03-01', {}, { id: `${n}` })),
      'notMet',
      0,
    ],
    ['two', [aRecord('meeting', AREA, '2026-01-01'), aRecord('meeting', AREA, '2026-12-31')], 'met', 400],
    [
      'one last year',
      [aRecord('meeting', AREA, '2025-12-31'), aRecord('meeting', AREA, '2026-12-31')],
      'notMet',
      0,
    ],
  ] as [string, LedgerRecord[], string, number][])('meetings: %s', (_, records, state, points) => {
    expect(item('A1.meetings', records)).toMatchObject({ state, points })
  })

  it('funds are of the year, and more than nothing', () => {
    expect(item('A1.funds', [])).toMatchObject({ state: 'notMet', points: 0 })
    expect(item('A1.funds', [aRecord('funds', AREA, '2026-03-01', { year: 2026, yuan: 1 })]).points).toBe(400)
    expect(item('A1.funds', [aRecord('funds', AREA, '2026-03-01', { year: 2026, yuan: 0 })]).state).toBe(
      'notMet',
    )
    expect(item('A1.funds', [aRecord('funds', AREA, '2026-03-01', { year: 2025, yuan: 9 })]).state).toBe(
      'notMet',
    )
  })
})

describe('A3 知晓', () => {
  const tally = (aware: number, valid: number, channel: 'invited' | 'self' = 'invited') => ({
    tallies: [{ channel, aware, valid }],
  })

  it.each([
    ['nothing known', undefined, 'undetermined', 0, 'notCounted'],
    ['too few answers', tally(99, 99), 'undetermined', 0, 'noSample'],
    ['exactly 95 of 100', tally(95, 100), 'met', 500, undefined],
    ['94 of 100', tally(94, 100), 'notMet', 494, undefined],
    ['94.96 %', tally(9496, 10_000), 'notMet', 499, undefined],
  ] as const)('residents: %s', (_, resident, state, points, reason) => {
    const outcome = item('A3.residents', [], resident && { awareness: { resident } })
    expect([outcome.state, outcome.points, outcome.reason]).toEqual([state, points, reason])
  })

  it('self-chosen answers carry a warning', () => {
    const outcome = item('A3.residents', [], { awareness: { resident: tally(100, 100, 'self') } })
    expect(outcome).toMatchObject({ state: 'met', warning: 'selfChosen' })
    expect(itemText(outcome)).toContain(ASSESSMENT_ZH.selfChosen)
  })

  const counted = (audience: string, count: number, on: string, extra = {}) =>
    aRecord('audience-count', AREA, on, { audience, count }, extra)

  it('no migrant workers: full weight where counted, for as long as a count holds', () => {
    const declared = (on: string, count = 0, extra = {}) =>
      item('A3.migrants', [counted('migrant', count, on, extra)])
    expect(declared('2026-12-31')).toMatchObject({ state: 'notApplicable', points: 400 })
    expect(declared('2025-12-31')).toMatchObject({ state: 'notApplicable', points: 400 })
    expect(declared('2025-12-30')).toMatchObject({ state: 'undetermined', points: 0 })
    expect(declared('2027-01-01')).toMatchObject({ state: 'undetermined', points: 0 })
    expect(declared('2026-05-01', 1)).toMatchObject({ state: 'undetermined', reason: 'notCounted' })
    expect(declared('2026-05-01', 0, { reviewState: 'pending' })).toMatchObject({ state: 'undetermined' })
    expect(item('A3.residents', [counted('migrant', 0, '2026-05-01')]).state).toBe('undetermined')
  })

  it('a smaller audience needs no more answers than people', () => {
    const awareness = { migrant: tally(19, 20) }
    const of = (count: number) =>
      item('A3.migrants', [counted('migrant', count, '2026-05-01')], { awareness })
    expect(of(20)).toMatchObject({ state: 'met', numerator: 19, denominator: 20 })
    expect(of(21)).toMatchObject({ state: 'undetermined', reason: 'noSample' })
  })

  it('shows the interval of a rate with its sample', () => {
    const outcome = item('A3.residents', [], { awareness: { resident: tally(190, 200) } })
    expect(outcome.interval!.low).toBeGreaterThan(0.91)
    expect(outcome.interval!.high).toBeLessThan(0.974)
    expect(itemText(outcome)).toContain('按200份答卷，真实比率多半在91%到97.2%之间')
  })

  const venue = (id: string) => aRecord('venue', id, '2026-02-01', {})
  const staff = (id: string, headcount: number) => aRecord('staff-roster', id, '2026-03-01', { headcount })
  const answers = { awareness: { venue: tally(9, 9) } }

  it('venues: none after a survey, without a survey, without a roster', () => {
    expect(item('A3.venues', [])).toMatchObject({ state: 'undetermined', reason: 'notCounted' })
    const survey = (on: string) => [aRecord('venue-survey', AREA, on, { venues: 0 })]
    expect(item('A3.venues', survey('2025-12-31'))).toMatchObject({ state: 'notApplicable', points: 300 })
    expect(item('A3.venues', survey('2025-12-30')).state).toBe('undetermined')
    expect(item('A3.venues', [aRecord('venue-survey', AREA, '2026-05-01', { venues: 1 })])).toMatchObject({
      state: 'undetermined',
      reason: 'notCounted',
    })
    expect(item('A3.venues', [venue('v1')], answers)).toMatchObject({
      state: 'undetermined',
      reason: 'noRoster',
    })
    expect(item('A3.venues', [venue('v1'), staff('v1', 0)], answers).reason).toBe('noRoster')
  })

  it('venues: who was not tested is not aware', () => {
    const records = [venue('v1'), venue('v2'), staff('v1', 5), staff('v2', 5)]
    expect(item('A3.venues', records, answers)).toMatchObject({
      state: 'notMet',
      numerator: 9,
      denominator: 10,
      points: 270,
    })
    expect(item('A3.venues', records)).toMatchObject({ state: 'notMet', points: 0 })
    const more = { awareness: { venue: tally(12, 12) } }
    expect(item('A3.venues', records, more)).toMatchObject({ state: 'met', numerator: 10, points: 300 })
  })

  const school = (id: string, extra = {}) => aRecord('school', id, '2026-01-01', { pupils: 100, ...extra })
  const session = (id: string, valid: number, aware: number, on = '2026-05-01') =>
    aRecord('class-session', id, on, { pupils: 100, valid, aware })

  it.each([
    ['none on file', [], 'undetermined', 'notCounted'],
    ['no class', [school('s1')], 'undetermined', 'noSample'],
    ['19 answers', [school('s1'), session('s1', 19, 19)], 'undetermined', 'noSample'],
    ['20 answers, 16 aware', [school('s1'), session('s1', 20, 16)], 'met', undefined],
    ['20 answers, 15 aware', [school('s1'), session('s1', 20, 15)], 'notMet', undefined],
    ['all 5 pupils', [school('s1', { pupils: 5 }), session('s1', 5, 4)], 'met', undefined],
    ['last year', [school('s1'), session('s1', 20, 20, '2025-05-01')], 'undetermined', 'noSample'],
    ['closed', [school('s1', { closedOn: '2026-12-31' })], 'undetermined', 'notCounted'],
    [
      'one short, one without a class',
      [school('s1'), school('s2'), session('s1', 20, 0)],
      'notMet',
      undefined,
    ],
    [
      'one aware, one without a class',
      [school('s1'), school('s2'), session('s1', 20, 20)],
      'undetermined',
      'noSample',
    ],
  ] as [string, LedgerRecord[], string, string | undefined][])('schools: %s', (_, records, state, reason) => {
    const { state: found, reason: why } = item('A3.schools', records)
    expect([found, why]).toEqual([state, reason])
  })

  it('no school: full weight where declared', () => {
    expect(item('A3.schools', [counted('student', 0, '2026-01-01')])).toMatchObject({
      state: 'notApplicable',
      points: 300,
    })
    expect(item('A3.schools', [counted('student', 1, '2026-01-01')])).toMatchObject({
      state: 'undetermined',
      reason: 'notCounted',
    })
  })
})

describe('A4 帮教、检测', () => {
  it('在家检测率 100%、总体检测率 95%: over person-cycles', () => {
    const home = person('p1')
    const away = person('p2', '2026-01-01', { presence: 'away' })
    const all = CYCLES.flatMap((month) => [test('p1', `2026-${month}-05`)])
    const some = CYCLES.slice(1).map((month) =>
      test('p2', `2026-${month}-05`, { place: 'away', certificate: 'yes' }),
    )
    const records = [...home, ...away, ...all, ...some]
    expect(item('A4.homeTests', records)).toMatchObject({
      state: 'met',
      numerator: 6,
      denominator: 6,
      points: 500,
    })
    expect(item('A4.overallTests', records)).toMatchObject({
      state: 'notMet',
      numerator: 11,
      denominator: 12,
      points: 482,
    })
  })

  it('at home on 30 duty days of a cycle counts as at home, on 29 not', () => {
    const left = (on: string) => [
      ...person('p1', '2026-07-01'),
      aRecord('person-status', 'p1', on, { presence: 'away' }),
    ]
    expect(item('A4.homeTests', left('2026-07-31'), { asOf: '2026-08-31' })).toMatchObject({ denominator: 1 })
    expect(item('A4.homeTests', left('2026-07-30'), { asOf: '2026-08-31' }).denominator).toBeUndefined()
    expect(item('A4.overallTests', left('2026-07-30'), { asOf: '2026-08-31' })).toMatchObject({
      denominator: 1,
    })
  })

  it('nobody to test: full weight where the roster is confirmed, else nothing', () => {
    for (const id of ['A4.support', 'A4.talks', 'A4.homeTests', 'A4.overallTests'] as const) {
      expect([id, item(id, [roster()]).state]).toEqual([id, 'notApplicable'])
      expect([id, item(id, []).points, item(id, []).state]).toEqual([id, 0, 'undetermined'])
    }
  })

  it('somebody is there, but nothing was due yet: left out until the year ends', () => {
    const late = [...person('p1', '2026-11-20'), roster('2026-10')]
    for (const id of ['A4.talks', 'A4.homeTests', 'A4.overallTests'] as const) {
      expect([id, item(id, late, { asOf: '2026-12-09' }).state]).toEqual([id, 'notYet'])
      const last = [...person('p1', '2026-12-10'), roster('2026-11')]
      expect([id, item(id, last, { asOf: '2026-12-30' }).state]).toEqual([id, 'notYet'])
      expect([id, item(id, last).state]).toEqual([id, 'notApplicable'])
    }
  })

  it('people without a ground for testing are no proof that nobody was there', () => {
    const helped = [...person('p1', '2026-01-01', { status: 'helped', testBasis: 'none' }), roster()]
    for (const id of ['A4.homeTests', 'A4.overallTests'] as const)
      expect(item(id, helped)).toMatchObject({ state: 'undetermined', reason: 'noBasis', points: 0 })
    const consents = person('p1', '2026-01-01', { status: 'helped', testBasis: 'consented' })
    expect(item('A4.overallTests', consents)).toMatchObject({ state: 'notMet', denominator: 6 })
  })

  it('days of leave and days gone without leave are not days at home', () => {
    const base = person('p1', '2026-07-01')
    const home = (extra: LedgerRecord[]) =>
      item('A4.homeTests', [...base, ...extra], { asOf: '2026-08-31' }).denominator
    const leave = (to: string) => aRecord('leave', 'p1', '2026-07-01', { to })
    expect(home([leave('2026-08-01')])).toBe(1)
    expect(home([leave('2026-08-02')])).toBeUndefined()
    const gone = (returnedOn: string) => aRecord('absence', 'p1', '2026-07-01', { returnedOn })
    expect(home([gone('2026-08-02')])).toBe(1)
    expect(home([gone('2026-08-03')])).toBeUndefined()
    expect(item('A4.overallTests', [...base, leave('2026-08-02')], { asOf: '2026-08-31' })).toMatchObject({
      denominator: 1,
    })
  })

  it('a cycle before the start counts once its paper was checked', () => {
    const head = { startOn: '2026-03-01' }
    const backed = aRecord('past-evidence', AREA, '2026-03-02', {
      covers: 'tests',
      firstMonth: '2026-01',
      lastMonth: '2026-02',
    })
    expect(item('A4.overallTests', [...person('p1'), backed], { asOf: '2026-03-15' }, head)).toMatchObject({
      state: 'met',
      numerator: 1,
      denominator: 1,
    })
  })

  it('before the first cycle closes talks and tests are left out', () => {
    const records = [...person('p1'), roster('2026-01')]
    for (const id of ['A4.talks', 'A4.homeTests', 'A4.overallTests'] as const) {
      expect([id, item(id, records, { asOf: '2026-02-27' }).state]).toEqual([id, 'notYet'])
      expect([id, item(id, records, { asOf: '2026-02-28' }).state]).toEqual([id, 'notMet'])
    }
    expect(item('A4.support', person('p1').slice(0, 2), { asOf: '2026-01-10' }).state).toBe('notYet')
  })

  it('a cycle before the village’s start is not held against it', () => {
    const head = { startOn: '2026-03-01' }
    const records = person('p1')
    expect(item('A4.overallTests', records, { asOf: '2026-03-15' }, head)).toMatchObject({
      state: 'undetermined',
      points: 0,
    })
  })

  it('talks earn their share', () => {
    const records = [...person('p1'), ...CYCLES.slice(0, 4).map((month) => talk('p1', `2026-${month}-05`))]
    expect(item('A4.talks', records)).toMatchObject({
      state: 'notMet',
      numerator: 4,
      denominator: 6,
      points: 400,
    })
  })

  const relapse = (id: string, on: string) => aRecord('relapse', id, on)
  it.each([
    ['none in either year', [], 'met'],
    ['one this year, none last', [relapse('p1', '2026-05-01')], 'notMet'],
    ['one in each', [relapse('p1', '2026-05-01'), relapse('p1', '2025-05-01')], 'notMet'],
    ['one last year', [relapse('p1', '2025-05-01')], 'met'],
    [
      'one this year, two last',
      ['2025-05-01', '2025-06-01', '2026-02-01'].map((on) => relapse('p1', on)),
      'met',
    ],
  ] as [string, LedgerRecord[], string][])('relapses: %s', (_, records, state) => {
    expect(item('A4.relapses', [...person('p1', '2024-01-01'), ...records]).state).toBe(state)
  })

  it('relapses: the same days of last year, not the whole of it', () => {
    const records = [...person('p1', '2024-01-01'), relapse('p1', '2025-07-01')]
    expect(item('A4.relapses', records, { asOf: '2026-06-30' })).toMatchObject({
      state: 'met',
      denominator: 0,
    })
    const both = [...records, relapse('p1', '2026-03-01')]
    expect(item('A4.relapses', both, { asOf: '2026-06-30' }).state).toBe('notMet')
  })

  it('without last year’s data, or never counted, it is undetermined', () => {
    const relapses = (startOn: string, records = [roster()]) => item('A4.relapses', records, {}, { startOn })
    expect(relapses('2025-01-02')).toMatchObject({ state: 'undetermined', reason: 'noLastYear' })
    expect(relapses('2025-01-01').state).toBe('met')
    expect(relapses('2025-01-01', [])).toMatchObject({ state: 'undetermined', reason: 'notCounted' })
  })

  it('a finding that waits leaves it open', () => {
    const pending = { ...relapse('p1', '2026-05-01'), reviewState: 'pending' as const }
    expect(item('A4.relapses', [...person('p1'), pending])).toMatchObject({
      state: 'undetermined',
      reason: 'pending',
    })
  })

  const since = (id: string, day: string, on = '2024-06-01') =>
    aRecord('abstinence-start', id, on, { abstinentSince: day })
  it('三年: everyone whose date falls in the period reached it', () => {
    const records = [...person('p1', '2024-01-01'), since('p1', '2023-05-01')]
    expect(item('A4.threeYears', records, { asOf: '2026-05-01' })).toMatchObject({
      state: 'met',
      numerator: 1,
    })
    const lost = [...records, relapse('p1', '2026-04-01')]
    expect(item('A4.threeYears', lost, { asOf: '2026-05-01' })).toMatchObject({
      state: 'notMet',
      numerator: 0,
      denominator: 1,
    })
  })

  it('三年: more than last year makes up for one who did not', () => {
    const records = ['p1', 'p2'].flatMap((id) => [...person(id, '2024-01-01'), since(id, '2023-05-01')])
    const lost = [...records, relapse('p2', '2026-04-01')]
    expect(item('A4.threeYears', lost)).toMatchObject({ state: 'met', numerator: 1, denominator: 2 })
    const before = [...lost, ...person('p3', '2024-01-01'), since('p3', '2022-05-01')]
    expect(item('A4.threeYears', before).state).toBe('notMet')
    expect(item('A4.threeYears', lost, {}, { startOn: '2025-06-01' }).reason).toBe('noLastYear')
  })

  it('三年: nobody’s date falls in the period', () => {
    const later = [...person('p1', '2024-01-01'), since('p1', '2024-05-01')]
    expect(item('A4.threeYears', [...later, roster()]).state).toBe('notApplicable')
    expect(item('A4.threeYears', [...person('p1'), roster()])).toMatchObject({
      state: 'undetermined',
      reason: 'unknownDates',
    })
  })
})

describe('A5 排摸', () => {
  const listed = (on: string) => aRecord('key-person', 'k1', on, { measure: 'visits' })
  const verified = (on: string) => aRecord('verification', 'k1', on)

  it('counts the complete months at whose end every key person was fresh', () => {
    const months = ['01', '02', '03'].map((month) => verified(`2026-${month}-20`))
    const records = [listed('2025-06-01'), ...months]
    expect(item('A5.keyPersons', records, { asOf: '2026-04-29' })).toMatchObject({
      numerator: 3,
      denominator: 3,
    })
    expect(item('A5.keyPersons', records, { asOf: '2026-04-30' })).toMatchObject({
      numerator: 3,
      denominator: 4,
    })
    expect(item('A5.keyPersons', records, { asOf: '2026-01-30' }).state).toBe('notYet')
  })

  it('nobody listed: full weight after a sweep of the whole village within 92 days, else never counted', () => {
    const swept = (on: string, extra = {}) => item('A5.keyPersons', [aRecord('sweep', AREA, on, extra)])
    expect(item('A5.keyPersons', []).state).toBe('undetermined')
    expect(swept('2026-09-30')).toMatchObject({ state: 'notApplicable', points: 500 })
    expect(swept('2026-09-29')).toMatchObject({ state: 'undetermined', points: 0 })
    expect(swept('2026-12-01', { scope: 'part' }).state).toBe('undetermined')
  })

  it('months before the village’s start count once their paper was checked', () => {
    const head = { startOn: '2026-03-01' }
    const checks = ['03-05', '04-05', '04-28'].map((day) => verified(`2026-${day}`))
    const records = [listed('2025-06-01'), ...checks]
    const backed = aRecord('past-evidence', AREA, '2026-03-02', {
      covers: 'verifications',
      firstMonth: '2026-01',
      lastMonth: '2026-02',
    })
    const judge = (more: LedgerRecord[] = []) =>
      item('A5.keyPersons', [...records, ...more], { asOf: '2026-05-15' }, head)
    expect(judge()).toMatchObject({ state: 'undetermined', reason: 'beforeStart', points: 0 })
    expect(judge([backed])).toMatchObject({ state: 'met', numerator: 4, denominator: 4 })
    expect(judge([{ ...backed, reviewState: 'pending' }]).state).toBe('undetermined')
  })

  const finding = (reportedOn: string | null, extra = {}) =>
    aRecord('new-finding', 'n1', '2026-05-01', { foundBy: 'village', reportedOn, ...extra })
  it.each([
    ['told on the seventh day', [finding('2026-05-08')], '2026-12-31', 'met'],
    ['told on the eighth', [finding('2026-05-09')], '2026-12-31', 'notMet'],
    ['not told, the seventh day', [finding(null), roster('2026-04')], '2026-05-08', 'notApplicable'],
    ['not told, the eighth', [finding(null)], '2026-05-09', 'notMet'],
    ['found by the police', [finding(null, { foundBy: 'police' }), roster()], '2026-12-31', 'notApplicable'],
    ['nobody found, never counted', [], '2026-12-31', 'undetermined'],
    [
      'waiting',
      [{ ...finding('2026-05-02'), reviewState: 'pending' as const }],
      '2026-12-31',
      'undetermined',
    ],
  ] as [string, LedgerRecord[], string, string][])('own findings: %s', (_, records, day, state) => {
    expect(item('A5.truthful', records, { asOf: day }).state).toBe(state)
  })
})

describe('A6, A7', () => {
  const judged = (score: number, extra = {}, envelope = {}) =>
    aRecord(
      'human-judgement',
      AREA,
      '2026-12-01',
      { year: 2026, matter: 'effect', score, ...extra },
      envelope,
    )
  it('the effect is scored by the supervisors, with a reason, for its year', () => {
    expect(item('A6', [judged(64)])).toMatchObject({ state: 'notMet', points: 320, numerator: 64 })
    expect(item('A6', [judged(100)])).toMatchObject({ state: 'met', points: 500 })
    expect(item('A6', [judged(0)])).toMatchObject({ state: 'notMet', points: 0 })
    expect(item('A6', [])).toMatchObject({ state: 'undetermined', points: 0, reason: 'noJudgement' })
    expect(item('A6', [judged(64, { year: 2025 })])).toMatchObject({ state: 'undetermined' })
    expect(item('A6', [judged(64, {}, { reviewState: 'pending' })])).toMatchObject({ reason: 'pending' })
    expect(item('A6', [judged(64), judged(90, {}, { id: 'x', reviewState: 'pending' })]).points).toBe(320)
    expect(item('A6', [judged(64, { matter: 'commend-unit', score: null })]).state).toBe('undetermined')
  })

  it('documents on file ÷ required', () => {
    const records = ['work-plan', 'basic-profile'].map((document) =>
      aRecord(
        'village-document',
        AREA,
        '2026-03-01',
        { document, year: 2026, antiDrugClause: null },
        { id: document },
      ),
    )
    expect(item('A7', records)).toMatchObject({ numerator: 2, denominator: 7, points: 285 })
  })
})

describe('the whole', () => {
  const village = fc.record({
    seed: fc.nat(100_000),
    persons: fc.nat(6),
    diligence: fc.constantFrom(0, 80, 100),
  })
  const day = fc.constantFrom('2026-01-15', '2026-02-28', '2026-06-30', '2026-12-31', '2027-03-01')
  const counts = fc.record({ aware: fc.nat(120), more: fc.nat(20) }).map(({ aware, more }) => ({
    resident: { tallies: [{ channel: 'invited' as const, aware, valid: aware + more }] },
  }))

  it('0 ≤ points ≤ 100, each item within its weight, and the total is their sum', () => {
    fc.assert(
      fc.property(village, day, counts, (plan, on, awareness) => {
        const assessment = assessYear(generateLedger({ ...plan, seed: `${plan.seed}` }), {
          asOf: on,
          awareness,
        })
        const { items, points, outOf, leftOut, isLowerBound } = assessment
        for (const one of items) {
          expect(Number.isSafeInteger(one.points)).toBe(true)
          expect(one.points).toBeGreaterThanOrEqual(0)
          expect(one.points).toBeLessThanOrEqual(one.weight)
          if (one.state === 'undetermined' || one.state === 'notYet') expect(one.points).toBe(0)
          expect(one.reason).not.toBe('failed')
        }
        expect(points).toBe(items.reduce((sum, one) => sum + one.points, 0))
        expect(points).toBeLessThanOrEqual(outOf)
        expect(outOf).toBeLessThanOrEqual(FULL_POINTS)
        expect(isLowerBound).toBe(items.some(({ state }) => state === 'undetermined'))
        expect(assessment.band === null).toBe(leftOut.length > 0)
        expect(assessment.reached === null).toBe(leftOut.length > 0)
        expect(`${totalText(assessment)}${items.map(itemText)}${items.map(itemPointsText)}`).not.toMatch(
          /undefined|NaN|[{}]/,
        )
      }),
      { numRuns: 60 },
    )
  })

  it('the order of the records is irrelevant', () => {
    fc.assert(
      fc.property(village, day, (plan, on) => {
        const ledger = generateLedger({ ...plan, seed: `${plan.seed}` })
        const reversed = { ...ledger, records: ledger.records.slice().reverse() }
        expect(canonicalJson(assessYear(reversed, { asOf: on }))).toBe(
          canonicalJson(assessYear(ledger, { asOf: on })),
        )
      }),
      { numRuns: 25 },
    )
  })

  const one = generateLedger({ seed: 'one' })
  it.each(ITEM_IDS)('whatever is thrown inside %s leaves it undetermined, alone', (id) => {
    const items = ITEMS.map((item) => ({
      ...item,
      judge: (context: Context) => {
        if (item.id === id) throw new Error('broken')
        return { state: context.village.asOf === asOf ? ('met' as const) : ('notMet' as const) }
      },
    }))
    const whole = assessYear(one, { asOf }, items)
    expect(itemOf(whole, id)).toMatchObject({ state: 'undetermined', reason: 'failed', points: 0 })
    for (const other of whole.items) if (other.id !== id) expect(other.state).toBe('met')
    expect(whole.isLowerBound).toBe(true)
  })

  it('a record that cannot be read leaves the items that read its kind undetermined', () => {
    const broken = aRecord('meeting', AREA, '2026-03-01', { heldOn: 5 })
    const assessment = year([broken, aRecord('funds', AREA, '2026-03-01', { year: 2026, yuan: 5 })])
    expect(itemOf(assessment, 'A1.meetings')).toMatchObject({ state: 'undetermined', reason: 'unreadable' })
    expect(itemOf(assessment, 'A1.funds').state).toBe('met')
    for (const ledger of [null, {}, { format: 'x' }])
      expect(new Set(assessYear(ledger, { asOf }).items.map(({ state }) => state))).toEqual(
        new Set(['undetermined']),
      )
    expect(() => assessYear({}, { asOf: 'x' })).toThrow(RangeError)
  })

  it('a hole in the policy is no exception', () => {
    const { items, points, band, reached } = assessYear(aLedger([]), { asOf: '2023-03-01' })
    expect([points, band, reached]).toEqual([0, null, null])
    expect(items.every(({ weight }) => weight === 0)).toBe(true)
  })

  it('names clause, values and records', () => {
    const outcome = item('A1.meetings', [aRecord('meeting', AREA, '2026-03-01')])
    expect(outcome.clause.ref).toBe('四(一)1')
    expect(outcome.policy.map(({ id }) => id)).toEqual(['pointWeights', 'meetingsPerYear'])
    expect(outcome.deciding).toEqual([`meeting_${AREA}_2026-03-01`])
  })
})

/** Items that all say the same, so that points and gates can be set. */
const saying = (
  state: 'met' | 'notMet' | 'undetermined' | 'notYet',
  except: Partial<Record<ItemId, typeof state>> = {},
): Item[] => ITEMS.map((one) => ({ ...one, judge: (_: Context) => ({ state: except[one.id] ?? state }) }))

describe('bands, vetoes, 达标', () => {
  const ledger = aLedger([])
  const withItems = (items: Item[], records: LedgerRecord[] = [], policies?: Policies) =>
    assessYear(aLedger(records), { asOf, ...(policies && { policies }) }, items)

  it('a window still open: no band and no 达标', () => {
    const assessment = assessYear(ledger, { asOf }, saying('met', { A6: 'notYet' }))
    expect(assessment).toMatchObject({
      band: null,
      reached: null,
      leftOut: ['A6'],
      points: 9500,
      outOf: 9500,
    })
  })

  it.each([
    [9000, 'excellent'],
    [8999, 'good'],
    [8000, 'good'],
    [7999, 'fair'],
    [6000, 'fair'],
    [5999, 'poor'],
  ])('%i of 10,000 is %s', (points, band) => {
    const weights = { ...PROPOSED_WEIGHTS, A7: 0, A6: points }
    const policies = {
      ...WHOLE_NOTICE_POLICIES,
      values: {
        ...WHOLE_NOTICE_POLICIES.values,
        pointWeights: {
          ...WHOLE_NOTICE_POLICIES.values.pointWeights,
          versions: [{ from: '2023-03-24', value: weights }],
        },
      },
    }
    const outcome = withItems(saying('notMet', { A6: 'met' }), [], policies)
    expect([outcome.points, outcome.band]).toEqual([points, band])
  })

  it('达标 needs the verdict, every awareness and test part, no veto and the pass line', () => {
    const items = saying('met')
    const { verdict, reached } = withItems(items)
    expect(reached).toBe(verdict)
    expect(withItems(saying('met', { 'A3.venues': 'notMet' })).reached).toBe('notMet')
    expect(withItems(saying('notMet')).reached).toBe('notMet')
    expect(withItems(saying('undetermined')).reached).not.toBe('met')
  })

  const veto = (
    kind: 'incident' | 'concealment-finding' | 'bottom-line-breach',
    extra = {},
    on = '2026-05-01',
  ) => aRecord(kind, AREA, on, extra)
  it.each([
    ['制毒', veto('incident', { incidentType: 'manufacture' }), ['incident']],
    ['贩毒', veto('incident', { incidentType: 'trafficking' }), ['incident']],
    ['种植', veto('incident', { incidentType: 'cultivation' }), ['incident']],
    ['其他涉案', veto('incident', { incidentType: 'other' }), []],
    ['瞒报认定', veto('concealment-finding'), ['concealment']],
    ['突破底线', veto('bottom-line-breach'), ['bottomLine']],
    ['去年的', veto('bottom-line-breach', {}, '2025-12-31'), []],
  ] as [string, LedgerRecord, string[]][])('%s', (_, record, codes) => {
    const { vetoes, reached } = withItems(saying('met'), [record])
    expect(vetoes.map(({ code }) => code)).toEqual(codes)
    if (codes.length > 0) expect(reached).toBe('notMet')
    for (const { code } of vetoes) expect(vetoText(code)).not.toBe('')
  })

  it('a veto that waits for a second person leaves it open', () => {
    const pending = { ...veto('concealment-finding'), reviewState: 'pending' as const }
    const { vetoes, reached } = withItems(saying('met'), [pending])
    expect(vetoes).toMatchObject([{ isPending: true }])
    expect(reached).not.toBe('met')
  })

  it('late entry alone is no veto', () => {
    const late = { ...talk('p1', '2026-01-05'), receivedAt: '2026-11-05T04:00:00.000Z' }
    expect(withItems(saying('met'), [...person('p1'), late]).vetoes).toEqual([])
  })
})

describe('what is never scored', () => {
  const refused =
    /log-?in|check-?in|online|usage|minutes|streak|rank|photo|leaderboard|visit-?count|open(s|ed)-?app|登录|签到|在线|时长|使用次数|照片|排名|名次|积分|打卡/i

  it('the refusal refuses', () => {
    for (const word of ['logins', 'check-in', '签到', '在线时长', 'photoCount', '排名'])
      expect(word).toMatch(refused)
  })

  it('use of the app, presence, study time, photos and ranks earn nothing', () => {
    for (const id of ITEM_IDS) expect(`${id} ${itemTitle(id)}`).not.toMatch(refused)
    for (const { id, reads, policy } of ITEMS) {
      expect(`${id} ${policy.join(' ')}`).not.toMatch(refused)
      for (const kind of reads) expect(`${kind} ${RECORD_KINDS[kind].label}`).not.toMatch(refused)
    }
  })

  it('arrests and seizures earn nothing: the figures of the police are read by no item', () => {
    expect(ITEMS.some(({ reads }) => reads.includes('police-quota'))).toBe(false)
    const quota = aRecord('police-quota', AREA, '2026-05-01')
    expect(year([quota]).points).toBe(year([]).points)
  })

  it('a record with nine photos earns what it earns without one', () => {
    const ledger = generateLedger({ seed: 'photos', persons: 5 })
    const nine = Array.from({ length: 9 }, (_, at) => `019ab3c2-7c3f-7000-8000-00000000000${at}`)
    const shown = {
      ...ledger,
      records: ledger.records.map((one) =>
        isKindId(one.kind) && RECORD_KINDS[one.kind].fields.photos
          ? { ...one, payload: { ...one.payload, photos: nine } }
          : one,
      ),
    }
    expect(shown).not.toEqual(ledger)
    expect(assessYear(shown, { asOf })).toEqual(assessYear(ledger, { asOf }))
  })

  it('who submitted a record, and when, earns nothing', () => {
    const ledger = generateLedger({ seed: 'when', persons: 5 })
    const late = {
      ...ledger,
      records: ledger.records.map((one) => ({ ...one, receivedAt: '2027-01-05T04:00:00.000Z' })),
    }
    expect(assessYear(late, { asOf }).points).toBe(assessYear(ledger, { asOf }).points)
  })
})

describe('clauses and words', () => {
  const source = readFileSync(join(__dirname, '../../../../docs/sources/bowei-2023-15.md'), 'utf8')
  it.each([...Object.entries(ITEM_CLAUSES), ['A2', QUOTA_CLAUSE] as const])(
    '%s quotes the notice',
    (_, clause) => {
      expect(source).toContain(clause.quote)
      expect(clause.ref).toMatch(/^[三四]\([一二三]\)\d$/)
    },
  )

  it('every item has a title that fits a list', () => {
    expect(ITEMS.map(({ id }) => id)).toEqual([...ITEM_IDS])
    for (const id of ITEM_IDS) expect(itemTitle(id).length).toBeLessThanOrEqual(10)
    expect(bandLabel('excellent')).toBe('优')
  })
})
