import { View } from '@tarojs/components'
import { useState } from 'react'
import { villagesApi } from '@/shared/api'
import { villageState as copy, overview } from '@/shared/copy'
import { toSignIn, toTab } from '@/shared/navigation'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { Button, EmptyState, Failure, Heading, Icon, Page, Sheet, Skeleton, Tap } from '@/shared/ui'
import { VillageState } from './village-state'

/** The second tab of those above the village: one village at a time. */
export function SupervisorWork() {
  const { areaCode, appointmentId, villageCode } = useViewer()
  const villages = useResource(appointmentId, () => villagesApi.list(areaCode ?? undefined))
  const [chosen, setChosen] = useState<string | null>(null)
  const [choosing, setChoosing] = useState(false)
  const items = [...(villages.data?.items ?? [])].sort((a, b) => (a.areaCode < b.areaCode ? -1 : 1))
  // Before any choice here, the village looked at last.
  const village = items.find((one) => one.areaCode === (chosen ?? villageCode)) ?? items[0]
  return (
    <Page>
      {villages.loading && !village && <Skeleton rows={4} />}
      {villages.failure && !village && (
        <Failure
          told={villages.failure}
          onRetry={villages.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('home')}
        />
      )}
      {villages.data && !village && <EmptyState icon='village' text={overview.none} />}
      {village && (
        <>
          <View className='dfv-page__head'>
            <Heading level={1}>{village.name}</Heading>
            <Button small className='dfv-other-village' onTap={() => setChoosing(true)}>
              {copy.choose}
            </Button>
          </View>
          <VillageState key={village.areaCode} areaCode={village.areaCode} />
        </>
      )}
      <Sheet open={choosing} title={copy.choose} onClose={() => setChoosing(false)}>
        {items.map((one) => (
          <Tap
            key={one.areaCode}
            className='dfv-row dfv-village-row'
            onTap={() => {
              setChosen(one.areaCode)
              setChoosing(false)
            }}
          >
            <View className='dfv-row__main'>
              <View className='dfv-row__title'>{one.name}</View>
              <View className='dfv-row__note'>{overview.work(one.overdue, one.dueSoon)}</View>
            </View>
            <Icon name='chevron-right' />
          </Tap>
        ))}
      </Sheet>
    </Page>
  )
}
