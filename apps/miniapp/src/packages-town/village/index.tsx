import { VillageState } from '@/pages/work/supervisor/village-state'
import { villagesApi } from '@/shared/api'
import { villageState as copy } from '@/shared/copy'
import { usePageParams } from '@/shared/pane'
import { useResource } from '@/shared/resource'
import { Heading, Page } from '@/shared/ui'

export default function VillagePage() {
  const areaCode = usePageParams().area ?? ''
  const areas = useResource(areaCode || null, () => villagesApi.areas({ under: areaCode, level: 'village' }))
  return (
    <Page title={copy.title}>
      <Heading level={1}>{areas.data?.items[0]?.name ?? copy.title}</Heading>
      <VillageState areaCode={areaCode} />
    </Page>
  )
}
