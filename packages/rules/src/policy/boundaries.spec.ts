import { describe, expect, it } from '@jest/globals'
import { assessYear as assessYearBy, ITEMS } from '../assessment/assessment.ts'
import { PROPOSED_WEIGHTS } from '../assessment/weights.ts'
import { addDays, addMonths } from '../core/iso-date.ts'
import { plaqueOf } from '../plaque/plaque.ts'
import { shownFigures } from '../shown/shown.ts'
import { AREA, aLedger, aRecord } from '../testing/builders.ts'
import { partOf } from '../testing/judge.ts'
import { settlementOf } from '../testing/settle.ts'
import { assess, assessYear, obligations } from '../testing/whole.ts'
import type { LedgerRecord } from '../village-ledger.ts'
import { type Policies, type PolicyId, type PolicyValues } from './policies.ts'
import { WHOLE_NOTICE_POLICIES } from './whole-notice.ts'

const asOf = '2026-06-30'
const setting = <Id extends PolicyId>(
  id: Id,
  value: PolicyValues[Id],
  base = WHOLE_NOTICE_POLICIES,
): Policies => ({
  ...base,
  values: { ...base.values, [id]: { ...base.values[id], versions: [{ from: '2023-03-24', value }] } },
})

const registered = (on = '2026-01-01', id = 'p1') => aRecord('person-registration', id, on)
const status = (value: string, on = '2026-01-01', extra = {}) =>
  aRecord('person-status', 'p1', on, { status: value, presence: null, ...extra })
const treatment = (on = '2026-01-01', extra = {}) =>
  status('community-treatment', on, { presence: 'at-home', reportedInOn: on, ...extra })
const many = (count: number, one: (nth: number) => LedgerRecord): LedgerRecord[] =>
  Array.from({ length: count }, (_, nth) => one(nth))
const part = (id: Parameters<typeof partOf>[0], records: LedgerRecord[], on: string, policies: Policies) =>
  partOf(id, records, on, {}, { policies })
const due = (kind: string, records: LedgerRecord[], on: string, policies: Policies) =>
  obligations(aLedger(records), { asOf: on, policies }).open.filter((one) => one.kind === kind)
const survey = aRecord('venue-survey', '', '2026-06-01')
const grid = aRecord('grid', 'g1', '2026-01-01', { households: 100 })
const catalogue = aRecord('village-document', '', '2026-01-05', { document: 'ledger-catalogue' })
const town = aRecord('pledge-signed', '', '2026-02-01')
const roster = aRecord('roster-confirmation', '', '2026-05-31')

/** A village in which everything is met, so that the points alone decide. */
const flawless = (() => {
  const head = { startOn: '2026-06-01' }
  const backed = (covers: string, lastMonth: string) =>
    aRecord('past-evidence', '', '2026-06-02', { covers, firstMonth: '2026-01', lastMonth }, { id: covers })
  let ledger = aLedger([backed('activities', '2026-05'), backed('bottom-lines', '2026-03')], head)
  for (let round = 0; round < 4; round++)
    ledger = aLedger(
      [
        ...ledger.records,
        ...obligations(ledger, { asOf: '2026-06-20' }).open.flatMap((one) =>
          settlementOf(one, ledger, '2026-06-20'),
        ),
      ],
      head,
    )
  return ledger
})()

/** The year of that village with so many points. */
const yearWith = (points: number, policies: Policies) =>
  assessYearBy(
    flawless,
    {
      asOf: '2026-06-20',
      policies: setting('pointWeights', { ...PROPOSED_WEIGHTS, A7: 10_000 - points, A6: points }, policies),
    },
    ITEMS.filter(({ id }) => id === 'A6' || id === 'A7').map((item) => ({
      ...item,
      judge: () => ({ state: item.id === 'A6' ? ('met' as const) : ('notMet' as const) }),
    })),
  )

