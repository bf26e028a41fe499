import { View } from '@tarojs/components'
import type { KnownItem } from '@/shared/api'
import { Heading, StateChip } from '@/shared/ui'
import { itemLines, type venueView } from '../view-model'
import { Items } from './items'
import { Missing } from './people'

type Props = { view: ReturnType<typeof venueView>; items: readonly KnownItem[] }

/** Staff of venues, or schools: everybody counts, so there is no sample and no interval. */
export function Census({ view, items }: Props) {
  return (
    <View className='dfv-card dfv-stack dfv-aware'>
      <View className='dfv-aware__head'>
        <Heading level={2}>{view.title}</Heading>
        {view.state && <StateChip state={view.state} />}
      </View>
      {view.lines.map((line) => (
        <View key={line} className='dfv-text'>
          {line}
        </View>
      ))}
      <Missing lines={view.missing} />
      <Items items={itemLines(items)} />
    </View>
  )
}
