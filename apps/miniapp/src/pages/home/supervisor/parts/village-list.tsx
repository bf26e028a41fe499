import { View } from '@tarojs/components'
import { overview as copy } from '@/shared/copy'
import { toVillageState } from '@/shared/navigation'
import { Icon, StateChip, Tap } from '@/shared/ui'
import type { VillageRow } from '../view-model'

/** The villages on a phone: one under the other, counts in words. */
export function VillageList({ rows }: { rows: readonly VillageRow[] }) {
  return (
    <View className='dfv-card dfv-card--flush'>
      {rows.map((row) => (
        <Tap key={row.code} className='dfv-row dfv-village-row' onTap={() => toVillageState(row.code)}>
          <View className='dfv-row__main'>
            <View className='dfv-row-wrap'>
              <View className='dfv-row__title'>{row.name}</View>
              <StateChip state={row.worst} />
            </View>
            <View className='dfv-row__note'>{row.counts}</View>
            <View className='dfv-row__note'>{row.work}</View>
            <View className='dfv-fine'>
              {[row.stale, `${copy.columns.last} ${row.last}`].filter(Boolean).join(' · ')}
            </View>
          </View>
          <Icon name='chevron-right' />
        </Tap>
      ))}
    </View>
  )
}
