import type { Finding } from './item.ts'

/**
 * What a share earns: floor(weight × numerator × 100 ÷ (denominator × target)), never more than the weight.
 * @param weight in 1/100 point
 * @param target per cent of the denominator that earns the whole weight
 */
export function shareOf(weight: number, numerator: number, denominator: number, target: number): number {
  return Math.min(weight, Math.floor((weight * numerator * 100) / (denominator * target)))
}

/** The points a finding earns, in 1/100 point. Undetermined earns nothing, and makes the total a lower bound. */
export function pointsOf(weight: number, finding: Finding): number {
  const { state, numerator, denominator, target } = finding
  if (state === 'undetermined' || state === 'notYet') return 0
  if (state === 'notApplicable') return weight
  if (numerator !== undefined && denominator !== undefined && target !== undefined && target > 0)
    return denominator > 0 ? shareOf(weight, numerator, denominator, target) : 0
  return state === 'met' ? weight : 0
}
