/** 97.5 % quantile of the normal distribution, for a 95 % interval. */
const Z = 1.959963984540054

export type WilsonInterval = { low: number; high: number }

/**
 * The 95 % Wilson interval of a share. @param aware 0 ≤ aware ≤ valid @param valid whole answers, ≥ 1
 * @returns 0 ≤ low ≤ aware/valid ≤ high ≤ 1
 */
export function wilson(aware: number, valid: number): WilsonInterval {
  const share = aware / valid
  const z2 = Z * Z
  const centre = (share + z2 / (2 * valid)) / (1 + z2 / valid)
  const half = (Z / (1 + z2 / valid)) * Math.sqrt((share * (1 - share)) / valid + z2 / (4 * valid * valid))
  return {
    low: aware === 0 ? 0 : Math.max(0, centre - half),
    high: aware === valid ? 1 : Math.min(1, centre + half),
  }
}
