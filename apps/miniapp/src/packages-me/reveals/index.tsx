import { View } from '@tarojs/components'
import { personsApi } from '@/shared/api'
import { common, me as copy, person } from '@/shared/copy'
import { showInstant } from '@/shared/format'
import { goBack, toSignIn } from '@/shared/navigation'
import { today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { EmptyState, Failure, Page, Skeleton } from '@/shared/ui'

const PURPOSES: Readonly<Record<string, string>> = person.purposes

/** One's own look-ups, as the log has them. */
export default function RevealsPage() {
  const reveals = useResource('my-reveals', personsApi.myReveals)
  return (
    <Page title={copy.reveals}>
      {reveals.loading && <Skeleton />}
      {reveals.failure && (
        <Failure told={reveals.failure} onRetry={reveals.reload} onSignIn={toSignIn} onHome={goBack} />
      )}
      {reveals.data?.items.length === 0 && <EmptyState icon='eye' text={copy.revealsEmpty} />}
      {reveals.data && reveals.data.items.length > 0 && (
        <View className='dfv-card dfv-card--flush'>
          {reveals.data.items.map(({ id, code, what, purpose, at }) => (
            <View key={id} className='dfv-row'>
              <View className='dfv-row__main'>
                <View className='dfv-row__title'>
                  {[code, copy.revealWhat[what]].filter(Boolean).join(common.separator)}
                </View>
                <View className='dfv-row__note'>
                  {[PURPOSES[purpose], showInstant(at, today())].filter(Boolean).join(common.separator)}
                </View>
              </View>
            </View>
          ))}
        </View>
      )}
    </Page>
  )
}
