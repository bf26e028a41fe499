import { View } from '@tarojs/components'
import { work as copy } from '@/shared/copy'
import { toRecord, toRecordForm } from '@/shared/navigation'
import { kindIcon } from '@/shared/records'
import { useViewer } from '@/shared/session'
import { Heading, Icon, StateChip, Tap } from '@/shared/ui'
import { recordableKinds, type Village } from '@/shared/village'
import { paperRows } from '../view-model'

/** What the village keeps once a year: group, office, documents; what is on file and what is not. */
export function Papers({ village }: { village: Village }) {
  const { role } = useViewer()
  const recordable = recordableKinds(role).map(({ kind }) => kind)
  return (
    <View className='dfv-card dfv-card--flush'>
      <View className='dfv-page__head dfv-register__head'>
        <Heading level={2}>{copy.papersLead(village.asOf.slice(0, 4))}</Heading>
      </View>
      {paperRows(village).map(({ key, kind, title, recordId, note }) => {
        const open = recordId !== null || recordable.includes(kind)
        const content = (
          <>
            <Icon name={kindIcon(kind)} />
            <View className='dfv-row__main'>
              <View className='dfv-row__title'>{title}</View>
              <View className='dfv-row__note'>{note}</View>
            </View>
            {recordId === null && <StateChip state='due'>{copy.paperMissing}</StateChip>}
            {open && <Icon name='chevron-right' />}
          </>
        )
        return open ? (
          <Tap
            key={key}
            className='dfv-row dfv-paper-row'
            onTap={() => (recordId === null ? toRecordForm({ kind }) : toRecord(recordId))}
          >
            {content}
          </Tap>
        ) : (
          <View key={key} className='dfv-row'>
            {content}
          </View>
        )
      })}
    </View>
  )
}
