/** 97.5 % quantile of the normal distribution, for a 95 % interval. */
const Z = 1.959963984540054

/** Half the 5 % quantile of chi-square with 2, 4 and 6 degrees of freedom: what one, two or three misses leave possible. */
const RARE = [0.0513, 0.3554, 0.8177]

export type WilsonInterval = { low: number; high: number }

/**
 * The 95 % Wilson interval of a share. Beside 0 and 1 the plain formula covers as little as 86 % of samples of a hundred, and
 * 95 % and 100 % are what the notice asks for; so with one to three misses (or hits) that bound is the Poisson one.
 * @see Brown, Cai, DasGupta, Interval Estimation for a Binomial Proportion, Statistical Science 16 (2001), 4.1.1
 * @param aware 0 ≤ aware ≤ valid @param valid answers, > 0; not whole where it is the effective size of a stratified sample
 * @returns 0 ≤ low ≤ aware/valid ≤ high ≤ 1
 */
export function wilson(aware: number, valid: number): WilsonInterval {
  const share = aware / valid
  const z2 = Z * Z
  const centre = (share + z2 / (2 * valid)) / (1 + z2 / valid)
  const half = (Z / (1 + z2 / valid)) * Math.sqrt((share * (1 - share)) / valid + z2 / (4 * valid * valid))
  const rareHits = RARE[aware - 1]
  const rareMisses = RARE[valid - aware - 1]
  return {
    low: aware === 0 ? 0 : rareHits === undefined ? Math.max(0, centre - half) : rareHits / valid,
    high:
      aware === valid ? 1 : rareMisses === undefined ? Math.min(1, centre + half) : 1 - rareMisses / valid,
  }
}
