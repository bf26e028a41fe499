import type { PlaqueDecision, PlaqueDecisionIn, PlaqueDecisionKind, PlaqueView } from '@/shared/api'
import { plaque as copy } from '@/shared/copy'
import type { OptionItem, SummaryLine } from '@/shared/ui'

/** What is being entered. `corrects`: the decision it replaces, whose year and act it keeps. */
export type DecisionForm = {
  kind: PlaqueDecisionKind | null
  year: number | null
  on: string
  document: string
  corrects: PlaqueDecision | null
}

export const emptyForm = (today: string): DecisionForm => ({
  kind: null,
  year: null,
  on: today,
  document: '',
  corrects: null,
})

export const correctionOf = (decision: PlaqueDecision, today: string): DecisionForm => ({
  ...emptyForm(today),
  kind: decision.kind,
  year: decision.year,
  corrects: decision,
})

/** The programme's first year is the year of the notice. */
const FIRST_YEAR = 2023
const YEARS_SHOWN = 3

/** This year and those just before it, the last year first: that is the one results come in for. */
export function yearOptions(today: string): OptionItem[] {
  const now = Number(today.slice(0, 4))
  const years = Array.from({ length: YEARS_SHOWN }, (_, ago) => now - ago).filter(
    (year) => year >= FIRST_YEAR,
  )
  return years.map((year) => ({ value: String(year), label: copy.year(year) }))
}

const KINDS = Object.keys(copy.kinds) as PlaqueDecisionKind[]
const isResult = (kind: PlaqueDecisionKind) => kind === 'passed' || kind === 'failed'

/** A correction stays with its act: a result may turn into the other, a submission or an award is only dated anew. */
export const kindOptions = ({ corrects }: DecisionForm): OptionItem[] =>
  KINDS.filter((kind) => !corrects || isResult(kind) === isResult(corrects.kind))
    .filter((kind) => !corrects || isResult(kind) || kind === corrects.kind)
    .map((kind) => ({ value: kind, label: copy.kinds[kind] }))

const LEAST_DOCUMENT = 4

export function checkDecision({ kind, year, document }: DecisionForm): SummaryLine[] {
  return [
    ...(kind === null ? [{ field: 'kind', text: copy.kindMissing }] : []),
    ...(year === null ? [{ field: 'year', text: copy.yearMissing }] : []),
    ...(document.trim().length < LEAST_DOCUMENT ? [{ field: 'document', text: copy.documentMissing }] : []),
  ]
}

export function decisionOf({ kind, year, on, document, corrects }: DecisionForm): PlaqueDecisionIn | null {
  if (kind === null || year === null) return null
  return { kind, year, on, document: document.trim(), ...(corrects && { corrects: corrects.id }) }
}

/** The award that holds; a yellow card warns and takes nothing away. */
export const awardOf = ({ state, decisions }: PlaqueView): PlaqueDecision | undefined =>
  state === 'awarded' || state === 'yellow-card'
    ? decisions.find(({ kind, corrected }) => kind === 'awarded' && !corrected)
    : undefined
