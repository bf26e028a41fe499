import { View } from '@tarojs/components'
import { record as copy } from '@/shared/copy'
import { toRegisterPerson } from '@/shared/navigation'
import { Button, EmptyState, Heading, Icon, Tap } from '@/shared/ui'
import type { Village } from '@/shared/village'

/** Whom the record is about: codes, never names. */
export function SubjectPicker({ village, onChoose }: { village: Village; onChoose: (id: string) => void }) {
  return (
    <View>
      <Heading level={1}>{copy.chooseSubject}</Heading>
      {village.persons.length === 0 ? (
        <EmptyState icon='roster' text={copy.chooseSubjectEmpty}>
          <Button onTap={toRegisterPerson}>{copy.registerTitle}</Button>
        </EmptyState>
      ) : (
        <View className='dfv-card dfv-card--flush'>
          {village.persons.map((person) => (
            <Tap key={person.id} className='dfv-row dfv-subject' onTap={() => onChoose(person.id)}>
              <View className='dfv-row__main dfv-row__title'>{person.code}</View>
              <Icon name='chevron-right' />
            </Tap>
          ))}
        </View>
      )}
    </View>
  )
}
