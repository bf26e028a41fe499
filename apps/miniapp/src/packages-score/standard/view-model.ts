import {
  type Clause,
  howText,
  missingText,
  nextText,
  type PartId,
  type PartOutcome,
  partText,
  partTitle,
  reasonText,
  type Scorecard,
  type State,
  standardNumber,
  standardTitle,
  type Wording,
} from '@dfv/rules'
import { check as copy } from '@/shared/copy'

export type PartDetail = {
  id: PartId
  title: string
  state: State
  figure: string
  clause: Clause
  reason: string
  missing: string[]
  /** How many more are missing than are listed. */
  moreMissing: number
  next: string | null
  how: string[]
  evidence: number
}
export type StandardDetail = {
  number: string
  title: string
  state: State
  parts: PartDetail[]
  policyVersion: string
}

const MOST_MISSING = 8

function partDetail(part: PartOutcome, wording: Wording): PartDetail {
  const figure = partText(part)
  const reason = reasonText(part)
  return {
    id: part.id,
    title: partTitle(part.id),
    state: part.state,
    figure,
    clause: part.clause,
    reason: reason === figure ? '' : reason,
    missing: part.missing.slice(0, MOST_MISSING).map((one) => missingText(one, wording)),
    moreMissing: Math.max(0, part.missing.length - MOST_MISSING),
    next: part.next ? nextText(part.next, wording) : null,
    how: howText(part),
    evidence: part.deciding.length,
  }
}

/** One standard: verdict, the notice's own words, each part with its figure and what is missing. */
export function standardDetail(scorecard: Scorecard, id: string, wording: Wording): StandardDetail | null {
  const outcome = [...scorecard.standards, ...scorecard.measures].find((gate) => gate.id === id)
  if (!outcome) return null
  const parts = scorecard.parts.filter((part) => part.standard === outcome.id)
  return {
    number: (id.startsWith('M') ? copy.measure : copy.number)(standardNumber(outcome.id)),
    title: standardTitle(outcome.id),
    state: outcome.state,
    parts: parts.map((part) => partDetail(part, wording)),
    policyVersion: scorecard.policyVersion,
  }
}
