import {
  type AwarenessCounts,
  addDays,
  assess,
  dateText,
  fill,
  lastDayOfMonth,
  type Obligation,
  type ObligationKind,
  obligationLabel,
  obligations,
  type PartId,
  type Policies,
  partText,
  partTitle,
  type State,
  stateLabel,
  type VillageLedger,
} from '@dfv/rules'
import { BRIEF_KINDS, BRIEF_ZH, type BriefKind } from './brief-text.js'

/** A month of one village in figures: nobody in it, so that those of a town can be added up. */
export type VillageMonth = {
  areaCode: string
  name: string
  done: Readonly<Record<BriefKind, number>>
  people: number
  standards: readonly { state: State }[]
  parts: readonly { id: PartId; state: State; figure: string }[]
  overdue: readonly ObligationKind[]
  due: readonly Pick<Obligation, 'kind' | 'dueOn'>[]
}

type Sources = { ledger: VillageLedger; policies: Policies; awareness: AwarenessCounts; name: string }

/** The day a month's brief speaks of: its last day, or today where the month is not over. */
export const briefDay = (month: string, today: string): string => {
  const last = lastDayOfMonth(month)
  return today < last ? today : last
}

/** What a village's ledger tells of a month. @param asOf a day of the month; later records do not exist */
export function villageMonth({ ledger, policies, awareness, name }: Sources, asOf: string): VillageMonth {
  const month = asOf.slice(0, 7)
  const done = Object.fromEntries(BRIEF_KINDS.map((kind) => [kind, 0])) as Record<BriefKind, number>
  const newest = new Map(ledger.records.map((record) => [record.id, record]))
  let people = 0
  for (const { kind, occurredOn, reviewState, payload } of newest.values()) {
    if (reviewState !== 'accepted' || !occurredOn.startsWith(month) || occurredOn > asOf) continue
    if (kind in done) done[kind as BriefKind] += 1
    if (kind === 'publicity-activity') people += Number(payload.attendance ?? 0)
  }
  const { standards, parts } = assess(ledger, { asOf, policies })
  const { open } = obligations(ledger, { asOf, policies, awareness })
  const first = addDays(lastDayOfMonth(month), 1)
  const last = lastDayOfMonth(first.slice(0, 7))
  const ahead = obligations(ledger, { asOf: first, policies, awareness }).open
  return {
    areaCode: ledger.areaCode,
    name,
    done,
    people,
    standards: standards.map(({ state }) => ({ state })),
    parts: parts.map((part) => ({ id: part.id, state: part.state, figure: partText(part) })),
    overdue: open.filter(({ dueOn }) => dueOn < asOf).map(({ kind }) => kind),
    due: ahead
      .filter(({ dueOn }) => dueOn >= first && dueOn <= last)
      .map(({ kind, dueOn }) => ({ kind, dueOn })),
  }
}

export type BriefSection = { title: string; lines: string[] }

/** The sentences of one village's month. */
export function villageSections(month: VillageMonth, asOf: string): BriefSection[] {
  const gaps = month.parts
    .filter(({ state }) => state === 'notMet' || state === 'undetermined')
    .map(({ id, state, figure }) =>
      fill(BRIEF_ZH.gap, {
        title: partTitle(id),
        figure: figure === '' ? '' : fill(BRIEF_ZH.figure, { figure }),
        state: stateLabel(state),
      }),
    )
  return sections([month], gaps, asOf)
}

/** The sentences of a town's month: sums, and each standard with how many villages lack it. Villages in the order of their codes. */
export function townSections(months: readonly VillageMonth[], asOf: string): BriefSection[] {
  const gaps: string[] = []
  const ids = [...new Set(months.flatMap(({ parts }) => parts.map(({ id }) => id)))]
  for (const id of ids) {
    const counts = (['notMet', 'undetermined'] as const).flatMap((state) => {
      const count = months.filter(({ parts }) =>
        parts.some((part) => part.id === id && part.state === state),
      ).length
      return count > 0 ? [fill(BRIEF_ZH.townCount, { count, state: stateLabel(state) })] : []
    })
    if (counts.length > 0)
      gaps.push(fill(BRIEF_ZH.townPart, { title: partTitle(id), counts: counts.join('，') }))
  }
  return [
    ...sections(months, gaps, asOf),
    { title: BRIEF_ZH.part.villages, lines: months.map((month) => `${month.name}：${standing(month)}`) },
  ]
}

/** By standard, as every list of villages counts them. */
function standing({ standards }: VillageMonth): string {
  const count = (state: State) => standards.filter((one) => one.state === state).length
  return fill(BRIEF_ZH.villageState, {
    met: count('met'),
    notMet: count('notMet'),
    undetermined: count('undetermined'),
  })
}

function sections(months: readonly VillageMonth[], gaps: readonly string[], asOf: string): BriefSection[] {
  const total = (of: (month: VillageMonth) => number) => months.reduce((sum, month) => sum + of(month), 0)
  const people = total((month) => month.people)
  const done = BRIEF_KINDS.map((kind) => ({ kind, count: total((month) => month.done[kind]) }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => fill(BRIEF_ZH.done[kind], { count, people }))
  const overdue = months.flatMap((month) => month.overdue)
  const late =
    overdue.length > 0 ? [fill(BRIEF_ZH.overdue, { count: overdue.length, list: byKind(overdue) })] : []
  const due = dueLines(
    months.flatMap((month) => month.due),
    asOf,
  )
  const told = (lines: readonly string[], empty: string) =>
    lines.length > 0 ? lines.map((line) => `${line}。`) : [empty]
  return [
    { title: BRIEF_ZH.part.done, lines: told(done, BRIEF_ZH.nothingDone) },
    { title: BRIEF_ZH.part.missing, lines: told([...gaps, ...late], BRIEF_ZH.nothingMissing) },
    { title: BRIEF_ZH.part.due, lines: told(due, BRIEF_ZH.nothingDue) },
  ]
}

function byKind(kinds: readonly ObligationKind[]): string {
  const counts = new Map<ObligationKind, number>()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts]
    .map(([kind, count]) => fill(BRIEF_ZH.kindCount, { kind: obligationLabel(kind), count }))
    .join('、')
}

/** Duties of one kind and one last day in a line, the first due first. */
function dueLines(due: VillageMonth['due'], asOf: string): string[] {
  const counts = new Map<string, { kind: ObligationKind; dueOn: string; count: number }>()
  for (const { kind, dueOn } of due) {
    const line = counts.get(`${dueOn} ${kind}`) ?? { kind, dueOn, count: 0 }
    line.count += 1
    counts.set(`${dueOn} ${kind}`, line)
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { kind, dueOn, count }]) =>
      fill(BRIEF_ZH.dueLine, { kind: obligationLabel(kind), count, date: dateText(dueOn, asOf) }),
    )
}
