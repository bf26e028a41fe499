import { type Day, isoOf, parseDay } from '../core/iso-date.ts'
import { holds } from '../core/period.ts'
import { CLAUSES } from '../notice/clauses.ts'
import { MEMBER_KINDS, type MemberKind } from '../records/vocabulary.ts'
import { asksTalk, asksTest, type CycleDuty } from '../registers/cycles.ts'
import { inOrder, lastOf } from '../registers/in-order.ts'
import type { Person } from '../registers/person-fold.ts'
import { statutoryClock } from '../registers/statutory-clock.ts'
import type { Village } from '../registers/village.ts'
import type { MissedWindow, Obligation } from '../scorecard.ts'
import { openPositives } from '../standards/s2-relapse.ts'
import { groupDutyFrom } from '../standards/s2-support.ts'
import { missingMembers } from '../standards/s4-groups.ts'
import { dutyOf, LAW, type PersonDuty } from './duty.ts'

const personDuty = (person: Person, rest: PersonDuty): Obligation => dutyOf({ subjectId: person.id, ...rest })

/** The open duty of a cycle that holds `asOf`. */
function cycleObligation(person: Person, { cycle }: CycleDuty, kind: 'talk' | 'test'): Obligation {
  return personDuty(person, {
    kind,
    period: cycle.key,
    clause: CLAUSES.cycles,
    opens: cycle.from,
    due: cycle.lastDay,
    owedBy: 'case-worker',
    settledBy: kind === 'talk' ? 'talk' : 'urine-test',
    part: kind === 'talk' ? 'S2.talks' : 'S2.tests',
    mendableAfterDue: false,
  })
}

/** The windows that hold `asOf`, also one that ends in the next year. */
const openWindows = (person: Person, village: Village): CycleDuty[] =>
  village
    .cycleDuties(person, village.year)
    .concat(village.cycleDuties(person, village.year + 1))
    .filter(({ cycle }) => holds(cycle, village.asOfDay))

const owesTest = (duty: CycleDuty): boolean => asksTest(duty) && duty.hasBasis && duty.test === undefined

/** Talks and tests of the cycle that is open; its last day still counts. */
export function cycleObligations(person: Person, village: Village): Obligation[] {
  const open: Obligation[] = []
  for (const duty of openWindows(person, village)) {
    if (asksTalk(duty) && duty.talk === undefined) open.push(cycleObligation(person, duty, 'talk'))
    if (owesTest(duty)) open.push(cycleObligation(person, duty, 'test'))
  }
  return open
}

/** Cycles that closed unmet on or after a day. */
export function missedCycles(person: Person, village: Village, since: Day): MissedWindow[] {
  const missed: MissedWindow[] = []
  const add = (kind: 'talk' | 'test', { cycle }: CycleDuty): void => {
    missed.push({
      id: `${kind}:${person.id}:${cycle.key}`,
      kind,
      subjectId: person.id,
      period: cycle.key,
      closedOn: cycle.lastOn,
      part: kind === 'talk' ? 'S2.talks' : 'S2.tests',
    })
  }
  for (const year of [village.year - 1, village.year]) {
    for (const duty of village.cycleDuties(person, year)) {
      const { lastDay } = duty.cycle
      if (lastDay >= village.asOfDay || lastDay < Math.max(since, village.ledger.startDay)) continue
      if (asksTalk(duty) && duty.talk === undefined) add('talk', duty)
      if (owesTest(duty)) add('test', duty)
    }
  }
  return missed
}

/** Tests that need a second look: a positive one its outcome, an invalid one another test in the same cycle. */
export function testObligations(person: Person, village: Village): Obligation[] {
  const { positiveDays } = village.values()
  const duties = openPositives(person, village).map((test) =>
    personDuty(person, {
      kind: 'test-outcome',
      period: test.id,
      clause: CLAUSES.relapse,
      opens: test.day,
      due: test.day + positiveDays,
      owedBy: 'police',
      settledBy: 'test-outcome',
      part: 'S2.relapse',
      mendableAfterDue: true,
    }),
  )
  const open = openWindows(person, village).find(owesTest)
  if (open === undefined) return duties
  const { cycle } = open
  for (const test of person.facts.tests) {
    if (test.pending || !holds(cycle, test.day) || test.payload.result !== 'invalid') continue
    if (!person.support.some((stretch) => holds(stretch, test.day))) continue
    duties.push(
      personDuty(person, {
        kind: 'recheck',
        period: test.id,
        clause: CLAUSES.cycles,
        opens: test.day,
        due: Math.min(test.day + positiveDays, cycle.lastDay),
        owedBy: 'case-worker',
        settledBy: 'urine-test',
        part: 'S2.tests',
        mendableAfterDue: true,
      }),
    )
  }
  return duties
}

