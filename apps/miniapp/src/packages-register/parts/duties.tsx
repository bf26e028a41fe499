import { View } from '@tarojs/components'
import { person as copy } from '@/shared/copy'
import { toRecordForm } from '@/shared/navigation'
import { DueRow, Heading, Icon, StateChip } from '@/shared/ui'
import { type DutyRow, formTargetOf, type Village } from '@/shared/village'

/** What is owed about one person or place; what somebody else owes is told, not asked. */
export function Duties({ rows, village }: { rows: readonly DutyRow[]; village: Village }) {
  const act = ({ duty }: DutyRow) => {
    const target = formTargetOf(duty, village)
    if (target) toRecordForm(target)
  }
  return (
    <>
      <Heading level={2}>{copy.duties}</Heading>
      <View className='dfv-card dfv-card--flush'>
        {rows.length === 0 && <View className='dfv-row'>{copy.noDuties}</View>}
        {rows.map((row) =>
          row.mine ? (
            <DueRow
              key={row.duty.id}
              icon={row.icon}
              title={row.title}
              note={row.note}
              chip={row.chip}
              action={row.action}
              onAction={() => act(row)}
            />
          ) : (
            <View key={row.duty.id} className='dfv-row'>
              <Icon name={row.icon} />
              <View className='dfv-row__main'>
                <View className='dfv-row__title'>{row.title}</View>
                <View className='dfv-row__note'>{row.note}</View>
              </View>
              <StateChip state={row.chip.state}>{row.chip.text}</StateChip>
            </View>
          ),
        )}
      </View>
    </>
  )
}
