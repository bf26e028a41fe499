import type { Fact } from './read-ledger.ts'

const byDay = (a: Fact, b: Fact): number =>
  a.day - b.day || compareReceived(a.receivedAt, b.receivedAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** A record not yet received is the newest. */
function compareReceived(a: string, b: string): number {
  if (a === b) return 0
  if (a === '' || b === '') return a === '' ? 1 : -1
  return a < b ? -1 : 1
}

/** Up to so many facts, moving one after the other into its place is faster than the general sort. */
const FEW = 30

function insertInto(sorted: Fact[], first: number): void {
  for (let at = first; at < sorted.length; at++) {
    const fact = sorted[at]!
    let place = at
    for (; place > 0 && byDay(sorted[place - 1]!, fact) > 0; place--) sorted[place] = sorted[place - 1]!
    sorted[place] = fact
  }
}

/**
 * Facts from first to last: by day, then by the instant they were received, then by id.
 * @returns the list itself when it is in order already, as ledgers mostly are
 */
export function inOrder<List extends readonly Fact[]>(facts: List): List | Fact[] {
  let at = 1
  while (at < facts.length && byDay(facts[at - 1]!, facts[at]!) <= 0) at++
  if (at >= facts.length) return facts
  const sorted = facts.slice()
  if (sorted.length > FEW) sorted.sort(byDay)
  else insertInto(sorted, at)
  return sorted
}

export const lastOf = <T>(items: readonly T[] | undefined): T | undefined => items?.[items.length - 1]
