import type { VillageRow } from '../view-model'
import { VillageList } from './village-list'

export function Villages({ rows }: { rows: readonly VillageRow[] }) {
  return <VillageList rows={rows} />
}