const answers = (aware: number, valid: number) => ({
  tallies: [{ channel: 'invited' as const, aware, valid }],
})
const rate = (
  audience: 'resident' | 'migrant' | 'venue',
  aware: number,
  valid: number,
  policies: Policies,
  records: LedgerRecord[] = [],
) => {
  const id = { resident: 'A3.residents', migrant: 'A3.migrants', venue: 'A3.venues' }[audience]
  const { items } = assessYear(aLedger(records), {
    asOf,
    policies,
    awareness: { [audience]: answers(aware, valid) },
  })
  return items.find((item) => item.id === id)!.state
}
const tested = (id: string, count: number, policies: Policies) => {
  const records = many(100, (nth) => registered('2025-12-01', `p${nth}`)).concat(
    many(100, (nth) => ({ ...treatment('2025-12-01'), id: `s${nth}`, subjectId: `p${nth}` })),
    many(count, (nth) => aRecord('urine-test', `p${nth}`, '2026-02-01')),
  )
  return assessYear(aLedger(records), { asOf: '2026-02-28', policies }).items.find((item) => item.id === id)!
    .state
}

type Boundary = {
  /** Which side of the number holds, the number itself included. */
  side: 'atMost' | 'atLeast'
  /** The number to try, where the released one has no other side. */
  base?: number
  /** The policy with another number. */
  set?: (value: number) => Policies
  holds: (quantity: number, policies: Policies) => boolean
}

const inAwareness = (audience: keyof PolicyValues['awarenessPercent'], percent: number): Policies =>
  setting('awarenessPercent', { resident: 95, migrant: 95, venue: 100, student: 100, [audience]: percent })
const inBands = (band: keyof PolicyValues['pointBands'], points: number): Policies =>
  setting('pointBands', { excellent: 9000, good: 8000, fair: 6000, [band]: points })

