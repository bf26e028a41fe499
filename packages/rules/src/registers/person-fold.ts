import { addMonthsToDay, type Day, parseDay } from '../core/iso-date.ts'
import { anyHolds, holds, type Interval, without } from '../core/period.ts'
import type { PolicyValues } from '../policy/policies.ts'
import type { MemberKind, Status } from '../records/vocabulary.ts'
import { isAccepted } from './facts-by-kind.ts'
import { isArrival, type PersonFacts } from './person-facts.ts'
import type { Fact } from './read-ledger.ts'

/** A stretch of one status. `since` is the day the status began, over changes of presence and suspensions. */
export type StatusInterval = Interval & { status: Status; since: Day; fact: Fact }

export type Group = {
  fact: Fact
  members: readonly MemberKind[]
}

/** What the records say of one person at a date. */
export type Person = {
  id: string
  facts: PersonFacts
  registeredDay: Day
  /** The first day that may count towards a cycle: all of them for whoever came with his history. */
  dutyFrom: Day
  /** Days after another village took him over, until it gave him back. */
  gone: readonly Interval[]
  isHere: boolean
  /** A recorded reason why no family takes part. */
  hasNoFamilyReason: boolean
  intervals: readonly StatusInterval[]
  /** The status in force at the date; undefined counts as without a measure. */
  current: StatusInterval | undefined
  abstinentSince: Day | undefined
  /** The first day of the fourth year of abstinence. */
  threeYearsDay: Day | undefined
  isThreeYears: boolean
  /** Existing in the sense of the notice; undefined when the length of a sentence decides and is unknown. */
  isExisting: boolean | undefined
  /** Days under support, here or elsewhere. */
  support: readonly Interval[]
  /** Stretches of support, over suspensions by detention. A support group lives in one of them. */
  runs: readonly Interval[]
  isUnderSupport: boolean
  /** The support group at work at the date. */
  group: Group | undefined
}

const accepted = (facts: readonly Fact[]): readonly Fact[] =>
  facts.every(isAccepted) ? facts : facts.filter(isAccepted)

const dayOfField = (fact: Fact, name: string): Day => parseDay(fact.payload[name])

/** Moving the household away while living here is an attribute of the person, not a change of status. */
const changesStatus = (fact: Fact): boolean =>
  fact.payload.status !== 'moved-out' || fact.payload.livesElsewhere !== 'no'

/** Statuses as intervals: a later one ends the earlier; a detention suspends it, and it resumes on release. */
export function statusIntervals(statuses: readonly Fact[], asOfDay: Day): StatusInterval[] {
  const changes = accepted(statuses).filter(changesStatus)
  const intervals: StatusInterval[] = []
  let suspended: StatusInterval | undefined
  const add = (
    from: Day,
    to: Day,
    status: Status,
    fact: Fact,
    earlier: StatusInterval | undefined,
  ): StatusInterval => {
    const since = earlier !== undefined && earlier.status === status ? earlier.since : from
    const interval = { from, to, status, since, fact }
    if (from < to) intervals.push(interval)
    return interval
  }
  changes.forEach((fact, index) => {
    const end = changes[index + 1]?.day ?? Number.POSITIVE_INFINITY
    const status = fact.payload.status as Status
    const before = intervals[intervals.length - 1]
    if (status !== 'detained') {
      // The same status after a detention goes on; its days are counted from its first beginning.
      suspended = add(fact.day, end, status, fact, before?.status === 'detained' ? suspended : before)
      return
    }
    const released = dayOfField(fact, 'releasedOn')
    const resumes = released <= asOfDay && released < end && suspended !== undefined
    add(fact.day, resumes ? released : end, status, fact, before)
    if (resumes) suspended = add(released, end, suspended!.status, suspended!.fact, suspended)
  })
  return intervals
}

type Abstinence = { since: Day | undefined; threeYears: Interval[] }

/** A use, and the day on which it was found. */
export type Use = { usedDay: Day; foundDay: Day }

