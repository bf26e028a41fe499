import { View } from '@tarojs/components'
import { useState } from 'react'
import { reviews as copy } from '@/shared/copy'
import { toJudge, toSignIn, toTab } from '@/shared/navigation'
import { today } from '@/shared/platform'
import { useReturn } from '@/shared/resource'
import { useWaiting, waitingRow } from '@/shared/review'
import { reviewsRecords, useViewer } from '@/shared/session'
import { EmptyState, Failure, Heading, Icon, KeepCodes, Page, Region, Skeleton, Tap } from '@/shared/ui'
import { WaitingTables } from './parts/waiting-tables'
import { WaitingVillages } from './parts/waiting-villages'

/** What waits for a second person: the queue to decide on, or how long it is. */
export function SupervisorReview() {
  const { role } = useViewer()
  return reviewsRecords(role) ? <Queue /> : <WaitingVillages />
}

/** Each is read and decided on its own page. */
function Queue() {
  const queue = useWaiting(true)
  const rows = queue.data?.records.map((record) =>
    waitingRow(record, queue.data!.villageOf(record.areaCode), today()),
  )
  const [news, setNews] = useState<string | null>(null)
  useReturn(queue.reload)

  return (
    <Page>
      <Heading level={1}>{rows ? copy.count(rows.length) : copy.title}</Heading>
      <Region role='status' className='dfv-news'>
        {news}
      </Region>
      {queue.loading && !queue.data && <Skeleton rows={3} />}
      {queue.failure && !queue.data && (
        <Failure
          told={queue.failure}
          onRetry={queue.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('home')}
        />
      )}
      {rows?.length === 0 && <EmptyState icon='met' text={copy.empty} />}
      {queue.data && (
        <WaitingTables villageOf={queue.data.villageOf} onNews={setNews} onDone={queue.reload} />
      )}
      {rows && rows.length > 0 && (
        <View className='dfv-card dfv-card--flush'>
          {rows.map(({ id, title, where, facts, own }) => (
            <Tap key={id} className='dfv-row dfv-waiting' onTap={() => toJudge(id)}>
              <View className='dfv-row__main'>
                <View className='dfv-row__title'>{title}</View>
                <View className='dfv-row__note'>
                  <KeepCodes text={where} />
                </View>
                <View className='dfv-row__note'>
                  {[...facts, ...(own ? [copy.ownNote] : [])].join(' · ')}
                </View>
              </View>
              <Icon name='chevron-right' />
            </Tap>
          ))}
        </View>
      )}
    </Page>
  )
}
