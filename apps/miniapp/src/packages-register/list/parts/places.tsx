import { type PlaceKind, REGISTERING } from '@dfv/rules'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { lists as copy } from '@/shared/copy'
import { toPlace, toRecordForm } from '@/shared/navigation'
import { useViewer } from '@/shared/session'
import { Button, EmptyState, Options, Region } from '@/shared/ui'
import { placesOf, recordableKinds, type Village } from '@/shared/village'
import { placeRows } from '../view-model'
import { Rows } from './rows'
import { Search } from './search'

const STATES = [
  { value: 'open', label: copy.open },
  { value: 'ended', label: copy.ended },
]

/** Venues, grids, education sites or schools, by code; the closed ones apart. */
export function Places({ village, type }: { village: Village; type: PlaceKind }) {
  const { role } = useViewer()
  const [state, setState] = useState('open')
  const [query, setQuery] = useState('')
  const kind = REGISTERING[type]
  const add = recordableKinds(role).some((one) => one.kind === kind) && (
    <Button icon='add' onTap={() => toRecordForm({ kind })}>
      {copy.addPlace[type]}
    </Button>
  )
  const all = placesOf(village)[type]
  if (all.length === 0) return <EmptyState text={copy.noPlaces[type]}>{add}</EmptyState>
  return (
    <View>
      <Search value={query} label={copy.searchPlace} onChange={setQuery} />
      {all.some(({ endedOn }) => endedOn !== null) && (
        <Region role='radiogroup' label={copy.search} className='dfv-filters'>
          <Options options={STATES} chosen={[state]} onChange={([one]) => setState(one ?? 'open')} />
        </Region>
      )}
      <Rows
        key={`${state}${query}`}
        rows={placeRows(village, type, query, state === 'ended')}
        unit={copy.units.places}
        query={query}
        onOpen={toPlace}
        onClear={() => {
          setQuery('')
          setState('open')
        }}
      />
      {add}
    </View>
  )
}
