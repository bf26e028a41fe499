import { View } from '@tarojs/components'
import { PledgeList } from '@/pages/check/public/pledge-list'
import { pledge as copy, pledgeOffice } from '@/shared/copy'
import { toHouseholds, toPledgeOffice } from '@/shared/navigation'
import { useViewer } from '@/shared/session'
import { Button, Page } from '@/shared/ui'
import { mayVisitHouseholds } from '../rights'

/** Who asks for pledges. */
const ASKS: ReadonlySet<string> = new Set(['town-office', 'village-secretary'])

/** The same for those whose third tab is something else. */
export default function PledgeListPage() {
  const { role, villageCode } = useViewer()
  return (
    <Page title={copy.title}>
      <PledgeList />
      <View className='dfv-stack'>
        {role && ASKS.has(role) && (
          <Button className='dfv-to-office' onTap={toPledgeOffice}>
            {pledgeOffice.toOffice}
          </Button>
        )}
        {villageCode !== null && mayVisitHouseholds(role) && (
          <Button className='dfv-to-households' onTap={() => toHouseholds(villageCode)}>
            {pledgeOffice.toHouseholds}
          </Button>
        )}
      </View>
    </Page>
  )
}
