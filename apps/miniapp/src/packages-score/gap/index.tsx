import type { Obligation } from '@dfv/rules'
import { View } from '@tarojs/components'
import { check as copy } from '@/shared/copy'
import { toRecordForm } from '@/shared/navigation'
import { useViewer } from '@/shared/session'
import { DueRow, EmptyState, Heading, Icon, Page, StateChip } from '@/shared/ui'
import { formTargetOf, type Village, VillageGate } from '@/shared/village'
import { gapsOf } from './view-model'

export default function GapPage() {
  return (
    <Page title={copy.gapTitle}>
      <VillageGate frame={(content) => content}>{(village) => <Gaps village={village} />}</VillageGate>
    </Page>
  )
}

function Gaps({ village }: { village: Village }) {
  const { role } = useViewer()
  const { rows, missed } = gapsOf(village, role)
  const act = (duty: Obligation) => {
    const target = formTargetOf(duty, village)
    if (target) toRecordForm(target)
  }
  return (
    <>
      <Heading level={1}>{copy.gaps(rows.length)}</Heading>
      {rows.length === 0 && <EmptyState icon='met' text={copy.gapEmpty} />}
      {rows.length > 0 && (
        <View className='dfv-card dfv-card--flush'>
          {rows.map(({ duty, icon, title, note, chip, action, mine }) =>
            !mine ? (
              <View key={duty.id} className='dfv-row'>
                <Icon name={icon} />
                <View className='dfv-row__main'>
                  <View className='dfv-row__title'>{title}</View>
                  <View className='dfv-row__note'>{note}</View>
                </View>
                <StateChip state={chip.state}>{chip.text}</StateChip>
              </View>
            ) : (
              <DueRow
                key={duty.id}
                icon={icon}
                title={title}
                note={note}
                chip={chip}
                action={action}
                onAction={() => act(duty)}
              />
            ),
          )}
        </View>
      )}
      {missed.length > 0 && (
        <View className='dfv-card'>
          <Heading level={2}>{copy.gapMissed(missed.length)}</Heading>
          <View className='dfv-fine'>{copy.gapMissedNote}</View>
          {missed.map((line) => (
            <View key={line} className='dfv-text'>
              {line}
            </View>
          ))}
        </View>
      )}
    </>
  )
}
