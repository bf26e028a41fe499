import { View } from '@tarojs/components'
import { useState } from 'react'
import { work as copy, tables } from '@/shared/copy'
import { toPerson, toRegisterPerson, toTables, toTransfers } from '@/shared/navigation'
import { useViewer } from '@/shared/session'
import { Button, EmptyState, Icon, Options, Region, StateChip, Tap, TextInput } from '@/shared/ui'
import { mayImport, recordableKinds, type Village } from '@/shared/village'
import { PAGE_SIZE, type PersonFilter, personRows } from '../view-model'
import { ShowMore } from './show-more'

const FILTERS = Object.entries(copy.filters).map(([value, label]) => ({ value, label }))

export function Persons({ village }: { village: Village }) {
  const { role } = useViewer()
  const [query, setQuery] = useState('')
  const [filters, setFilters] = useState<PersonFilter[]>([])
  const [shown, setShown] = useState(PAGE_SIZE)
  const rows = personRows(village, query, filters)
  const mayRegister = recordableKinds(role).some(({ kind }) => kind === 'person-registration')
  const clear = () => {
    setQuery('')
    setFilters([])
  }
  if (village.persons.length === 0) {
    return (
      <EmptyState icon='roster' text={copy.nobody} note={copy.nobodyNote}>
        {mayRegister && <Button onTap={toRegisterPerson}>{copy.register}</Button>}
        {mayImport(role) && <Button onTap={() => toTables('persons')}>{tables.title}</Button>}
      </EmptyState>
    )
  }
  return (
    <View>
      <View className='dfv-search'>
        <Icon name='search' />
        <TextInput value={query} label={copy.searchLabel} maxLength={20} onChange={setQuery} />
      </View>
      <Region role='group' label={copy.search} className='dfv-filters'>
        <Options
          multi
          options={FILTERS}
          chosen={filters}
          onChange={(chosen) => {
            setFilters(chosen as PersonFilter[])
            setShown(PAGE_SIZE)
          }}
        />
      </Region>
      <Region role='status' className='dfv-fine'>
        {copy.countOf(Math.min(shown, rows.length), rows.length)}
      </Region>
      {rows.length === 0 && (
        <EmptyState icon='search' text={query === '' ? copy.noHitFilter : copy.noHit(query)}>
          <Button onTap={clear}>{copy.clear}</Button>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <View className='dfv-card dfv-card--flush'>
          {rows.slice(0, shown).map((row) => (
            <Tap key={row.id} className='dfv-row dfv-person-row' onTap={() => toPerson(row.id)}>
              <View className='dfv-row__main'>
                <View className='dfv-row__title'>{row.code}</View>
                <View className='dfv-row__note'>{row.note}</View>
                {row.chip ? (
                  <StateChip state={row.chip.state}>{row.chip.text}</StateChip>
                ) : (
                  <View className='dfv-fine'>{copy.noDuty}</View>
                )}
              </View>
              <Icon name='chevron-right' />
            </Tap>
          ))}
        </View>
      )}
      <ShowMore shown={shown} all={rows.length} onMore={() => setShown(shown + PAGE_SIZE)} />
      {mayRegister && (
        <Button icon='send' onTap={toTransfers}>
          {copy.transfers}
        </Button>
      )}
      {mayRegister && (
        <Button icon='register' onTap={toRegisterPerson}>
          {copy.register}
        </Button>
      )}
      {mayImport(role) && (
        <Button icon='roster' onTap={() => toTables()}>
          {tables.title}
        </Button>
      )}
    </View>
  )
}