/** Uses that were found, in the order they happened; a confirmed test counts where no finding of its own covers it. */
export function usesOf(facts: PersonFacts): readonly Use[] {
  if (facts.relapses.length + facts.outcomes.length + facts.carryOvers.length === 0) return []
  const findings = accepted(facts.relapses)
  const uses = findings.map((fact): Use => ({ usedDay: dayOfField(fact, 'usedOn'), foundDay: fact.day }))
  for (const outcome of facts.outcomes) {
    if (outcome.pending || outcome.payload.outcome !== 'confirmed-use') continue
    const tested = facts.tests.find((test) => test.id === outcome.payload.test)
    if (tested === undefined || findings.some((fact) => coversTest(fact, tested))) continue
    uses.push({ usedDay: tested.day, foundDay: outcome.day })
  }
  for (const fact of accepted(facts.carryOvers)) {
    const usedDay = dayOfField(fact, 'lastUsedOn')
    // It was found in another village, before he came.
    if (!Number.isNaN(usedDay)) uses.push({ usedDay, foundDay: Number.NEGATIVE_INFINITY })
  }
  return uses.sort((a, b) => a.usedDay - b.usedDay)
}

/** Whether a finding of use explains a positive test: used by then, found not before. */
export const coversTest = (finding: Fact, test: Fact): boolean =>
  dayOfField(finding, 'usedOn') <= test.day && test.day <= finding.day

/**
 * Abstinence between days of use: it begins on the day in the newest document, else on the day of use itself.
 * @returns the current beginning and every stretch after the three years, from first to last
 */
function abstinenceOf(facts: PersonFacts, months: number): Abstinence {
  const documents = accepted(facts.abstinence).map((fact) => dayOfField(fact, 'abstinentSince'))
  const edges = [Number.NEGATIVE_INFINITY, ...usesOf(facts).map(({ usedDay }) => usedDay)]
  const threeYears: Interval[] = []
  let since: Day | undefined
  edges.forEach((edge, index) => {
    const next = edges[index + 1] ?? Number.POSITIVE_INFINITY
    since = index === 0 ? undefined : edge
    for (const day of documents) if (edge <= day && day < next) since = day
    const from = since === undefined ? Number.NaN : addMonthsToDay(since, months)
    if (from < next) threeYears.push({ from, to: next })
  })
  return { since, threeYears }
}

/** Whether the person belongs to the existing register of this notice; undefined when that hangs on an unknown sentence. */
function existing(
  current: StatusInterval | undefined,
  asOfDay: Day,
  policy: PolicyValues,
): boolean | undefined {
  if (current === undefined) return true
  switch (current.status) {
    case 'deceased':
    case 'abroad':
    case 'moved-out':
      return false
    case 'missing':
      return addMonthsToDay(current.since, policy.longMissingMonths) > asOfDay
    case 'imprisoned': {
      const { sentenceMonths } = current.fact.payload
      return typeof sentenceMonths === 'number' ? sentenceMonths < policy.longSentenceMonths : undefined
    }
    default:
      return true
  }
}

/** The parts of all intervals outside the holes. */
function outside(intervals: readonly Interval[], holes: readonly Interval[]): readonly Interval[] {
  if (holes.length === 0) return intervals
  const rest: Interval[] = []
  for (const interval of intervals) rest.push(...without(interval, holes))
  return rest
}

/** Joins intervals that touch or overlap. */
function joined(intervals: readonly Interval[]): Interval[] {
  const whole: Interval[] = []
  for (const { from, to } of intervals.slice().sort((a, b) => a.from - b.from)) {
    const last = whole[whole.length - 1]
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else whole.push({ from, to })
  }
  return whole
}

/** Days under support in another village, before the status that came with the person began. */
const carriedSupport = (facts: PersonFacts): Interval[] =>
  accepted(facts.carryOvers)
    .map((fact) => ({ from: dayOfField(fact, 'supportFrom'), to: dayOfField(fact, 'statusFrom') }))
    .filter(({ from, to }) => from < to)

