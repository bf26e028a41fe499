import type { ItemOutcome } from '../assessment/assessment.ts'
import { type AssessmentOptions, assessYear } from '../assessment/assessment.ts'
import type { AudienceCount, AwarenessCounts } from '../assessment/item.ts'
import { type Audience, awarenessOutcome } from '../awareness/awareness-outcome.ts'
import { addDays, parseDay } from '../core/iso-date.ts'
import type { Role } from '../core/role.ts'
import type { KindId } from '../records/record-kind.ts'
import { DOCUMENTS } from '../records/village-document.ts'
import { openVillage, type Village } from '../registers/village.ts'
import { kindsInUse } from '../standards/kinds-in-use.ts'
import { canOwe } from '../standards/tally.ts'
import type { PointsSource } from './gap-plan.ts'
import type { StepDuty, StepKind } from './plan.ts'
import { type Draft, draftOf } from './steps.ts'

type Owed = { kind: StepKind; settledBy: KindId | null; owedBy: Role; params?: StepDuty['params'] }

/** Work of the year that is not bound to a day: it is in time until the year ends. */
function yearly(village: Village, { kind, settledBy, owedBy }: Owed, duties: Partial<StepDuty>[]): Draft {
  const { year, ledger } = village
  return draftOf(
    { kind, settledBy, owedBy, part: null, serves: [], follows: false },
    duties.map((duty, nth) => ({
      id: `${kind}:${duty.subjectId ?? ledger.areaCode}:${duty.period ?? year}:${nth}`,
      subjectId: ledger.areaCode,
      period: `${year}`,
      dueOn: `${year}-12-31`,
      ...duty,
    })),
    ({ params }) => (params?.more as number | undefined) ?? 1,
  )
}

/** Meetings that lack, on days of the year on which none was held; counting back from the date, for lack of later days. */
function meetings({ numerator, denominator }: ItemOutcome, village: Village): Draft[] {
  const held = new Set(village.index.of('meeting').map(({ on }) => on))
  const duties: Partial<StepDuty>[] = []
  for (let daysBack = 0; duties.length < denominator! - numerator!; daysBack++) {
    const on = addDays(village.asOf, -daysBack)
    if (on < `${village.year}-01-01`) break
    if (!held.has(on)) duties.push({ params: { daysBack } })
  }
  const owed = { kind: 'meeting', settledBy: 'meeting', owedBy: 'village-secretary' } as const
  return duties.length === 0 ? [] : [yearly(village, owed, duties)]
}

/** Documents of the year that no duty asks for. */
function documents(village: Village, known: readonly Draft[]): Draft[] {
  const asked = known.filter(({ kind }) => kind === 'document').map(({ duties }) => duties)
  const isAsked = (document: string): boolean =>
    asked.some((duties) => duties.some(({ params }) => params?.document === document))
  const duties = DOCUMENTS.filter(
    ({ value }) => village.documents().of(value, village.year) === undefined && !isAsked(value),
  ).map(({ value }) => ({ period: `${village.year}-${value}`, params: { document: value } }))
  const owed = { kind: 'document', settledBy: 'village-document', owedBy: 'village-secretary' } as const
  return duties.length === 0 ? [] : [yearly(village, owed, duties)]
}

/** People who have yet to answer and know. */
const answers = (village: Village, audience: Audience, more: number): Draft[] =>
  more <= 0
    ? []
    : [
        yearly(village, { kind: 'answers', settledBy: null, owedBy: 'case-worker' }, [
          { params: { audience, more } },
        ]),
      ]

const NOBODY_ASKED: AudienceCount = { tallies: [] }

function rateAnswers(village: Village, audience: 'resident' | 'migrant', counts: AwarenessCounts): Draft[] {
  const { tallies, population } = counts[audience] ?? NOBODY_ASKED
  return answers(village, audience, awarenessOutcome(tallies, village.values(), audience, population).needed)
}

/** Venues without a roster of their staff; with all rosters, the staff who have yet to answer and know. */
function venueStaff({ reason, numerator, denominator }: ItemOutcome, village: Village): Draft[] {
  if (reason === 'noRoster') {
    const rosters = village.index.bySubject('staff-roster')
    const duties = village
      .venues()
      .filter(({ id }) => !rosters.has(id))
      .map(({ id }) => ({ subjectId: id }))
    const owed = { kind: 'staff-roster', settledBy: 'staff-roster', owedBy: 'venue-manager' } as const
    return duties.length === 0 ? [] : [yearly(village, owed, duties)]
  }
  return denominator === undefined ? [] : answers(village, 'venue', denominator - numerator!)
}

