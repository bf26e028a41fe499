import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { OWN_SHOWN, villagesApi } from '@/shared/api'
import { common, ownDuties as copy } from '@/shared/copy'
import { SaveList } from '@/shared/lists'
import { toPerson, toRecordForm, toSignIn, toTab } from '@/shared/navigation'
import { useOutboxEntries } from '@/shared/outbox'
import { phoneMillis } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { Button, DueRow, EmptyState, Failure, Icon, Page, Skeleton, StateChip, Tap } from '@/shared/ui'
import { useNames } from './use-names'
import { ownDuties, withoutDone } from './view-model'

const FIRST = 20

/** What the own office is asked to do in all villages of its area, each with the way to its form. */
export default function OwnDutiesPage() {
  const { appointmentId, visitor, role, areaCode } = useViewer()
  const duties = useResource(visitor ? appointmentId : null, () => villagesApi.ownDuties(OWN_SHOWN))
  const names = useNames(duties.data?.items, areaCode)
  const entries = useOutboxEntries()
  const [shown, setShown] = useState(FIRST)
  const first = useRef(true)
  useDidShow(() => {
    if (!first.current && visitor) duties.reload()
    first.current = false
  })
  const { data } = duties
  const rows = data && ownDuties(withoutDone(data.items, entries, phoneMillis()), data.asOf, role, names)
  return (
    <Page title={copy.title}>
      {duties.loading && !rows && <Skeleton rows={4} />}
      {duties.failure && !rows && (
        <Failure
          told={duties.failure}
          onRetry={duties.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('home')}
        />
      )}
      {rows && rows.length > 0 && <SaveList list='duties' title={copy.title} />}
      {rows?.length === 0 && <EmptyState icon='met' text={copy.empty} />}
      {rows && rows.length > 0 && (
        <View className='dfv-card dfv-card--flush'>
          {rows.slice(0, shown).map(({ row, target }) =>
            target ? (
              <DueRow
                key={`${row.duty.areaCode}:${row.duty.id}`}
                icon={row.icon}
                title={row.title}
                note={row.note}
                chip={row.chip}
                action={row.action}
                onAction={() => toRecordForm(target)}
              />
            ) : (
              <Tap
                key={`${row.duty.areaCode}:${row.duty.id}`}
                className='dfv-row'
                onTap={() => toPerson(row.duty.subjectId, row.duty.areaCode)}
              >
                <Icon name={row.icon} />
                <View className='dfv-row__main'>
                  <View className='dfv-row__title'>{row.title}</View>
                  <View className='dfv-row__note'>{row.note}</View>
                </View>
                <StateChip state={row.chip.state}>{row.chip.text}</StateChip>
              </Tap>
            ),
          )}
        </View>
      )}
      {rows && rows.length > shown && (
        <Button onTap={() => setShown(shown + FIRST)}>
          {common.showMore(Math.min(FIRST, rows.length - shown))}
        </Button>
      )}
      {data?.nextCursor && <View className='dfv-fine'>{copy.more(data.items.length)}</View>}
    </Page>
  )
}
