import { View } from '@tarojs/components'
import { useState } from 'react'
import { beginning as copy } from '@/shared/copy'
import { Button, Icon, KeepCodes, StateChip, Tap } from '@/shared/ui'
import type { StepRow } from '../view-model'

type Props = { row: StepRow; onTable: (sheet: string) => void; onRecord: (kind: string) => void }

/** One thing to bring in: how far it is, what is missing, and what to do. */
export function Step({ row, onTable, onRecord }: Props) {
  const [open, setOpen] = useState(false)
  const { table, kind, missing, missingMore } = row
  return (
    <View className='dfv-row dfv-step'>
      <View className='dfv-row__main dfv-stack'>
        <View className='dfv-page__head'>
          <View className='dfv-row__title'>{row.title}</View>
          <StateChip state={row.chip.state}>{row.chip.text}</StateChip>
        </View>
        {row.figures && <View className='dfv-row__note'>{row.figures}</View>}
        {row.how && <View className='dfv-fine'>{row.how}</View>}
        {missing.length > 1 && (
          <Tap className='dfv-link' expanded={open} onTap={() => setOpen(!open)}>
            {copy.showMissing(missing.length + missingMore)}
            <Icon name={open ? 'chevron-up' : 'chevron-down'} small />
          </Tap>
        )}
        {open &&
          missing.map((text) => (
            <View key={text} className='dfv-row__note'>
              <KeepCodes text={text} />
            </View>
          ))}
        {open && missingMore > 0 && <View className='dfv-fine'>{copy.more(missingMore)}</View>}
        {(table !== null || kind !== null) && (
          <View className='dfv-row-wrap'>
            {table !== null && (
              <Button
                small
                className='dfv-step-table'
                label={`${copy.fillTable} ${row.title}`}
                onTap={() => onTable(table)}
              >
                {copy.fillTable}
              </Button>
            )}
            {kind !== null && (
              <Button small label={`${copy.record} ${row.title}`} onTap={() => onRecord(kind)}>
                {copy.record}
              </Button>
            )}
          </View>
        )}
      </View>
    </View>
  )
}
