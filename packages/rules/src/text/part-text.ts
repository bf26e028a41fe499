import { shareText } from '../core/ratio.ts'
import type { GateId, PartId, PartOutcome } from '../scorecard.ts'
import { ZH_NAMES } from './zh-names.ts'
import { ZH_PARTS } from './zh-parts.ts'

export const standardTitle = (id: GateId): string => ZH_PARTS.standard[id]
/** The number of a standard, or of a measure, in the notice. */
export const standardNumber = (id: GateId): number => Number(id.slice(1))
export const partTitle = (id: PartId): string => ZH_PARTS.part[id]

/**
 * The deciding figure, `52 / 53 人次(98.1%)`; the share is cut off, never rounded up. Without a denominator, the reason;
 * '' when the part is met and counts nothing.
 */
export function partText(part: PartOutcome): string {
  const { id, state, numerator, denominator, reason } = part
  if (numerator !== undefined && denominator !== undefined)
    return `${numerator} / ${denominator} ${ZH_PARTS.unit[id]}(${shareText(numerator, denominator)})`
  if (state === 'notApplicable') return ZH_NAMES.notApplicable
  if (reason !== undefined) return ZH_NAMES.reason[reason]
  return state === 'met' ? '' : ZH_NAMES.state[state]
}

/** Why a part could not be judged; '' when it was. */
export const reasonText = ({ reason }: Pick<PartOutcome, 'reason'>): string =>
  reason === undefined ? '' : ZH_NAMES.reason[reason]
