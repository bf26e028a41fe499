import { useWideWindow } from '@/shared/platform/wide'
import type { VillageRow } from '../view-model'
import { Matrix } from './matrix.h5'
import { VillageList } from './village-list'

export function Villages({ rows }: { rows: readonly VillageRow[] }) {
  return useWideWindow() ? <Matrix rows={rows} /> : <VillageList rows={rows} />
}
