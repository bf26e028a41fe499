import { View } from '@tarojs/components'
import { households as copy } from '@/shared/copy'
import { Button, StateChip } from '@/shared/ui'
import type { HouseholdRow } from '../view-model'

type Props = { row: HouseholdRow; onDoor: () => void; onMore: (() => void) | null }

/** One household: how far it is, and what can be done at its door. */
export function HouseholdLine({ row, onDoor, onMore }: Props) {
  return (
    <View className='dfv-row dfv-household'>
      <View className='dfv-row__main'>
        <View className='dfv-row__title'>{row.name}</View>
        <StateChip state={row.chip.state}>{row.chip.text}</StateChip>
      </View>
      <View className='dfv-row__side'>
        {onMore && (
          <Button small onTap={onMore} label={copy.moreDo(row.number)}>
            {copy.more}
          </Button>
        )}
        {row.isOpen && (
          <Button small onTap={onDoor} label={copy.doorTitle(row.number)}>
            {copy.door}
          </Button>
        )}
      </View>
    </View>
  )
}
