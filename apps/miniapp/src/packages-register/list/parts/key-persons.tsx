import { View } from '@tarojs/components'
import { useState } from 'react'
import { lists as copy } from '@/shared/copy'
import { toPerson, toRecordForm } from '@/shared/navigation'
import { useViewer } from '@/shared/session'
import { Button, EmptyState, Options, Region } from '@/shared/ui'
import { personsOf, recordableKinds, type Village } from '@/shared/village'
import { categoriesIn, keyRows } from '../view-model'
import { Rows } from './rows'
import { Search } from './search'

const ALL = ''

/** Key persons by category, with when each was checked last. @see 三(二)6, 三(三)5 */
export function KeyPersons({ village }: { village: Village }) {
  const { role } = useViewer()
  const [category, setCategory] = useState(ALL)
  const [query, setQuery] = useState('')
  const add = recordableKinds(role).some(({ kind }) => kind === 'key-person') && (
    <Button icon='add' onTap={() => toRecordForm({ kind: 'key-person' })}>
      {copy.addKey}
    </Button>
  )
  if (personsOf(village).keyPersons.length === 0)
    return (
      <EmptyState icon='key' text={copy.noKey}>
        {add}
      </EmptyState>
    )
  return (
    <View>
      <Search value={query} label={copy.searchPerson} onChange={setQuery} />
      <Region role='radiogroup' label={copy.category} className='dfv-filters'>
        <Options
          options={[{ value: ALL, label: copy.allCategories }, ...categoriesIn(village)]}
          chosen={[category]}
          onChange={([one]) => setCategory(one ?? ALL)}
        />
      </Region>
      <Rows
        key={`${category}${query}`}
        rows={keyRows(village, category === ALL ? null : category, query)}
        unit={copy.units.key}
        query={query}
        onOpen={toPerson}
        onClear={() => {
          setQuery('')
          setCategory(ALL)
        }}
      />
      {add}
    </View>
  )
}
