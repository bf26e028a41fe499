import type { Day } from '../core/iso-date.ts'
import type { Village } from '../registers/village.ts'
import type { Missing, NextCode, Note } from '../scorecard.ts'
import type { Judgement } from './define-rule.ts'

/** How one member of a population stands: what speaks for it, and what is missing of it. */
export type Finding = {
  deciding: readonly string[]
  missing: readonly Missing[]
  /** What is missing need not be there yet. */
  isInTerm: boolean
}

export type Tally = {
  numerator: number
  denominator: number
  deciding: string[]
  missing: Missing[]
  notes: Note[]
}

/** Counts a population one by one. Whoever is still in his term and lacks something is told, not judged. */
export function tallyOf(findings: readonly Finding[], inTermCode: 'inTerm' | 'inTermItems'): Tally {
  const tally: Tally = { numerator: 0, denominator: 0, deciding: [], missing: [], notes: [] }
  let inTerm = 0
  for (const { deciding, missing, isInTerm } of findings) {
    if (missing.length > 0 && isInTerm) {
      inTerm++
      continue
    }
    tally.denominator++
    if (missing.length === 0) tally.numerator++
    tally.deciding.push(...deciding)
    tally.missing.push(...missing)
  }
  if (inTerm > 0) tally.notes.push({ code: inTermCode, params: { count: inTerm } })
  return tally
}

/** The judgement of a population that work can complete; nobody of it judged: nothing to judge. */
export function judgeTally(tally: Tally, next: NextCode, more: Partial<Judgement> = {}): Judgement {
  const { numerator, denominator, deciding, missing, notes } = tally
  if (denominator === 0) return { state: 'notApplicable', reason: 'nothingToJudge', notes }
  const figures = { numerator, denominator, deciding, notes }
  if (missing.length === 0) return { state: 'met', ...figures }
  return {
    state: 'notMet',
    ...figures,
    missing,
    next: { code: next, params: { count: denominator - numerator } },
    mendable: true,
    ...more,
  }
}

/** Whether a day lies at most so many days back. */
export const isWithin = (day: Day | undefined, days: number, { asOfDay }: Village): boolean =>
  day !== undefined && asOfDay - day <= days

/** The first day a duty about something can run: it exists, and the village has begun. */
export const dutyStart = (day: Day, { ledger }: Village): Day => Math.max(day, ledger.startDay)

/** Whether a term that runs from a registration or from the village's start has not ended. */
export const isInTerm = (day: Day, days: number, village: Village): boolean =>
  isWithin(dutyStart(day, village), days, village)

/** Before its first day a village owes nothing. */
export const canOwe = ({ asOfDay, ledger }: Village): boolean => asOfDay >= ledger.startDay

/** Something that was never counted: the village must count it first. */
export const neverCounted = (missing: Missing, next: NextCode, village: Village, count = 1): Judgement => ({
  state: 'undetermined',
  reason: 'evidenceMissing',
  missing: [missing],
  next: { code: next, params: { count } },
  mendable: canOwe(village),
})

/** Something adverse waits for a second person: until then nobody can say. */
export const awaiting = (
  missing: Missing[],
): Pick<Judgement, 'state' | 'reason' | 'missing' | 'next' | 'mendable'> => ({
  state: 'undetermined',
  reason: 'awaitingReview',
  missing,
  next: { code: 'awaitReview' },
  mendable: false,
})

/** Papers of which any that is not on file makes the part unmet. */
export function judgeOnFile(
  found: readonly (string | undefined)[],
  missing: readonly Missing[],
  next: NextCode,
  village: Village,
): Judgement {
  const deciding = found.filter((id): id is string => id !== undefined)
  const total = deciding.length + missing.length
  const figures = { numerator: deciding.length, denominator: total, deciding }
  if (missing.length === 0) return { state: 'met', ...figures }
  return {
    state: 'notMet',
    ...figures,
    missing: missing.slice(),
    next: { code: next, params: { count: missing.length } },
    mendable: canOwe(village),
  }
}
