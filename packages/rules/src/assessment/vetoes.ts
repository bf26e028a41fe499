import { hasOwn } from '../core/own.ts'
import type { KindId } from '../records/record-kind.ts'
import type { Fact } from '../registers/read-ledger.ts'
import type { Village } from '../registers/village.ts'

export type VetoCode = 'incident' | 'concealment' | 'bottomLine'

/** What rules 达标 out, whatever the points. Lateness alone is never one. */
export type Veto = { code: VetoCode; on: string; recordId: string; isPending: boolean }

const GRAVE: readonly unknown[] = ['manufacture', 'trafficking', 'cultivation']

const KINDS: { readonly [kind in KindId]?: { code: VetoCode; counts: (fact: Fact) => boolean } } = {
  incident: { code: 'incident', counts: ({ payload }) => GRAVE.includes(payload.incidentType) },
  'concealment-finding': { code: 'concealment', counts: () => true },
  'bottom-line-breach': { code: 'bottomLine', counts: () => true },
}

export const VETO_KINDS = Object.keys(KINDS) as KindId[]

/** The vetoes of the year up to the date; one that waits for a second person is pending. */
export function vetoesOf(village: Village): Veto[] {
  const { facts, areaCode } = village.ledger
  const vetoes: Veto[] = []
  for (const fact of facts) {
    if (!hasOwn(KINDS, fact.kind) || fact.subjectId !== areaCode) continue
    const { code, counts } = KINDS[fact.kind]!
    if (fact.on >= `${village.year}-01-01` && counts(fact))
      vetoes.push({ code, on: fact.on, recordId: fact.id, isPending: fact.pending })
  }
  return vetoes.sort((a, b) => (a.on + a.recordId < b.on + b.recordId ? -1 : 1))
}
