/** Shares are cut, never rounded up: 94.96 % is not 95 %. */
export function showShare(numerator: number, denominator: number): string {
  if (denominator <= 0) return ''
  const permille = Math.floor((numerator * 1000) / denominator)
  return permille % 10 === 0 ? `${permille / 10}%` : `${(permille / 10).toFixed(1)}%`
}
/** 19 / 20（95%） */
export const showRatio = (numerator: number, denominator: number): string =>
  denominator <= 0 ? '' : `${numerator} / ${denominator}（${showShare(numerator, denominator)}）`

/** A mobile number as it is sent: digits, without spaces, hyphens and the country's code. */
export const phoneDigits = (phone: string): string =>
  phone.replace(/[\s-]/g, '').replace(/^\+?86(?=1\d{10}$)/, '')
