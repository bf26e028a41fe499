import type { TownGroup } from '../view-model'
import { VillageList } from './village-list'

export type VillagesProps = {
  groups: readonly TownGroup[]
  /** Towns whose villages are on screen, where there are several towns. */
  unfolded: ReadonlySet<string>
  onFold: (town: string) => void
}

export function Villages(props: VillagesProps) {
  return <VillageList {...props} />
}
