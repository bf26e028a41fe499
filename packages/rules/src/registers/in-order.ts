import type { Fact } from './read-ledger.ts'

const byDay = (a: Fact, b: Fact): number =>
  a.day - b.day || compareReceived(a.receivedAt, b.receivedAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** A record not yet received is the newest. */
function compareReceived(a: string, b: string): number {
  if (a === b) return 0
  if (a === '' || b === '') return a === '' ? 1 : -1
  return a < b ? -1 : 1
}

/** Facts from first to last: by day, then by the instant they were received, then by id. */
export const inOrder = (facts: readonly Fact[]): Fact[] =>
  facts.length < 2 ? facts.slice() : facts.slice().sort(byDay)

export const lastOf = <T>(items: readonly T[] | undefined): T | undefined => items?.[items.length - 1]
