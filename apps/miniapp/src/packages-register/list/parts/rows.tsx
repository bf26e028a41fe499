import { View } from '@tarojs/components'
import { useState } from 'react'
import { lists as copy } from '@/shared/copy'
import { Button, EmptyState, Icon, type IconName, Region, StateChip, Tap } from '@/shared/ui'
import { PAGE_SIZE, type Row } from '../view-model'
import { ShowMore } from './show-more'

type Props = {
  rows: readonly (Row & { icon?: IconName })[]
  unit: string
  /** What was asked for, so that the answer can name it. */
  query: string
  onOpen: (id: string) => void
  onClear: () => void
}

/** A list with its count, a page at a time. */
export function Rows({ rows, unit, query, onOpen, onClear }: Props) {
  const [shown, setShown] = useState(PAGE_SIZE)
  return (
    <>
      <Region role='status' className='dfv-fine'>
        {copy.shown(Math.min(shown, rows.length), rows.length, unit)}
      </Region>
      {rows.length === 0 && (
        <EmptyState icon='search' text={query.trim() === '' ? copy.noHitFilter : copy.noHit(query)}>
          <Button onTap={onClear}>{copy.clear}</Button>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <View className='dfv-card dfv-card--flush'>
          {rows.slice(0, shown).map((row) => (
            <Tap key={row.id} className='dfv-row dfv-list-row' onTap={() => onOpen(row.id)}>
              {row.icon && <Icon name={row.icon} />}
              <View className='dfv-row__main'>
                <View className='dfv-row__title'>{row.title}</View>
                {row.note !== '' && <View className='dfv-row__note'>{row.note}</View>}
                {row.chip && <StateChip state={row.chip.state}>{row.chip.text}</StateChip>}
              </View>
              <Icon name='chevron-right' />
            </Tap>
          ))}
        </View>
      )}
      <ShowMore shown={shown} all={rows.length} onMore={() => setShown(shown + PAGE_SIZE)} />
    </>
  )
}
