import { useWideWindow } from '@/shared/platform/wide'
import { Matrix } from './matrix.h5'
import { VillageList } from './village-list'
import type { VillagesProps } from './villages'

export function Villages(props: VillagesProps) {
  return useWideWindow() ? <Matrix {...props} /> : <VillageList {...props} />
}
