import type { PlaceKind, RecordKind } from '@dfv/rules'
import { isRegistering } from '@dfv/rules'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { record as copy, lists } from '@/shared/copy'
import { toRecordForm, toRegisterPerson } from '@/shared/navigation'
import { Button, EmptyState, Heading, Icon, StateChip, Tap, TextInput } from '@/shared/ui'
import type { Village } from '@/shared/village'
import { REGISTERED_WITH, type SubjectRow, subjectRows } from '../subjects'

/** With more than fit on a screen, typing is faster than looking. */
const SEARCH_FROM = 9

type Props = {
  village: Village
  kind: RecordKind
  /** Who may register what is not there yet. */
  mayRegister: boolean
  onChoose: (id: string) => void
  onNew: () => void
}

/** Whom or what the record is about: persons by code, never by name; places by name. What is due comes first. */
export function SubjectPicker({ village, kind, mayRegister, onChoose, onNew }: Props) {
  const [words, setWords] = useState('')
  const rows = subjectRows(village, kind)
  const wanted = words.trim().toUpperCase()
  const shown = rows.filter(({ title, note }) => `${title} ${note}`.toUpperCase().includes(wanted))
  const isPerson = kind.subject === 'person'
  const register = () => {
    if (isPerson) toRegisterPerson()
    else if (isRegistering(kind.kind)) onNew()
    else toRecordForm({ kind: REGISTERED_WITH[kind.subject as PlaceKind] })
  }
  const registerButton = mayRegister && (
    <Button icon='add' onTap={register}>
      {isPerson ? copy.registerTitle : lists.addPlace[kind.subject as PlaceKind]}
    </Button>
  )
  return (
    <View>
      <Heading level={1}>{isPerson ? copy.chooseSubject : copy.choosePlace}</Heading>
      {rows.length === 0 && (
        <EmptyState
          icon='roster'
          text={isPerson ? copy.chooseSubjectEmpty : lists.noPlaces[kind.subject as PlaceKind]}
        />
      )}
      {rows.length >= SEARCH_FROM && (
        <View className='dfv-search'>
          <Icon name='search' />
          <TextInput
            value={words}
            label={isPerson ? lists.searchPerson : lists.searchPlace}
            maxLength={20}
            onChange={setWords}
          />
        </View>
      )}
      {rows.length > 0 && shown.length === 0 && <EmptyState text={lists.noHit(words)} />}
      {shown.length > 0 && (
        <View className='dfv-card dfv-card--flush'>
          {shown.map((row) => (
            <Row key={row.id} row={row} onTap={() => onChoose(row.id)} />
          ))}
        </View>
      )}
      {registerButton}
    </View>
  )
}

function Row({ row, onTap }: { row: SubjectRow; onTap: () => void }) {
  return (
    <Tap className='dfv-row dfv-subject' onTap={onTap}>
      <View className='dfv-row__main'>
        <View className='dfv-row__title'>{row.title}</View>
        {row.note !== '' && <View className='dfv-row__note'>{row.note}</View>}
      </View>
      {row.chip && <StateChip state={row.chip.state}>{row.chip.text}</StateChip>}
      <Icon name='chevron-right' />
    </Tap>
  )
}
