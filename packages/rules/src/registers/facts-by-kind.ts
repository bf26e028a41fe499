import { lazy } from '../core/lazy.ts'
import type { KindId } from '../records/record-kind.ts'
import { RECORD_KINDS } from '../records/record-kinds.ts'
import { inOrder } from './in-order.ts'
import type { Fact, LedgerFacts } from './read-ledger.ts'

/** The facts of a ledger by kind; one pass when first asked. A fact about another village is not this village's. */
export type FactIndex = {
  /** Facts that count, first to last. */
  of: (kind: KindId) => readonly Fact[]
  /** Facts that wait for a second person. */
  pendingOf: (kind: KindId) => readonly Fact[]
  /** Facts that count, by what they are about; the subjects in the order of their ids. */
  bySubject: (kind: KindId) => ReadonlyMap<string, readonly Fact[]>
}

const NONE: readonly Fact[] = []

function sortedByKind({ facts, areaCode }: LedgerFacts): Map<KindId, Fact[]> {
  const byKind = new Map<KindId, Fact[]>()
  for (const fact of facts) {
    if (RECORD_KINDS[fact.kind].subject === 'village' && fact.subjectId !== areaCode) continue
    const list = byKind.get(fact.kind)
    if (list === undefined) byKind.set(fact.kind, [fact])
    else list.push(fact)
  }
  return byKind
}

export function grouped(facts: readonly Fact[]): Map<string, Fact[]> {
  const groups = new Map<string, Fact[]>()
  for (const fact of facts) {
    const group = groups.get(fact.subjectId)
    if (group === undefined) groups.set(fact.subjectId, [fact])
    else group.push(fact)
  }
  return new Map(Array.from(groups).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Remembers what a function gave for each kind. */
function remembered<T>(compute: (kind: KindId) => T): (kind: KindId) => T {
  const known = new Map<KindId, T>()
  return (kind) => {
    if (!known.has(kind)) known.set(kind, compute(kind))
    return known.get(kind) as T
  }
}

export function factIndex(ledger: LedgerFacts): FactIndex {
  const byKind = lazy(() => sortedByKind(ledger))
  const all = (kind: KindId): readonly Fact[] => byKind().get(kind) ?? NONE
  const of = remembered((kind) => inOrder(all(kind).filter(({ pending }) => !pending)))
  return {
    of,
    pendingOf: remembered((kind) => inOrder(all(kind).filter(({ pending }) => pending))),
    bySubject: remembered((kind) => grouped(of(kind))),
  }
}
