import { View } from '@tarojs/components'
import { villagesApi } from '@/shared/api'
import { plaque as copy, overview } from '@/shared/copy'
import { toPlaque, toSignIn, toTab, toYears } from '@/shared/navigation'
import { useResource, useReturn } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { Button, EmptyState, Failure, Heading, Icon, Page, Skeleton, Tap } from '@/shared/ui'

/** The villages whose official results are entered, with how each plaque stands. */
export function AssessorCheck() {
  const { areaCode, appointmentId } = useViewer()
  const villages = useResource(appointmentId, () => villagesApi.list(areaCode ?? undefined))
  useReturn(villages.reload)
  const items = villages.data?.items ?? []
  return (
    <Page>
      <Heading level={1}>{copy.listTitle}</Heading>
      <View className='dfv-fine'>{copy.listNote}</View>
      <View className='dfv-filter'>
        <Button icon='calendar' onTap={toYears}>
          {copy.years}
        </Button>
      </View>
      {villages.loading && !villages.data && <Skeleton rows={4} />}
      {villages.failure && !villages.data && (
        <Failure
          told={villages.failure}
          onRetry={villages.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('home')}
        />
      )}
      {villages.data && items.length === 0 && <EmptyState icon='village' text={overview.none} />}
      {items.length > 0 && (
        <View className='dfv-card dfv-card--flush'>
          {items.map((village) => (
            <Tap
              key={village.areaCode}
              className='dfv-row dfv-plaque-row'
              onTap={() => toPlaque(village.areaCode)}
            >
              <View className='dfv-row__main'>
                <View className='dfv-row__title'>{village.name}</View>
                <View className='dfv-row__note'>
                  {village.plaque.waiting ? `${village.plaque.label} · ${copy.waits}` : village.plaque.label}
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
