import { type ObligationKind, obligationLabel } from '@dfv/rules'
import type { Overview } from '@/shared/api'
import { late as copy } from '@/shared/copy'
import { daysBetween } from '@/shared/format'

export type KindRow = { kind: string; label: string; count: number; text: string }
export type LateVillage = { areaCode: string; name: string; total: number; lines: string[] }
export type LateView = { sum: string; kinds: KindRow[]; villages: LateVillage[] }

const label = (kind: string): string => obligationLabel(kind as ObligationKind) ?? kind

/** Late work by kind, the most first, and by village in the order of the official codes. @param only of this kind alone */
export function lateView({ items, asOf }: Pick<Overview, 'items' | 'asOf'>, only: string | null): LateView {
  const late = [...items]
    .sort((a, b) => (a.areaCode < b.areaCode ? -1 : 1))
    .map((village) => ({
      ...village,
      late: village.late.filter(({ kind }) => only === null || kind === only),
    }))
    .filter((village) => village.late.length > 0)
  const kinds = new Map<string, { count: number; villages: number }>()
  for (const { late: own } of items)
    for (const { kind, count } of own) {
      const known = kinds.get(kind) ?? { count: 0, villages: 0 }
      kinds.set(kind, { count: known.count + count, villages: known.villages + 1 })
    }
  const villages = late.map(({ areaCode, name, late: own }) => ({
    areaCode,
    name,
    total: own.reduce((sum, { count }) => sum + count, 0),
    lines: own.map(({ kind, count, since }) => copy.line(label(kind), count, daysBetween(since, asOf))),
  }))
  const total = villages.reduce((sum, one) => sum + one.total, 0)
  return {
    sum: total === 0 ? copy.none : copy.sum(total, villages.length),
    kinds: [...kinds]
      .map(([kind, { count, villages: of }]) => ({
        kind,
        label: label(kind),
        count,
        text: copy.kind(count, of),
      }))
      .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1)),
    villages,
  }
}
