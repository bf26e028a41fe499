import { lazy, remembered } from '../core/lazy.ts'
import { KIND_OUTLINES } from '../records/kind-outlines.ts'
import type { KindId } from '../records/record-kind.ts'
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
  /** Facts that count, by what they are about; the subjects in the order of their ids. */
  bySubject: (kind: KindId) => ReadonlyMap<string, readonly Fact[]>
  /** Facts that count about one person, venue, grid, site or school, first to last. */
  about: (kind: KindId, subjectId: string) => readonly Fact[]
  /** All facts of every kind, by person, venue, grid, site or school, in no order. */
  subjects: () => ReadonlyMap<string, readonly Fact[]>
}

export const NO_FACTS: readonly Fact[] = []

export const isAccepted = ({ pending }: Fact): boolean => !pending

type Groups = { byKind: Map<KindId, Fact[]>; bySubject: Map<string, Fact[]> }

/** A list under a key, begun when the first fact comes. */
function add<K>(lists: Map<K, Fact[]>, key: K, fact: Fact): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [fact])
  else list.push(fact)
}

function grouped({ facts, areaCode }: LedgerFacts): Groups {
  const groups: Groups = { byKind: new Map(), bySubject: new Map() }
  for (const fact of facts) {
    const isAboutVillage = KIND_OUTLINES[fact.kind].subject === 'village'
    if (isAboutVillage && fact.subjectId !== areaCode) continue
    add(groups.byKind, fact.kind, fact)
    if (!isAboutVillage) add(groups.bySubject, fact.subjectId, fact)
  }
  return groups
}

/** The accepted facts of one kind by subject, each first to last. */
function acceptedBySubject(facts: readonly Fact[]): Map<string, readonly Fact[]> {
  const lists = new Map<string, Fact[]>()
  for (const fact of facts) if (!fact.pending) add(lists, fact.subjectId, fact)
  return new Map(
    Array.from(lists)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, list]) => [id, inOrder(list)]),
  )
}

export function factIndex(ledger: LedgerFacts): FactIndex {
  const groups = lazy(() => grouped(ledger))
  const all = (kind: KindId): readonly Fact[] => groups().byKind.get(kind) ?? NO_FACTS
  const subjects = () => groups().bySubject
  return {
    all,
    of: remembered((kind: KindId) => inOrder(all(kind).filter(isAccepted))),
    pendingOf: remembered((kind: KindId) => inOrder(all(kind).filter(({ pending }) => pending))),
    bySubject: remembered((kind: KindId) => acceptedBySubject(all(kind))),
    about: (kind, subjectId) =>
      inOrder((subjects().get(subjectId) ?? NO_FACTS).filter((fact) => fact.kind === kind && !fact.pending)),
    subjects,
  }
}
