import { View } from '@tarojs/components'
import { overview as copy } from '@/shared/copy'
import { toVillageState } from '@/shared/navigation'
import { Icon, StateChip, Tap } from '@/shared/ui'
import { gridLines, type TownGroup, type VillageRow } from '../view-model'
import type { VillagesProps } from './villages'

/** The villages on a phone: one under the other, counts in words; of several towns each folded under its name. */
export function VillageList({ groups, unfolded, onFold }: VillagesProps) {
  return (
    <View className='dfv-card dfv-card--flush'>
      {gridLines(groups, unfolded).map((line) =>
        line.kind === 'town' ? (
          <Town
            key={line.group.code}
            group={line.group}
            open={line.open}
            onFold={() => onFold(line.group.code)}
          />
        ) : (
          <Village key={line.row.code} row={line.row} />
        ),
      )}
    </View>
  )
}

function Town({ group, open, onFold }: { group: TownGroup; open: boolean; onFold: () => void }) {
  return (
    <Tap className='dfv-row dfv-village-row dfv-town-row' expanded={open} onTap={onFold}>
      <View className='dfv-row__main'>
        <View className='dfv-row-wrap'>
          <View className='dfv-row__title'>{group.name}</View>
          <StateChip state={group.worst} />
        </View>
        <View className='dfv-row__note'>{group.counts}</View>
        <View className='dfv-row__note'>{group.work}</View>
      </View>
      <Icon name={open ? 'chevron-up' : 'chevron-down'} />
    </Tap>
  )
}

function Village({ row }: { row: VillageRow }) {
  return (
    <Tap className='dfv-row dfv-village-row' onTap={() => toVillageState(row.code)}>
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
  )
}
