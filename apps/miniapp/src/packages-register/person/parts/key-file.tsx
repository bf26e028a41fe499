import { KEY_PERSON_CATEGORIES, type KeyView, RECORD_KINDS } from '@dfv/rules'
import { View } from '@tarojs/components'
import type { PersonHead } from '@/shared/api'
import { person as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { toRecordForm } from '@/shared/navigation'
import { useViewer } from '@/shared/session'
import { Button, DueRow, Facts, Heading, Page } from '@/shared/ui'
import { dutyRow, formTargetOf, type Village } from '@/shared/village'
import { Timeline } from '../../parts/timeline'
import { timelineOf } from '../../parts/timeline-rows'
import { useReveal } from '../use-reveal'
import { maskedLine, mayReveal } from '../view-model'
import { RevealPanel } from './reveal-panel'

type Props = { village: Village; head: PersonHead; keyView: KeyView }

const measureLabel = (measure: string) =>
  RECORD_KINDS['key-person'].fields.measure?.options?.find(({ value }) => value === measure)?.label ?? measure

/** A key person who is on no register of the notice: category, measure, when last seen; no cycles, no status. */
export function KeyFile({ village, head, keyView }: Props) {
  const { role } = useViewer()
  const reveal = useReveal(head.id)
  const { asOf } = village
  const category = KEY_PERSON_CATEGORIES.find(({ value }) => value === keyView.category)?.label
  const duties = keyView.duties
    .filter(({ opensOn }) => opensOn <= asOf)
    .map((duty) => dutyRow(duty, village, role))
  return (
    <Page title={copy.title}>
      <View className='dfv-card dfv-stack'>
        <Heading level={1}>{head.code}</Heading>
        <View className='dfv-text'>{maskedLine(head, asOf)}</View>
        <Facts
          facts={[
            { name: copy.category, value: category ?? '' },
            { name: copy.measure, value: measureLabel(keyView.measure) },
            { name: copy.verified, value: showDate(keyView.verifiedOn, asOf) },
          ]}
        />
        <RevealPanel reveal={reveal} allowed={mayReveal(role)} />
        <Button icon='verify' onTap={() => toRecordForm({ kind: 'verification', subjectId: head.id })}>
          {copy.verify}
        </Button>
        <Button icon='edit' onTap={() => toRecordForm({ kind: 'key-person', subjectId: head.id })}>
          {copy.changeMeasure}
        </Button>
      </View>
      <Heading level={2}>{copy.duties}</Heading>
      <View className='dfv-card dfv-card--flush'>
        {duties.length === 0 && <View className='dfv-row'>{copy.noDuties}</View>}
        {duties.map((row) => {
          const target = formTargetOf(row.duty, village)
          return (
            <DueRow
              key={row.duty.id}
              icon={row.icon}
              title={row.title}
              note={row.note}
              chip={row.chip}
              action={row.action}
              onAction={() => target && toRecordForm(target)}
            />
          )
        })}
      </View>
      <Timeline rows={timelineOf(village, head.id)} />
    </Page>
  )
}
