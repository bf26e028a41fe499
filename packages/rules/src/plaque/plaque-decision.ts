import { type IsoDate, parseDay } from '../core/iso-date.ts'

export type PlaqueDecisionKind = 'passed' | 'failed' | 'submitted' | 'awarded'

/**
 * One official decision of the city, entered with its document. A mistake is mended by a new decision that names the
 * old one; nothing is ever changed or removed.
 */
export type PlaqueDecision = {
  id: string
  kind: PlaqueDecisionKind
  /** The assessment year whose result it is, or rests on. */
  year: number
  /** The day of the document. */
  on: IsoDate
  document: string
  /** The id of the decision this one replaces. */
  corrects?: string
}

/** Why a decision cannot stand. */
export type PlaqueFault =
  | 'malformed'
  | 'duplicateId'
  | 'secondResult'
  | 'secondSubmission'
  | 'secondAward'
  | 'notPassed'
  | 'notSubmitted'
  | 'correctsUnknown'
  | 'correctsCorrected'
  | 'correctsOther'
  | 'noPolicy'

export type PlaqueTrouble = { path: string; fault: PlaqueFault }

const KINDS: readonly unknown[] = ['passed', 'failed', 'submitted', 'awarded']

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

/** The name of the first field that is wrong; '' when it is no decision at all. */
export function brokenField(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return ''
  const decision = value as Record<string, unknown>
  if (!isText(decision.id)) return 'id'
  if (!KINDS.includes(decision.kind)) return 'kind'
  if (!Number.isSafeInteger(decision.year)) return 'year'
  if (Number.isNaN(parseDay(decision.on))) return 'on'
  if (!isText(decision.document)) return 'document'
  return decision.corrects === undefined || isText(decision.corrects) ? undefined : 'corrects'
}

/** The three acts of a year, in their order. A result is either of two kinds. */
export type PlaqueAct = 'result' | 'submitted' | 'awarded'

export const actOf = (kind: PlaqueDecisionKind): PlaqueAct =>
  kind === 'passed' || kind === 'failed' ? 'result' : kind

const RANK: Record<PlaqueAct, number> = { result: 0, submitted: 1, awarded: 2 }

/** By year, and in it result, submission, award. */
export const inYearOrder = (a: PlaqueDecision, b: PlaqueDecision): number =>
  a.year - b.year || RANK[actOf(a.kind)] - RANK[actOf(b.kind)]

/** As they were made: by day, act and id; a correction always follows what it corrects. */
export const inOrderMade = (a: PlaqueDecision, b: PlaqueDecision): number =>
  (a.on < b.on ? -1 : a.on > b.on ? 1 : 0) ||
  Number(a.corrects !== undefined) - Number(b.corrects !== undefined) ||
  inYearOrder(a, b) ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