const FIVE_KINDS: readonly MemberKind[] = MEMBER_KINDS.map(({ value }) => value).filter(
  (kind) => kind !== 'village-cadre',
)

/** The support group: to be formed, to be completed, and in community treatment to hold the five kinds of the regulation. */
export function groupObligations(person: Person, village: Village): Obligation[] {
  if (!person.isUnderSupport) return []
  const from = groupDutyFrom(person, village)
  const common = {
    period: isoOf(from),
    opens: from,
    due: from + village.values().reportInDays,
    owedBy: 'village-secretary',
    settledBy: 'support-group',
    mendableAfterDue: true,
  } as const
  if (person.group === undefined)
    return [
      personDuty(person, { ...common, kind: 'support-group', clause: CLAUSES.support, part: 'S2.support' }),
    ]
  const gated = missingMembers(person)
  if (gated.length > 0)
    return [
      personDuty(person, {
        ...common,
        kind: 'group-members',
        clause: CLAUSES.groups,
        part: 'S4.groups',
        params: { kinds: gated },
      }),
    ]
  const { members } = person.group
  const others = FIVE_KINDS.filter((kind) => kind !== 'family' && !members.includes(kind))
  if (person.current?.status !== 'community-treatment' || others.length === 0) return []
  return [
    personDuty(person, {
      ...common,
      kind: 'full-group',
      clause: LAW.groupMembers,
      part: null,
      params: { kinds: others },
    }),
  ]
}

/** What the file still lacks: a measure, the beginning of the abstinence, the length of a sentence. */
export function fileObligations(person: Person, village: Village): Obligation[] {
  const { reportInDays, onboardingDays } = village.values()
  const from = Math.max(person.registeredDay, village.ledger.startDay)
  const common = { period: isoOf(from), opens: from, mendableAfterDue: true } as const
  const duties: Obligation[] = []
  if (person.current === undefined) {
    // A status that waits for its second person is not asked for again: it is to be reviewed.
    const waiting = lastOf(inOrder(person.facts.statuses.filter(({ pending }) => pending)))
    duties.push(
      personDuty(person, {
        ...common,
        kind: waiting === undefined ? 'measure' : 'review',
        period: waiting?.id ?? common.period,
        clause: CLAUSES.measures,
        due: from + reportInDays,
        owedBy: 'town-office',
        settledBy: waiting === undefined ? 'person-status' : null,
        part: 'S1',
      }),
    )
  }
  if (person.isExisting === undefined)
    duties.push(
      personDuty(person, {
        ...common,
        kind: 'sentence',
        clause: CLAUSES.threeYears,
        due: from + onboardingDays,
        owedBy: 'police',
        settledBy: 'person-status',
        part: 'S2.threeYears',
      }),
    )
  if (person.isExisting !== false && person.abstinentSince === undefined)
    duties.push(
      personDuty(person, {
        ...common,
        kind: 'abstinence-start',
        clause: CLAUSES.threeYears,
        due: from + onboardingDays,
        owedBy: 'town-office',
        settledBy: 'abstinence-start',
        part: 'S2.threeYears',
      }),
    )
  return duties
}

/** The statutory clock of community treatment, and the sealing of the file when three years are nearly full. */
export function clockObligations(person: Person, village: Village): Obligation[] {
  const values = village.values()
  const duties: Obligation[] = []
  const clock = statutoryClock(person, village.asOfDay, values)
  const common = { owedBy: 'town-office', part: null, mendableAfterDue: true } as const
  if (clock !== undefined && clock.reportedInOn === undefined) {
    const from = person.current!.since
    duties.push(
      personDuty(person, {
        ...common,
        kind: 'report-in',
        period: clock.startedOn,
        clause: LAW.reportIn,
        opens: from,
        due: from + values.reportInDays,
        settledBy: 'person-status',
      }),
    )
  }
  if (clock?.endsOn !== undefined && clock.endsOn <= village.asOf) {
    const ends = parseDay(clock.endsOn)
    duties.push(
      personDuty(person, {
        ...common,
        kind: 'term-end',
        period: clock.endsOn,
        clause: LAW.term,
        opens: ends,
        due: ends + values.onboardingDays,
        settledBy: 'person-status',
      }),
    )
  }
  const { threeYearsDay } = person
  if (threeYearsDay !== undefined && threeYearsDay - values.onboardingDays <= village.asOfDay)
    duties.push(
      personDuty(person, {
        ...common,
        kind: 'retirement',
        period: isoOf(threeYearsDay),
        clause: LAW.sealing,
        opens: threeYearsDay - values.onboardingDays,
        due: threeYearsDay,
        settledBy: null,
      }),
    )
  return duties
}
