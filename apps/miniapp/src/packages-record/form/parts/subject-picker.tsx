import type { PlaceKind, RecordKind } from '@dfv/rules'
import { REGISTERING } from '@dfv/rules'
import { View } from '@tarojs/components'
import { record as copy } from '@/shared/copy'
import { toRecordForm, toRegisterPerson } from '@/shared/navigation'
import { useViewer } from '@/shared/session'
import { Button, EmptyState, Heading, Icon, Tap } from '@/shared/ui'
import { placesOf, recordableKinds, type Village } from '@/shared/village'

type Props = { kind: RecordKind; village: Village; onChoose: (id: string) => void }

/** What the record is about: persons by code, never by name; places by name. */
export function SubjectPicker({ kind, village, onChoose }: Props) {
  return kind.subject === 'person' ? (
    <Choice
      title={copy.chooseSubject}
      empty={copy.chooseSubjectEmpty}
      add={copy.registerTitle}
      onAdd={toRegisterPerson}
      items={village.persons.map(({ id, code }) => ({ id, label: code }))}
      onChoose={onChoose}
    />
  ) : (
    <PlaceChoice type={kind.subject as PlaceKind} village={village} onChoose={onChoose} />
  )
}

function PlaceChoice({ type, village, onChoose }: Omit<Props, 'kind'> & { type: PlaceKind }) {
  const { role } = useViewer()
  const registering = REGISTERING[type]
  const mayAdd = recordableKinds(role).some(({ kind }) => kind === registering)
  return (
    <Choice
      title={copy.choosePlace[type]}
      empty={copy.noPlace[type]}
      add={mayAdd ? copy.newPlace[type] : null}
      onAdd={() => toRecordForm({ kind: registering })}
      items={(placesOf(village).get(type) ?? [])
        .filter(({ endedOn }) => endedOn === null)
        .map(({ id, name }) => ({ id, label: name }))}
      onChoose={onChoose}
    />
  )
}

type ChoiceProps = {
  title: string
  empty: string
  add: string | null
  onAdd: () => void
  items: readonly { id: string; label: string }[]
  onChoose: (id: string) => void
}

function Choice({ title, empty, add, onAdd, items, onChoose }: ChoiceProps) {
  return (
    <View>
      <Heading level={1}>{title}</Heading>
      {items.length === 0 && (
        <EmptyState icon='roster' text={empty}>
          {add !== null && <Button onTap={onAdd}>{add}</Button>}
        </EmptyState>
      )}
      {items.length > 0 && (
        <View className='dfv-card dfv-card--flush'>
          {items.map(({ id, label }) => (
            <Tap key={id} className='dfv-row dfv-subject' onTap={() => onChoose(id)}>
              <View className='dfv-row__main dfv-row__title'>{label}</View>
              <Icon name='chevron-right' />
            </Tap>
          ))}
        </View>
      )}
    </View>
  )
}
