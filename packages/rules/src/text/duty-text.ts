import type { MissedWindow, Obligation, ObligationKind } from '../scorecard.ts'
import { periodText } from './dates.ts'
import { documentLabel, namesOf, type Wording } from './names.ts'
import { ZH_DUTIES } from './zh-duties.ts'

export const obligationLabel = (kind: ObligationKind): string => ZH_DUTIES.obligation[kind]

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
  return [ZH_DUTIES.obligation[kind], what, who, when].filter((word) => word !== '').join(' ')
}

/** A window that closed unmet, told as a fact. */
export function missedText(missed: MissedWindow, wording: Wording): string {
  const when = periodText(missed.period, wording.asOf, wording.cycleMonths)
  if (missed.kind === 'publicity') return `${when}宣传活动没有达到次数，已不能补。`
  const { who, grid } = namesOf(missed.subjectId, wording)
  if (missed.kind === 'patrol') return `${grid}${when}没有巡查，已不能补记。`
  return `${who} ${when}没有${ZH_DUTIES.obligation[missed.kind]}，已不能补记。`
}
