import type { VillageOverview } from '@/shared/api'

type Waiting = Pick<VillageOverview, 'areaCode' | 'name' | 'pending'>

/** The villages whose records wait for a yes, in the official order, and how many records it is. */
export function waitingVillages(items: readonly Waiting[]): { count: number; rows: Waiting[] } {
  const rows = items.filter(({ pending }) => pending > 0).sort((a, b) => (a.areaCode < b.areaCode ? -1 : 1))
  return { count: rows.reduce((sum, { pending }) => sum + pending, 0), rows }
}
