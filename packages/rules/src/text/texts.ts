import type { IsoDate } from '../core/iso-date.ts'
import type { State } from '../core/outcome.ts'
import { shareText } from '../core/ratio.ts'
import type { Role } from '../core/role.ts'
import { REGIMES, type TestSchedule } from '../policy/test-schedule.ts'
import { KIND_OUTLINES } from '../records/generated/kind-outlines.ts'
import type { KindId } from '../records/record-kind.ts'
import { DOCUMENTS, MEMBER_KINDS, REPORT_MATTERS, STATUSES, type Status } from '../records/vocabulary.ts'
import type { CycleState } from '../registers/person-view.ts'
import type {
  GateId,
  MissedWindow,
  Missing,
  Next,
  Note,
  Obligation,
  ObligationKind,
  Params,
  PartId,
  PartOutcome,
  Track,
} from '../scorecard.ts'
import { dateText, periodText } from './dates.ts'
import { fill, type Values } from './fill.ts'
import { sumText } from './sums.ts'
import { ZH } from './zh.ts'

/** What a sentence needs beside its facts. */
export type Wording = {
  /** The day the page speaks of; dates of its year are written without the year. */
  asOf: IsoDate
  /** The code a person is known by, `示范A-07`; without it sentences about persons say 有一人. */
  nameOf?: (subjectId: string) => string | undefined
  /** Months of a cycle, default 2. */
  cycleMonths?: number
}

const THINGS: Readonly<Record<string, string>> = ZH.thing
const AUDIENCES: Readonly<Record<string, string>> = ZH.audience

const memberLabel = (kind: string): string =>
  MEMBER_KINDS.find(({ value }) => value === kind)?.label ?? THINGS[kind] ?? kind

export const documentLabel = (document: string): string =>
  DOCUMENTS.find(({ value }) => value === document)?.label ?? document

/** Words for values that stand as ids in the facts. */
const NAMES: { readonly [param: string]: (id: string) => string | undefined } = {
  document: documentLabel,
  matter: (id) => REPORT_MATTERS.find(({ value }) => value === id)?.label,
  regime: (id) => STATUSES.find(({ value }) => value === id)?.label,
  audience: (id) => AUDIENCES[id],
}

function valuesOf(params: Params | undefined, wording: Wording): Values {
  const values: Values = {}
  for (const [name, value] of Object.entries(params ?? {})) {
    if (typeof value === 'object') values[name] = value.map(memberLabel).join('、')
    else if (name === 'on') values[name] = dateText(`${value}`, wording.asOf)
    else values[name] = NAMES[name]?.(`${value}`) ?? value
  }
  return values
}

/** The name of what a sentence is about, under every word that may stand for it. */
function namesOf(subjectId: string | undefined, { nameOf }: Wording): Values {
  const known = subjectId === undefined ? undefined : nameOf?.(subjectId)
  if (known === undefined) return ZH.someone
  const names: Values = {}
  for (const word of Object.keys(ZH.someone)) names[word] = known
  return names
}

export const stateLabel = (state: State): string => ZH.state[state]
export const standardTitle = (id: GateId): string => ZH.standard[id]
/** The number of a standard, or of a measure, in the notice. */
export const standardNumber = (id: GateId): number => Number(id.slice(1))
export const partTitle = (id: PartId): string => ZH.part[id]
export const kindLabel = (kind: KindId): string => KIND_OUTLINES[kind].label
export const statusLabel = (status: Status): string =>
  STATUSES.find(({ value }) => value === status)?.label ?? status
export const roleLabel = (role: Role): string => ZH.role[role]
export const cycleStateLabel = (state: CycleState): string => ZH.cycle[state]
export const trackLabel = (track: Track): string => ZH.track[track]

/**
 * The deciding figure, `52 / 53 人次(98.1%)`; the share is cut off, never rounded up. Without a denominator, the reason;
 * '' when the part is met and counts nothing.
 */