/** Stretches of support in which a detention is only a pause; a detention that goes on ends its stretch for now. */
function supportRuns(
  intervals: readonly StatusInterval[],
  isSupport: (status: Status) => boolean,
): Interval[] {
  const runs: Interval[] = []
  let open: Interval | undefined
  for (const { from, to, status } of intervals) {
    if (isSupport(status)) {
      if (open === undefined) {
        open = { from, to }
        runs.push(open)
      } else open.to = to
    } else if (status !== 'detained') open = undefined
  }
  return runs
}

/** The group formed last among those still at work: not closed, and no stretch of support has ended since it was formed. */
function activeGroup(groups: readonly Fact[], runs: readonly Interval[], asOfDay: Day): Group | undefined {
  const atWork = accepted(groups).filter((fact) => {
    const closed = dayOfField(fact, 'closedOn')
    return !(closed <= asOfDay) && !runs.some((run) => fact.day < run.to && run.to <= asOfDay)
  })
  const fact = atWork[atWork.length - 1]
  return fact && { fact, members: fact.payload.members as MemberKind[] }
}

/** The stretches between a transfer out of the village and the next into it. */
function goneStretches(transfers: readonly Fact[], areaCode: string): Interval[] {
  const gone: Interval[] = []
  let left: Day | undefined
  for (const { day, payload } of accepted(transfers)) {
    if (payload.toArea === areaCode) {
      if (left !== undefined && left < day) gone.push({ from: left, to: day })
      left = undefined
    } else if (payload.fromArea === areaCode) left ??= day
  }
  if (left !== undefined) gone.push({ from: left, to: Number.POSITIVE_INFINITY })
  return gone
}

/** Folds the facts of one registered person into what holds at a date. @param policy the values at that date */
export function foldPerson(facts: PersonFacts, asOfDay: Day, policy: PolicyValues, areaCode: string): Person {
  const intervals = statusIntervals(facts.statuses, asOfDay)
  const current = intervals.find((interval) => holds(interval, asOfDay))
  const { since, threeYears } = abstinenceOf(facts, policy.threeYearsMonths)
  const isSupport = (status: Status): boolean => policy.supportStatuses.includes(status)
  const carried = carriedSupport(facts)
  const supported: Interval[] = intervals.filter(({ status }) => isSupport(status))
  const support = joined(outside(supported.concat(carried), threeYears))
  const gone = goneStretches(facts.transfers, areaCode)
  const isHere = !anyHolds(gone, asOfDay)
  const stretches = joined(supportRuns(intervals, isSupport).concat(carried))
  const runs = outside(outside(stretches, threeYears), gone)
  const isThreeYears = anyHolds(threeYears, asOfDay)
  const registrations = accepted(facts.registrations)
  const arrival = facts.transfers.find((fact) => isArrival(fact, areaCode))
  const registeredDay = registrations[0]?.day ?? Number.POSITIVE_INFINITY
  const arrivedDay = arrival?.day ?? Number.POSITIVE_INFINITY
  const group = activeGroup(facts.groups, runs, asOfDay)
  return {
    id: facts.id,
    facts,
    registeredDay: Math.min(registeredDay, arrivedDay),
    dutyFrom: arrivedDay <= registeredDay ? Number.NEGATIVE_INFINITY : registeredDay,
    gone,
    isHere,
    hasNoFamilyReason: registrations
      .concat(accepted(facts.carryOvers))
      .some(({ payload }) => typeof payload.noFamilyReason === 'string'),
    intervals,
    current,
    abstinentSince: since,
    threeYearsDay: since === undefined ? undefined : addMonthsToDay(since, policy.threeYearsMonths),
    isThreeYears,
    isExisting: isHere ? existing(current, asOfDay, policy) : false,
    support,
    runs,
    isUnderSupport: isHere && anyHolds(support, asOfDay),
    group,
  }
}
