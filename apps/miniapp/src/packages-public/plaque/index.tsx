import { View } from '@tarojs/components'
import { plaquesApi } from '@/shared/api'
import { plaquePage as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { usePageParams } from '@/shared/pane'
import { today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { Failure, Heading, Icon, Page, Region, Skeleton } from '@/shared/ui'

/** Where the code on a plaque leads: whether it holds, and nothing else. */
export default function PlaqueValidityPage() {
  const area = usePageParams().area ?? ''
  const plaque = useResource(area || null, () => plaquesApi.validity(area))
  const { data } = plaque
  return (
    <Page title={copy.title}>
      {plaque.loading && !data && <Skeleton rows={2} />}
      {plaque.failure && !data && <Failure told={plaque.failure} onRetry={plaque.reload} />}
      {data && (
        <Region role='status' className={data.held ? 'dfv-receipt' : 'dfv-receipt dfv-receipt--waiting'}>
          <Heading level={1}>{data.areaName}</Heading>
          <View className='dfv-receipt__head'>
            <Icon name={data.held ? 'met' : 'warning'} />
            <Heading level={2} className='dfv-title'>
              {data.held ? copy.held : copy.notHeld}
            </Heading>
          </View>
          {data.since && <View className='dfv-text'>{copy.heldSince(showDate(data.since, today()))}</View>}
        </Region>
      )}
    </Page>
  )
}