export function partText(part: PartOutcome): string {
  const { id, state, numerator, denominator, reason } = part
  if (numerator !== undefined && denominator !== undefined)
    return `${numerator} / ${denominator} ${ZH.unit[id]}(${shareText(numerator, denominator)})`
  if (state === 'notApplicable') return ZH.notApplicable
  if (reason !== undefined) return ZH.reason[reason]
  return state === 'met' ? '' : ZH.state[state]
}

/** Why a part could not be judged; '' when it was. */
export const reasonText = ({ reason }: Pick<PartOutcome, 'reason'>): string =>
  reason === undefined ? '' : ZH.reason[reason]

const scheduleTexts = (schedule: TestSchedule): string[] =>
  REGIMES.filter((regime) => schedule[regime].some((times) => times > 0)).map((regime) => {
    const [first, second, third] = schedule[regime]
    return fill(ZH.schedule, { regime: statusLabel(regime), first, second, third })
  })

/** 怎么算: the sentences with the policy values used and the figures. */
export function howText(part: PartOutcome): string[] {
  const values: Values = {}
  for (const { id, value } of part.policy) if (typeof value === 'number') values[id] = value
  const sentences = ZH.how[part.id].map((sentence) => fill(sentence, values))
  const scope = part.policy.find(({ id }) => id === 'threeYearsScope')?.value as
    | keyof typeof ZH.scope
    | undefined
  if (scope !== undefined) sentences.push(ZH.scope[scope])
  const schedule = part.policy.find(({ id }) => id === 'testSchedule')?.value as TestSchedule | undefined
  if (schedule !== undefined) sentences.push(...scheduleTexts(schedule))
  const sum = sumText(part)
  if (sum !== '') sentences.push(`${sum}。`)
  return sentences.concat(part.notes.map(noteText)).filter((sentence) => sentence !== '')
}

/** A figure shown beside a part; '' when it counts nobody. */
export const noteText = (note: Note): string =>
  note.params.denominator === 0 ? '' : fill(ZH.note[note.code], valuesOf(note.params, { asOf: '' }))

export function missingText(missing: Missing, wording: Wording): string {
  const { code, subjectId, period = '', params } = missing
  const when = periodText(period, wording.asOf, wording.cycleMonths)
  return fill(ZH.missing[code], { ...valuesOf(params, wording), ...namesOf(subjectId, wording), when }).trim()
}

export const nextText = (next: Next, wording: Wording): string =>
  fill(ZH.next[next.code], valuesOf(next.params, wording))

export const obligationLabel = (kind: ObligationKind): string => ZH.obligation[kind]

/** Duties that belong to a cycle, month or quarter. */
const WINDOWS: readonly ObligationKind[] = [
  'talk',
  'test',
  'publicity',
  'roster-confirmation',
  'patrol',
  'bottom-line-declaration',
]

/** One line for a list: kind, person's code where there is one, period where it is a window. */
export function obligationTitle(
  obligation: Pick<Obligation, 'kind' | 'subjectId' | 'period'>,
  wording: Wording,
): string {
  const { kind, subjectId, period } = obligation
  const who = wording.nameOf?.(subjectId) ?? ''
  const when = WINDOWS.includes(kind) ? periodText(period, wording.asOf, wording.cycleMonths) : ''
  const what = kind === 'document' ? documentLabel(period.slice(5)) : ''
  return [ZH.obligation[kind], what, who, when].filter((word) => word !== '').join(' ')
}

export const obligationReason = ({ kind, params }: Pick<Obligation, 'kind' | 'params'>): string =>
  fill(ZH.obligationReason[kind], valuesOf(params, { asOf: '' }))

/** A window that closed unmet, told as a fact. */
export function missedText(missed: MissedWindow, wording: Wording): string {
  const when = periodText(missed.period, wording.asOf, wording.cycleMonths)
  if (missed.kind === 'publicity') return `${when}宣传活动没有达到次数，已不能补。`
  const { who, grid } = namesOf(missed.subjectId, wording)
  if (missed.kind === 'patrol') return `${grid}${when}没有巡查，已不能补记。`
  return `${who} ${when}没有${ZH.obligation[missed.kind]}，已不能补记。`
}