/** Schools whose classes have yet to answer, each with as many further answers as make it count. */
function classes(village: Village): Draft[] {
  const { classMinAnswers, classAwareShare } = village.values()
  const sessions = village.index.bySubject('class-session')
  const duties: Partial<StepDuty>[] = []
  village.index.bySubject('school').forEach((facts, subjectId) => {
    const { pupils, closedOn } = facts[facts.length - 1]!.payload as { pupils: number; closedOn?: string }
    if (parseDay(closedOn) <= village.asOfDay) return
    let valid = 0
    let aware = 0
    for (const { on, payload } of sessions.get(subjectId) ?? []) {
      if (on < `${village.year}-01-01`) continue
      valid += payload.valid as number
      aware += payload.aware as number
    }
    const sample = Math.max(1, Math.min(classMinAnswers, pupils))
    const isShort = (more: number): boolean =>
      valid + more < sample || (aware + more) * 100 < (valid + more) * classAwareShare
    let more = 0
    while (isShort(more) && more <= pupils + valid) more++
    if (more > 0 && !isShort(more)) duties.push({ subjectId, params: { more } })
  })
  const owed = { kind: 'class-session', settledBy: 'class-session', owedBy: 'teacher' } as const
  return duties.length === 0 ? [] : [yearly(village, owed, duties)]
}

/** Adds people who answered and knew where the answers of their audience decide. */
function withAnswers(counts: AwarenessCounts, done: readonly Draft[], village: Village): AwarenessCounts {
  const more: { [audience in Audience]?: AudienceCount } = { ...counts }
  for (const { kind, duties } of done) {
    if (kind !== 'answers') continue
    const { audience, more: aware } = duties[0]!.params as { audience: Audience; more: number }
    const count = more[audience] ?? NOBODY_ASKED
    const { channel } = awarenessOutcome(count.tallies, village.values(), audience, count.population)
    const further = {
      channel: channel === 'self' ? ('self' as const) : ('household' as const),
      aware,
      valid: aware,
    }
    more[audience] = { ...count, tallies: count.tallies.concat(further) }
  }
  return more
}

/** What earns points and is no duty, from the items that have not earned theirs. */
function draftsFrom(
  village: Village,
  items: readonly ItemOutcome[],
  known: readonly Draft[],
  counts: AwarenessCounts,
) {
  const drafts: Draft[] = []
  for (const item of items) {
    if (item.state !== 'notMet' && item.state !== 'undetermined') continue
    if (item.id === 'A1.funds')
      drafts.push(yearly(village, { kind: 'funds', settledBy: 'funds', owedBy: 'village-secretary' }, [{}]))
    else if (item.id === 'A1.meetings') drafts.push(...meetings(item, village))
    else if (item.id === 'A7') drafts.push(...documents(village, known))
    else if (item.id === 'A3.residents') drafts.push(...rateAnswers(village, 'resident', counts))
    else if (item.id === 'A3.migrants') drafts.push(...rateAnswers(village, 'migrant', counts))
    else if (item.id === 'A3.venues') drafts.push(...venueStaff(item, village))
    else if (item.id === 'A3.schools') drafts.push(...classes(village))
  }
  return drafts
}

/** The points of the year as a plan needs them: what is counted beside the ledger goes in here. */
export function pointsOfYear(options: AssessmentOptions): PointsSource {
  const { awareness = {} } = options
  return {
    assess: (ledger, done) =>
      assessYear(ledger, {
        ...options,
        awareness: withAnswers(awareness, done, openVillage(ledger, options)),
      }),
    drafts: (ledger, known) => {
      const village = openVillage(ledger, options)
      if (!canOwe(village)) return []
      const kinds = kindsInUse(village.policies, village.asOf, village.ledger.areaCode)
      return draftsFrom(village, assessYear(ledger, options).items, known, awareness).filter(
        ({ settledBy }) => settledBy === null || kinds.includes(settledBy),
      )
    },
  }
}
