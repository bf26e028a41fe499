import { View } from '@tarojs/components'
import { villagesApi } from '@/shared/api'
import { reviews as copy, overview } from '@/shared/copy'
import { toSignIn, toTab, toVillageState } from '@/shared/navigation'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { EmptyState, Failure, Heading, Icon, Page, Skeleton, Tap } from '@/shared/ui'
import { waitingVillages } from '../view-model'

/** For an office that reviews nothing itself: how much waits, and in which village. */
export function WaitingVillages() {
  const { areaCode, appointmentId } = useViewer()
  const { data, failure, loading, reload } = useResource(appointmentId, () =>
    villagesApi.list(areaCode ?? undefined),
  )
  const view = data && waitingVillages(data.items)
  return (
    <Page>
      <Heading level={1}>{view ? copy.count(view.count) : copy.title}</Heading>
      <View className='dfv-text'>{copy.byTown}</View>
      {loading && !view && <Skeleton rows={3} />}
      {failure && !view && (
        <Failure told={failure} onRetry={reload} onSignIn={toSignIn} onHome={() => toTab('home')} />
      )}
      {view?.count === 0 && <EmptyState icon='met' text={copy.empty} />}
      {view && view.count > 0 && (
        <View className='dfv-card dfv-card--flush'>
          {view.rows.map(({ areaCode: code, name, pending }) => (
            <Tap key={code} className='dfv-row' onTap={() => toVillageState(code)}>
              <View className='dfv-row__main'>
                <View className='dfv-row__title'>{name}</View>
                <View className='dfv-row__note'>{overview.pending(pending)}</View>
              </View>
              <Icon name='chevron-right' />
            </Tap>
          ))}
        </View>
      )}
    </Page>
  )
}
