import { View } from '@tarojs/components'
import { villagesApi } from '@/shared/api'
import { beginnings as copy, handIns } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { toBeginning, toHandIns, toSignIn, toTab } from '@/shared/navigation'
import { today } from '@/shared/platform'
import { useResource, useReturn } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { Button, EmptyState, Failure, Heading, Icon, Page, Skeleton, Tap } from '@/shared/ui'

/** The villages of a town: which have begun, and since when. */
export default function BeginningsPage() {
  const { areaCode, role } = useViewer()
  const areas = useResource(areaCode, () =>
    villagesApi.areas({ under: areaCode ?? undefined, level: 'village' }),
  )
  useReturn(areas.reload)
  const items = areas.data?.items
  const noteOf = (startOn: string | null) => {
    if (startOn === null) return copy.none
    const day = showDate(startOn, today())
    return startOn > today() ? copy.from(day) : copy.since(day)
  }
  return (
    <Page title={copy.title}>
      <Heading level={1}>{copy.title}</Heading>
      <View className='dfv-text'>{copy.lead}</View>
      {areas.loading && !items && <Skeleton rows={5} />}
      {areas.failure && !items && (
        <Failure
          told={areas.failure}
          onRetry={areas.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('home')}
        />
      )}
      {items?.length === 0 && <EmptyState icon='village' text={copy.empty} />}
      {items && items.length > 0 && (
        <View className='dfv-card dfv-card--flush'>
          {items.map(({ code, name, startOn }) => (
            <Tap key={code} className='dfv-row dfv-beginning-row' onTap={() => toBeginning(code)}>
              <View className='dfv-row__main'>
                <View className='dfv-row__title'>{name}</View>
                <View className='dfv-row__note'>{noteOf(startOn)}</View>
              </View>
              <Icon name='chevron-right' />
            </Tap>
          ))}
        </View>
      )}
      {role === 'town-office' && (
        <Button icon='document' onTap={toHandIns}>
          {handIns.title}
        </Button>
      )}
    </Page>
  )
}
