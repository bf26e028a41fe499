import type { Fact } from '../registers/read-ledger.ts'
import type { Village } from '../registers/village.ts'

/** The meetings of the year, by day: two on one day are one. */
export function meetingsHeld({ index, year }: Village): Map<string, Fact> {
  const held = new Map<string, Fact>()
  for (const fact of index.of('meeting'))
    if (fact.on >= `${year}-01-01` && !held.has(fact.on)) held.set(fact.on, fact)
  return held
}

/** Funds of the year, more than nothing. */
export const yearsFunds = ({ index, year }: Village): Fact[] =>
  index.of('funds').filter(({ payload }) => payload.year === year && (payload.yuan as number) > 0)
