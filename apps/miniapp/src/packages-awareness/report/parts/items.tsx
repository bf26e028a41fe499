import { View } from '@tarojs/components'
import { useState } from 'react'
import { common, awareness as copy } from '@/shared/copy'
import { Heading, Tap } from '@/shared/ui'
import type { ItemLine } from '../view-model'

/** As many as one remembers. */
const FIRST = 3

/** Which facts people do not know: what the next talk or poster should be about. */
export function Items({ items }: { items: readonly ItemLine[] }) {
  const [shown, setShown] = useState(FIRST)
  if (items.length === 0) return null
  return (
    <>
      <Heading level={3}>{copy.items}</Heading>
      {items.slice(0, shown).map(({ stem, note, basis }) => (
        <View key={stem} className='dfv-known'>
          <View className='dfv-row__title'>{stem}</View>
          <View className='dfv-text'>{note}</View>
          <View className='dfv-fine'>{basis}</View>
        </View>
      ))}
      {items.length > shown && (
        <Tap className='dfv-link' onTap={() => setShown(items.length)}>
          {common.showMore(items.length - shown)}
        </Tap>
      )}
      <View className='dfv-fine'>{copy.itemsNote}</View>
    </>
  )
}
