import { View } from '@tarojs/components'
import { statusApi } from '@/shared/api'
import { systemStatus as copy } from '@/shared/copy'
import { showInstant } from '@/shared/format'
import { toSignIn, toTab } from '@/shared/navigation'
import { today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { Button, type ChipState, Failure, Heading, Page, Region, Skeleton, StateChip } from '@/shared/ui'

const CHIPS: Record<'good' | 'look' | 'bad' | 'unknown', ChipState> = {
  good: 'met',
  look: 'undetermined',
  bad: 'notMet',
  unknown: 'undetermined',
}

/** How each part of the system stands, and what to do where it does not stand well. */
export default function SystemStatusPage() {
  const { appointmentId } = useViewer()
  const status = useResource(appointmentId, statusApi.read)
  const { data } = status
  return (
    <Page title={copy.title}>
      <Heading level={1}>{copy.title}</Heading>
      {status.loading && !data && <Skeleton rows={6} />}
      {status.failure && !data && (
        <Failure
          told={status.failure}
          onRetry={status.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('me')}
        />
      )}
      {data && (
        <>
          <Region role='status' className='dfv-lead dfv-status-whole'>
            {copy.all[data.state]}
          </Region>
          <View className='dfv-fine'>{copy.at(showInstant(data.at, today()))}</View>
          {data.items.map((item) => (
            <View key={item.id} className='dfv-card dfv-status-item'>
              <View className='dfv-page__head'>
                <Heading level={2}>{item.title}</Heading>
                <StateChip state={CHIPS[item.state]}>{copy.state[item.state]}</StateChip>
              </View>
              <View className='dfv-text'>{item.sentence}</View>
              {item.advice && <View className='dfv-text'>{item.advice}</View>}
            </View>
          ))}
          <Button onTap={status.reload}>{copy.again}</Button>
        </>
      )}
    </Page>
  )
}
