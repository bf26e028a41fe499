import { View } from '@tarojs/components'
import { useState } from 'react'
import { lists as copy } from '@/shared/copy'
import { toChoose, toRecord, toRecordForm } from '@/shared/navigation'
import { useViewer } from '@/shared/session'
import { Button, EmptyState, Icon, Sheet, Tap } from '@/shared/ui'
import { kindsOf, type RegisterId, recordableKinds, recordsIn, type Village } from '@/shared/village'
import { kindsIn, recordRows, yearsIn } from '../view-model'
import { Rows } from './rows'
import { Search } from './search'

const ALL = ''

/** A book of records: searched by kind, subject and open words, filtered by kind and year. */
export function Records({ village, id }: { village: Village; id: RegisterId }) {
  const { role } = useViewer()
  const [kind, setKind] = useState(ALL)
  const [year, setYear] = useState(ALL)
  const [query, setQuery] = useState('')
  const own = kindsOf(id)
  const kinds = recordableKinds(role).filter((one) => own === null || own.includes(one.kind))
  const [only] = kinds
  const add = only && (
    <Button icon='add' onTap={() => (kinds.length === 1 ? toRecordForm({ kind: only.kind }) : toChoose())}>
      {kinds.length === 1 ? only.label : copy.record}
    </Button>
  )
  if (recordsIn(village, id).length === 0)
    return (
      <EmptyState icon='document' text={copy.noRecords}>
        {add}
      </EmptyState>
    )
  const kindChoices = kindsIn(village, id)
  const yearChoices = yearsIn(village, id).map((value) => ({ value, label: copy.yearOf(value) }))
  return (
    <View>
      <Search value={query} label={copy.searchRecord} onChange={setQuery} />
      <View className='dfv-filters'>
        {kindChoices.length > 1 && (
          <Filter
            title={copy.kind}
            all={copy.allKinds}
            options={kindChoices}
            chosen={kind}
            onChoose={setKind}
          />
        )}
        {yearChoices.length > 1 && (
          <Filter
            title={copy.year}
            all={copy.allYears}
            options={yearChoices}
            chosen={year}
            onChoose={setYear}
          />
        )}
      </View>
      <Rows
        key={`${kind}${year}${query}`}
        rows={recordRows(village, id, {
          kind: kind === ALL ? null : kind,
          year: year === ALL ? null : year,
          query,
        })}
        unit={copy.units.records}
        query={query}
        onOpen={toRecord}
        onClear={() => {
          setQuery('')
          setKind(ALL)
          setYear(ALL)
        }}
      />
      {add}
    </View>
  )
}

type FilterProps = {
  title: string
  all: string
  options: readonly { value: string; label: string }[]
  chosen: string
  onChoose: (value: string) => void
}

/** One filter: a button that says what is chosen, and a sheet of what can be. */
function Filter({ title, all, options, chosen, onChoose }: FilterProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button small icon='filter' onTap={() => setOpen(true)}>
        {options.find(({ value }) => value === chosen)?.label ?? all}
      </Button>
      <Sheet open={open} title={title} onClose={() => setOpen(false)}>
        {[{ value: ALL, label: all }, ...options].map(({ value, label }) => (
          <Tap
            key={value}
            role='radio'
            checked={value === chosen}
            className='dfv-row'
            onTap={() => {
              onChoose(value)
              setOpen(false)
            }}
          >
            <View className='dfv-row__main dfv-row__title'>{label}</View>
            {value === chosen && <Icon name='check' />}
          </Tap>
        ))}
      </Sheet>
    </>
  )
}
