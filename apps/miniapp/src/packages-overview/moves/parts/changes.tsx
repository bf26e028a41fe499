import { View } from '@tarojs/components'
import { useState } from 'react'
import { common, moves as copy } from '@/shared/copy'
import { toVillageStandard } from '@/shared/navigation'
import { Heading, Icon, StateChip, Tap } from '@/shared/ui'
import type { ChangedVillage } from '../view-model'

const FIRST = 10

type Props = {
  title: string
  note: string
  /** Which villages joined, where some did. */
  moved: string | null
  villages: readonly ChangedVillage[]
  folded?: boolean
}

/** Which villages stand otherwise than a week before, each line one tap from the standard and two from its records. */
export function Changes({ title, note, moved, villages, folded }: Props) {
  const [shown, setShown] = useState(folded ? 0 : FIRST)
  return (
    <View className='dfv-card dfv-card--flush'>
      <View className='dfv-row'>
        <View className='dfv-row__main'>
          <Heading level={2}>{title}</Heading>
          <View className='dfv-fine'>{note}</View>
          {moved && <View className='dfv-text'>{moved}</View>}
          {villages.length === 0 && <View className='dfv-text'>{copy.none}</View>}
        </View>
      </View>
      {villages.slice(0, shown).map((village) => (
        <View key={village.areaCode} className='dfv-changed'>
          <Heading level={3} className='dfv-row__title'>
            {village.name}
          </Heading>
          <View className='dfv-row__note'>{village.counts}</View>
          {village.lines.map(({ gate, title: what, from, to }) => (
            <Tap
              key={gate}
              role='link'
              className='dfv-changed__line'
              onTap={() => toVillageStandard(village.areaCode, gate)}
            >
              <View className='dfv-changed__what'>{what}</View>
              <View className='dfv-changed__states'>
                <StateChip state={from} />
                <Icon name='chevron-right' small />
                <StateChip state={to} />
              </View>
            </Tap>
          ))}
        </View>
      ))}
      {villages.length > shown && (
        <Tap className='dfv-row' onTap={() => setShown(shown + FIRST)}>
          {common.showMore(Math.min(FIRST, villages.length - shown))}
        </Tap>
      )}
    </View>
  )
}
