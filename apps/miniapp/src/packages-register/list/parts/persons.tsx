import { View } from '@tarojs/components'
import { useState } from 'react'
import { lists as copy, work } from '@/shared/copy'
import { toPerson, toRegisterPerson } from '@/shared/navigation'
import { useViewer } from '@/shared/session'
import { Button, EmptyState, Options, Region } from '@/shared/ui'
import { recordableKinds, type Village } from '@/shared/village'
import { type PersonBook, type PersonFilter, personRows, sealedCount } from '../view-model'
import { Rows } from './rows'
import { Search } from './search'

const BOOKS = Object.entries(copy.books).map(([value, label]) => ({ value, label }))
const FILTERS = Object.entries(copy.filters).map(([value, label]) => ({ value, label }))

/** 《吸毒人员基本情况登记表》 with its two lists, by code. @see 三(三)4 */
export function Persons({ village }: { village: Village }) {
  const { role } = useViewer()
  const [book, setBook] = useState<PersonBook>('existing')
  const [query, setQuery] = useState('')
  const [filters, setFilters] = useState<PersonFilter[]>([])
  const mayRegister = recordableKinds(role).some(({ kind }) => kind === 'person-registration')
  const register = mayRegister && (
    <Button icon='register' onTap={toRegisterPerson}>
      {work.register}
    </Button>
  )
  if (village.persons.length === 0) {
    return (
      <EmptyState icon='roster' text={work.nobody} note={work.nobodyNote}>
        {register}
      </EmptyState>
    )
  }
  const sealed = sealedCount(village)
  return (
    <View>
      <Region role='radiogroup' label={copy.registersLabel} className='dfv-filters'>
        <Options options={BOOKS} chosen={[book]} onChange={([one]) => setBook(one as PersonBook)} />
      </Region>
      <Search value={query} label={copy.searchPerson} onChange={setQuery} />
      <Region role='group' label={copy.search} className='dfv-filters'>
        <Options
          multi
          options={FILTERS}
          chosen={filters}
          onChange={(chosen) => setFilters(chosen as PersonFilter[])}
        />
      </Region>
      <Rows
        key={`${book}${query}${filters.join()}`}
        rows={personRows(village, book, query, filters)}
        unit={copy.units.persons}
        query={query}
        onOpen={toPerson}
        onClear={() => {
          setQuery('')
          setFilters([])
        }}
      />
      {book === 'cumulative' && sealed > 0 && <View className='dfv-text'>{copy.sealedNote(sealed)}</View>}
      {register}
    </View>
  )
}
