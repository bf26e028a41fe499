import { lazy, remembered } from '../core/lazy.ts'
import type { KindId } from '../records/record-kind.ts'
import { RECORD_KINDS } from '../records/record-kinds.ts'
import { inOrder } from './in-order.ts'
import type { Fact, LedgerFacts } from './read-ledger.ts'

/** The facts of a ledger by kind; one pass when first asked. A fact about another village is not this village's. */
export type FactIndex = {
  /** All facts, those that wait for a second person too, in no order. */
  all: (kind: KindId) => readonly Fact[]
  /** Facts that count, first to last. */
  of: (kind: KindId) => readonly Fact[]
  /** Facts that wait for a second person, first to last. */
  pendingOf: (kind: KindId) => readonly Fact[]
  /** Facts that count, about one subject, first to last. */
  about: (kind: KindId, subjectId: string) => readonly Fact[]
  /** Facts that count, by what they are about; the subjects in the order of their ids. */
  bySubject: (kind: KindId) => ReadonlyMap<string, readonly Fact[]>
}

export const NO_FACTS: readonly Fact[] = []

export const isAccepted = ({ pending }: Fact): boolean => !pending

function groupedByKind({ facts, areaCode }: LedgerFacts): Map<KindId, Fact[]> {
  const byKind = new Map<KindId, Fact[]>()
  for (const fact of facts) {
    const list = byKind.get(fact.kind)
    if (list === undefined) byKind.set(fact.kind, [fact])
    else list.push(fact)
  }
  byKind.forEach((list, kind) => {
    if (RECORD_KINDS[kind].subject === 'village' && list.some(({ subjectId }) => subjectId !== areaCode))
      byKind.set(
        kind,
        list.filter(({ subjectId }) => subjectId === areaCode),
      )
  })
  return byKind
}

/** The accepted facts by subject, first to last. */
function groupedBySubject(facts: readonly Fact[]): Map<string, readonly Fact[]> {
  const groups = new Map<string, Fact[]>()
  for (const fact of facts) {
    if (fact.pending) continue
    const group = groups.get(fact.subjectId)
    if (group === undefined) groups.set(fact.subjectId, [fact])
    else group.push(fact)
  }
  groups.forEach((group, id) => {
    const sorted = inOrder(group)
    if (sorted !== group) groups.set(id, sorted)
  })
  return groups
}

export function factIndex(ledger: LedgerFacts): FactIndex {
  const byKind = lazy(() => groupedByKind(ledger))
  const all = (kind: KindId): readonly Fact[] => byKind().get(kind) ?? NO_FACTS
  const groups = remembered((kind: KindId) => groupedBySubject(all(kind)))
  return {
    all,
    of: remembered((kind: KindId) => inOrder(all(kind).filter(isAccepted))),
    pendingOf: remembered((kind: KindId) => inOrder(all(kind).filter(({ pending }) => pending))),
    about: (kind, subjectId) => groups(kind).get(subjectId) ?? NO_FACTS,
    bySubject: remembered(
      (kind: KindId) => new Map(Array.from(groups(kind)).sort(([a], [b]) => (a < b ? -1 : 1))),
    ),
  }
}
