import { firstDayOfMonth, lastDayOfMonth, monthsOf } from '../core/iso-date.ts'
import { NOTICE } from '../notice/clauses.ts'
import type { PastEvidence } from '../records/past-evidence.ts'
import { isTalkHeld, isValidTest } from '../registers/cycles.ts'
import type { Fact } from '../registers/read-ledger.ts'
import type { Village } from '../registers/village.ts'
import type { Missing } from '../scorecard.ts'
import { activityMonths } from '../standards/s7-activities.ts'
import type { Found } from './onboarding.ts'

/** Whether paper that waits for the town's review would back a stretch of days. */
function isPaperWaiting(
  village: Village,
  covers: PastEvidence,
  first: string,
  last: string,
  person?: string,
): boolean {
  return village.index
    .pendingOf('past-evidence')
    .some(
      ({ payload }) =>
        payload.covers === covers &&
        (payload.firstMonth as string) <= first &&
        last <= (payload.lastMonth as string) &&
        (payload.person === undefined || payload.person === person),
    )
}

/** Talks or tests of the year's cycles that ended before the village began: held or backed, waiting, missing. */
export function pastCycles(village: Village, what: 'talk' | 'test'): Found {
  const found: Found = { have: 0, need: 0, waiting: 0, missing: [] }
  const counts = what === 'talk' ? isTalkHeld : isValidTest
  for (const person of village.persons()) {
    const facts = what === 'talk' ? person.facts.talks : person.facts.tests
    for (const duty of village.cycleDuties(person, village.year)) {
      const { cycle, isDue, hasBasis } = duty
      if (!isDue || (what === 'test' && !hasBasis) || cycle.lastDay >= village.ledger.startDay) continue
      found.need++
      const { fromOn, lastOn } = cycle
      const covers = `${what}s` as const
      if (duty[what] !== undefined || village.backing()(covers, fromOn, lastOn, person.id)) found.have++
      else if (
        facts.some((fact) => fact.pending && cycle.from <= fact.day && fact.day < cycle.to && counts(fact)) ||
        isPaperWaiting(village, covers, fromOn.slice(0, 7), lastOn.slice(0, 7), person.id)
      )
        found.waiting++
      else found.missing.push({ code: `${what}BeforeStart`, subjectId: person.id, period: cycle.key })
    }
  }
  return found
}

/** The year's months that ended before the village began: four activities, or paper that backs them. */
export function pastActivities(village: Village): Found {
  const found: Found = { have: 0, need: 0, waiting: 0, missing: [] }
  const waiting = village.index.pendingOf('publicity-activity')
  for (const { month, held, needed, isReached, isBeforeStart } of activityMonths(village, village.year)) {
    if (!isBeforeStart) continue
    found.need++
    if (isReached) found.have++
    else if (
      held.length + placesOf(waiting, month) >= needed ||
      isPaperWaiting(village, 'activities', month, month)
    )
      found.waiting++
    else
      found.missing.push({
        code: 'activitiesBeforeStart',
        period: month,
        params: { have: held.length, need: needed },
      })
  }
  return found
}

/** The same day and place count once. */
const placesOf = (facts: readonly Fact[], month: string): number =>
  new Set(
    facts
      .filter(({ on }) => on.slice(0, 7) === month)
      .map(({ on, payload }) => `${on}/${String(payload.place).replace(/\s+/g, '')}`),
  ).size

/** The year's quarters that ended before the village began, of which nothing says that the bottom lines were kept. */
export function pastQuarters(village: Village): Found {
  const found: Found = { have: 0, need: 0, waiting: 0, missing: [] }
  const { year, ledger } = village
  const months = monthsOf(year)
  const declared = village.index.of('bottom-line-declaration')
  for (const quarter of ['1', '2', '3', '4']) {
    const first = months[Number(quarter) * 3 - 3] as string
    const last = months[Number(quarter) * 3 - 1] as string
    const fromOn = firstDayOfMonth(first)
    const lastOn = lastDayOfMonth(last)
    if (lastOn >= ledger.startOn || fromOn < NOTICE.issuedOn) continue
    found.need++
    const isDeclared = declared.some(({ payload }) => payload.year === year && payload.quarter === quarter)
    if (isDeclared || village.backing()('bottom-lines', fromOn, lastOn)) found.have++
    else if (isPaperWaiting(village, 'bottom-lines', first, last)) found.waiting++
    else
      found.missing.push({ code: 'declarationBeforeStart', period: `${year}-Q${quarter}` } satisfies Missing)
  }
  return found
}