/** Both sides of every number of the policy; a number that moves takes its boundary along. */
const BOUNDARIES: Record<string, Boundary> = {
  cycleMonths: {
    side: 'atMost',
    holds: (month, policies) =>
      !part(
        'S2.talks',
        [registered('2025-06-01'), treatment('2025-06-01'), aRecord('talk', 'p1', `2026-0${month}-28`)],
        '2026-12-31',
        policies,
      ).missing.some(({ period }) => period === '2026-C1'),
  },
  minDutyDays: {
    side: 'atLeast',
    holds: (days, policies) =>
      part(
        'S2.talks',
        [registered('2025-06-01'), treatment(addDays('2026-02-28', 1 - days))],
        '2026-03-31',
        policies,
      ).denominator === 1,
  },
  threeYearsMonths: {
    side: 'atLeast',
    holds: (months, policies) =>
      part(
        'S2.threeYears',
        [
          registered(),
          aRecord('abstinence-start', 'p1', '2026-06-01', { abstinentSince: addMonths(asOf, -months) }),
        ],
        asOf,
        policies,
      ).state === 'met',
  },
  longSentenceMonths: {
    side: 'atLeast',
    holds: (sentenceMonths, policies) =>
      assess(aLedger([registered(), status('imprisoned', '2026-01-01', { sentenceMonths })]), {
        asOf,
        policies,
      }).populations.existing === 0,
  },
  longMissingMonths: {
    side: 'atLeast',
    holds: (months, policies) =>
      assess(aLedger([registered('2020-01-01'), status('missing', addMonths(asOf, -months))]), {
        asOf,
        policies,
      }).populations.existing === 0,
  },
  positiveDays: {
    side: 'atMost',
    holds: (days, policies) => {
      const positive = aRecord('urine-test', 'p1', '2026-06-01', { result: 'positive' })
      const [duty] = due('test-outcome', [registered(), treatment(), positive], '2026-06-01', policies)
      return addDays('2026-06-01', days) <= duty!.dueOn
    },
  },
  reportInDays: {
    side: 'atMost',
    holds: (days, policies) =>
      part('S1', [registered()], addDays('2026-01-01', days), policies).state !== 'notMet',
  },
  treatmentTermMonths: {
    side: 'atLeast',
    holds: (months, policies) =>
      due(
        'term-end',
        [registered('2023-06-30'), treatment('2023-06-30')],
        addMonths('2023-06-30', months),
        policies,
      ).length === 1,
  },
  onboardingDays: {
    side: 'atMost',
    holds: (days, policies) =>
      part('M6', [survey, aRecord('venue', 'v1', addDays(asOf, -days))], asOf, policies).state !== 'notMet',
  },
  graceDays: {
    side: 'atLeast',
    holds: (days, policies) =>
      assess(aLedger([]), { asOf: addDays('2026-05-31', days), policies }).populations.judgedMonth ===
      '2026-05',
  },
  lateEntryDays: {
    side: 'atMost',
    holds: (days, policies) =>
      assess(
        aLedger([
          aRecord(
            'talk',
            'p1',
            '2026-01-05',
            {},
            { receivedAt: `${addDays('2026-01-05', days)}T04:00:00.000Z` },
          ),
        ]),
        { asOf, policies },
      ).lateRecordIds.length === 0,
  },
  activitiesPerMonth: {
    side: 'atLeast',
    holds: (count, policies) =>
      part(
        'S7',
        many(count, (nth) =>
          aRecord('publicity-activity', '', '2026-01-05', { place: `${nth}` }, { id: `${nth}` }),
        ),
        '2026-01-31',
        policies,
      ).state === 'met',
  },
  verifyWithinDays: {
    side: 'atMost',
    holds: (days, policies) =>
      part(
        'S3',
        [registered('2024-01-01'), aRecord('verification', 'p1', addDays(asOf, -days)), roster],
        asOf,
        policies,
      ).state === 'met',
  },
  keyPersonFreshDays: {
    side: 'atMost',
    holds: (days, policies) =>
      part(
        'S6',
        [
          aRecord('sweep', '', '2026-06-01'),
          aRecord('key-person', 'k1', '2024-01-01'),
          aRecord('verification', 'k1', addDays(asOf, -days)),
        ],
        asOf,
        policies,
      ).state === 'met',
  },
  sweepWithinDays: {
    side: 'atMost',
    holds: (days, policies) =>
      part('S6', [aRecord('sweep', '', addDays(asOf, -days))], asOf, policies).state === 'met',
  },
  householdPledgeShare: {
    side: 'atLeast',
    base: 75,
    holds: (count, policies) => {
      const signed = many(count, (nth) =>
        aRecord(
          'pledge-signed',
          '',
          '2026-03-01',
          { level: 'village-household', party: `h${nth}`, responsible: null },
          { id: `h${nth}` },
        ),
      )
      return part('S4.pledges', [town, grid, ...signed], asOf, policies).state === 'met'
    },
  },
  residentMonths: {
    side: 'atLeast',
    holds: (monthsHere, policies) =>
      part(
        'S5.newUsers',
        [aRecord('new-finding', 'n1', '2026-05-01', { residence: 'inflow', monthsHere }), roster],
        asOf,
        policies,
      ).state === 'notMet',
  },
  siteFreshMonths: {
    side: 'atMost',
    holds: (months, policies) =>
      part('S8', [aRecord('education-site', 's1', addMonths(asOf, -months))], asOf, policies).state === 'met',
  },
  skillCheckMonths: {
    side: 'atMost',
    holds: (months, policies) =>
      part(
        'S9.skill',
        [
          aRecord('grid', 'g1', '2024-01-01'),
          aRecord('grid-assignment', 'g1', '2024-01-01'),
          aRecord('skill-check', 'g1', addMonths(asOf, -months)),
        ],
        asOf,
        policies,
      ).state === 'met',
  },
  patrolsPerMonth: {
    side: 'atLeast',
    holds: (count, policies) =>
      part(
        'S9.work',
        [
          grid,
          catalogue,
          aRecord('clean-up', 'g1', '2026-06-01'),
          ...many(count, (nth) => aRecord('patrol', 'g1', '2026-05-05', {}, { id: `${nth}` })),
        ],
        asOf,
        policies,
      ).state === 'met',
  },
  cleanupDays: {
    side: 'atMost',
    holds: (days, policies) =>
      part(
        'S9.work',
        [
          aRecord('grid', 'g1', '2024-01-01'),
          catalogue,
          aRecord('patrol', 'g1', '2026-05-05'),
          aRecord('clean-up', 'g1', addDays(asOf, -days)),
        ],
        asOf,
        policies,
      ).state === 'met',
  },
  surveyWithinDays: {
    side: 'atMost',
    holds: (days, policies) =>
      part('M6', [aRecord('venue-survey', '', addDays(asOf, -days))], asOf, policies).state ===
      'notApplicable',
  },
  venueInspectDays: {
    side: 'atMost',
    holds: (days, policies) =>
      part(
        'M6',
        [
          survey,
          aRecord('venue', 'v1', '2024-01-01'),
          aRecord('venue-inspection', 'v1', addDays(asOf, -days)),
        ],
        asOf,
        policies,
      ).state === 'met',
  },
  rectifyDays: {
    side: 'atMost',
    holds: (days, policies) =>
      shownFigures(
        aLedger([
          aRecord('venue', 'v1', '2026-01-01'),
          aRecord('venue-problem', 'v1', '2026-02-01', {}, { id: 'q' }),
          aRecord('rectification', 'v1', addDays('2026-02-01', days), { problem: 'q' }),
        ]),
        { asOf, policies },
      ).venueProblems!.inTime === 1,
  },
  refusalsToReport: {
    side: 'atLeast',
    holds: (count, policies) =>
      due(
        'police-report',
        [
          registered(),
          treatment(),
          ...many(count, (nth) =>
            aRecord('urine-test', 'p1', addDays('2026-02-01', nth), { result: 'refused' }),
          ),
        ],
        asOf,
        policies,
      ).length === 1,
  },
  absencesToReport: {
    side: 'atLeast',
    holds: (count, policies) =>
      due(
        'police-report',
        [
          registered(),
          treatment(),
          ...many(count, (nth) =>
            aRecord('absence', 'p1', addDays('2026-02-01', 2 * nth), {
              returnedOn: addDays('2026-02-01', 2 * nth + 1),
            }),
          ),
        ],
        asOf,
        policies,
      ).length === 1,
  },
  absentDaysToReport: {
    side: 'atMost',
    holds: (days, policies) =>
      due(
        'police-report',
        [
          registered(),
          treatment(),
          aRecord('absence', 'p1', '2026-02-01', { returnedOn: addDays('2026-02-01', days) }),
        ],
        asOf,
        policies,
      ).length === 0,
  },
  'awarenessPercent.resident': {
    side: 'atLeast',
    base: 95,
    set: (percent) => inAwareness('resident', percent),
    holds: (aware, policies) => rate('resident', aware, 100, policies) === 'met',
  },
  'awarenessPercent.migrant': {
    side: 'atLeast',
    base: 95,
    set: (percent) => inAwareness('migrant', percent),
    holds: (aware, policies) => rate('migrant', aware, 100, policies) === 'met',
  },
  'awarenessPercent.venue': {
    side: 'atLeast',
    base: 90,
    set: (percent) => inAwareness('venue', percent),
    holds: (aware, policies) =>
      rate('venue', aware, aware, policies, [
        aRecord('venue', 'v1', '2026-01-01'),
        aRecord('staff-roster', 'v1', '2026-02-01', { headcount: 100 }),
      ]) === 'met',
  },
  'awarenessPercent.student': {
    side: 'atLeast',
    base: 90,
    set: (percent) => inAwareness('student', percent),
    holds: (aware, policies) => {
      const schools = many(100, (nth) => aRecord('school', `s${nth}`, '2026-01-01'))
      const classes = many(100, (nth) =>
        aRecord('class-session', `s${nth}`, '2026-05-01', {
          pupils: 20,
          valid: 20,
          aware: nth < aware ? 20 : 0,
        }),
      )
      return (
        assessYear(aLedger([...schools, ...classes]), { asOf, policies }).items.find(
          ({ id }) => id === 'A3.schools',
        )!.state === 'met'
      )
    },
  },
  minSample: {
    side: 'atLeast',
    holds: (valid, policies) => rate('resident', valid, valid, policies) === 'met',
  },
  meetingsPerYear: {
    side: 'atLeast',
    holds: (count, policies) =>
      due(
        'meeting',
        many(count, (nth) => aRecord('meeting', '', addDays('2026-02-01', nth))),
        asOf,
        policies,
      ).length === 0,
  },
  classMinAnswers: {
    side: 'atLeast',
    holds: (valid, policies) =>
      due(
        'class-session',
        [
          aRecord('school', 's1', '2026-01-01'),
          aRecord('class-session', 's1', '2026-05-01', { pupils: valid, valid, aware: valid }),
        ],
        asOf,
        policies,
      ).length === 0,
  },
  classAwareShare: {
    side: 'atLeast',
    holds: (aware, policies) =>
      due(
        'class-session',
        [
          aRecord('school', 's1', '2026-01-01'),
          aRecord('class-session', 's1', '2026-05-01', { pupils: 100, valid: 100, aware }),
        ],
        asOf,
        policies,
      ).length === 0,
  },
  homeTestsPercent: {
    side: 'atLeast',
    base: 95,
    holds: (count, policies) => tested('A4.homeTests', count, policies) === 'met',
  },
  overallTestsPercent: {
    side: 'atLeast',
    base: 95,
    holds: (count, policies) => tested('A4.overallTests', count, policies) === 'met',
  },
  truthfulDays: {
    side: 'atMost',
    holds: (days, policies) => {
      const found = aRecord('new-finding', 'n1', '2026-02-01', {
        foundBy: 'village',
        reportedOn: addDays('2026-02-01', days),
      })
      return (
        assessYear(aLedger([found]), { asOf, policies }).items.find(({ id }) => id === 'A5.truthful')!
          .state === 'met'
      )
    },
  },
  'pointBands.excellent': {
    side: 'atLeast',
    base: 9000,
    set: (points) => inBands('excellent', points),
    holds: (points, policies) => yearWith(points, policies).band === 'excellent',
  },
  'pointBands.good': {
    side: 'atLeast',
    base: 8000,
    set: (points) => inBands('good', points),
    holds: (points, policies) => yearWith(points, policies).band === 'good',
  },
  'pointBands.fair': {
    side: 'atLeast',
    base: 6000,
    set: (points) => inBands('fair', points),
    holds: (points, policies) => yearWith(points, policies).band === 'fair',
  },
  passLine: {
    side: 'atLeast',
    holds: (points, policies) => yearWith(points, policies).reached === 'met',
  },
  awardYuan: {
    side: 'atMost',
    holds: (yuan, policies) => {
      const kinds = ['passed', 'submitted', 'awarded'] as const
      const decisions = kinds.map((kind, nth) => ({
        id: kind,
        kind,
        year: 2025,
        on: `2026-01-1${nth}`,
        document: '文',
      }))
      return yuan <= plaqueOf(decisions, { asOf, policies }).consequences[0]!.yuan!
    },
  },
}

