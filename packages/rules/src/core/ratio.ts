/** Whether numerator ÷ denominator reaches a whole percentage, compared as integers: 9496 of 10000 does not reach 95. */
export const reachesPercent = (numerator: number, denominator: number, percent: number): boolean =>
  numerator * 100 >= denominator * percent

/** A share as text with one decimal, truncated, never rounded up: 9496 of 10000 is `94.9%`. A whole percentage has no decimal. */
export function shareText(numerator: number, denominator: number): string {
  const tenths = Math.floor((numerator * 1000) / denominator)
  const whole = Math.floor(tenths / 10)
  return numerator * 100 === whole * denominator ? `${whole}%` : `${whole}.${tenths - whole * 10}%`
}
