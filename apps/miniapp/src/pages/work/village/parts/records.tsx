import { View } from '@tarojs/components'
import { useState } from 'react'
import { work as copy } from '@/shared/copy'
import { toRecord } from '@/shared/navigation'
import { kindLabel } from '@/shared/records'
import { Button, EmptyState, Icon, Region, Sheet, StateChip, Tap, TextInput } from '@/shared/ui'
import type { Village } from '@/shared/village'
import { kindOptions, PAGE_SIZE, recordRows } from '../view-model'
import { ShowMore } from './show-more'

export function Records({ village }: { village: Village }) {
  const [kind, setKind] = useState<string | null>(null)
  const [choosing, setChoosing] = useState(false)
  const [shown, setShown] = useState(PAGE_SIZE)
  const [query, setQuery] = useState('')
  const rows = recordRows(village, kind, query)
  const choose = (chosen: string | null) => {
    setKind(chosen)
    setShown(PAGE_SIZE)
    setChoosing(false)
  }
  return (
    <View>
      <View className='dfv-search'>
        <Icon name='search' />
        <TextInput value={query} label={copy.searchRecords} maxLength={20} onChange={setQuery} />
      </View>
      <View className='dfv-page__head'>
        <Region role='status' className='dfv-fine'>
          {copy.recordCount(Math.min(shown, rows.length), rows.length)}
        </Region>
        <Button small icon='filter' onTap={() => setChoosing(true)}>
          {kind === null ? copy.allKinds : kindLabel(kind)}
        </Button>
      </View>
      {rows.length === 0 && (
        <EmptyState icon='document' text={kind === null ? copy.noRecords : copy.noRecordsOfKind} />
      )}
      {rows.length > 0 && (
        <View className='dfv-card dfv-card--flush'>
          {rows.slice(0, shown).map((row) => (
            <Tap key={row.id} className='dfv-row dfv-record-row' onTap={() => toRecord(row.id)}>
              <Icon name={row.icon} />
              <View className='dfv-row__main'>
                <View className='dfv-row__title'>{row.title}</View>
                <View className='dfv-row__note'>{row.note}</View>
              </View>
              <View className='dfv-row__side'>
                {row.chip && <StateChip state={row.chip.state}>{row.chip.text}</StateChip>}
                <Icon name='chevron-right' />
              </View>
            </Tap>
          ))}
        </View>
      )}
      <ShowMore shown={shown} all={rows.length} onMore={() => setShown(shown + PAGE_SIZE)} />
      <Sheet open={choosing} title={copy.kindFilter} onClose={() => setChoosing(false)}>
        {[{ value: '', label: copy.allKinds }, ...kindOptions()].map(({ value, label }) => (
          <Tap key={value} className='dfv-row' onTap={() => choose(value === '' ? null : value)}>
            <View className='dfv-row__main dfv-row__title'>{label}</View>
            {(kind ?? '') === value && <Icon name='check' />}
          </Tap>
        ))}
      </Sheet>
    </View>
  )
}