/** Numbers that are read where answers are marked and attempts timed, not by the rules; and the weights, tested as points. */
const ELSEWHERE = ['awarePassMark', 'quizMinSeconds', 'pointWeights', 'testSchedule']

/** Every number of the policy, by its path. */
function numbersOf(): string[] {
  const paths: string[] = []
  for (const [id, { versions }] of Object.entries(WHOLE_NOTICE_POLICIES.values)) {
    const { value } = versions[0]!
    if (typeof value === 'number') paths.push(id)
    else if (typeof value === 'object' && !Array.isArray(value))
      paths.push(...(ELSEWHERE.includes(id) ? [id] : Object.keys(value).map((key) => `${id}.${key}`)))
  }
  return paths
}

const released = (path: string): number =>
  WHOLE_NOTICE_POLICIES.values[path as PolicyId].versions[0]!.value as number

describe('both sides of every number', () => {
  it('leaves out none', () => {
    expect(numbersOf().sort()).toEqual([...Object.keys(BOUNDARIES), ...ELSEWHERE].sort())
    expect(AREA).toHaveLength(12)
  })

  it.each(Object.entries(BOUNDARIES))('%s', (path, { side, base, set, holds }) => {
    const policiesWith = set ?? ((value: number) => setting(path as PolicyId, value as never))
    const step = side === 'atMost' ? 1 : -1
    for (const value of [base ?? released(path), (base ?? released(path)) + 1]) {
      const policies = policiesWith(value)
      const sides = [value, value + step].map((quantity) => [value, quantity, holds(quantity, policies)])
      expect(sides).toEqual([
        [value, value, true],
        [value, value + step, false],
      ])
    }
  })
})
