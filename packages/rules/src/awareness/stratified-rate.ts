import { wilson } from './wilson.ts'

/** What was answered in one village, and how many people the answers stand for. */
export type Stratum = { population: number; valid: number; aware: number }

export type StratifiedRate = {
  rate: number
  low: number
  high: number
  /** Answers of a simple sample that would tell as much. */
  effective: number
  /** People the rate speaks of. */
  population: number
  /** Villages it rests on. */
  strata: number
}

/**
 * The rate of a town or county: every village by the number of its people (Σ share × rate), whatever the number of answers it
 * happened to give; adding answers up would let the village that answered most speak for all. Its interval is that of the
 * effective size 1 ÷ Σ(share² ÷ answers), which is never larger than the answers themselves.
 * @returns null where no village has both people and answers
 */
export function stratifiedRate(strata: readonly Stratum[]): StratifiedRate | null {
  const used = strata.filter(({ population, valid }) => population > 0 && valid > 0)
  const population = used.reduce((sum, one) => sum + one.population, 0)
  if (population === 0) return null
  let rate = 0
  let spread = 0
  for (const one of used) {
    const share = one.population / population
    rate += share * (one.aware / one.valid)
    spread += (share * share) / one.valid
  }
  const effective = 1 / spread
  // Sums of shares may pass 1 by a rounding error.
  const bounded = Math.min(1, rate)
  const allAware = used.every(({ aware, valid }) => aware === valid)
  return {
    rate: bounded,
    ...wilson(allAware ? effective : bounded * effective, effective),
    effective,
    population,
    strata: used.length,
  }
}
