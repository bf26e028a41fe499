import { PledgeList } from '@/pages/check/public/pledge-list'
import { pledge as copy, pledgeOffice } from '@/shared/copy'
import { toPledgeOffice } from '@/shared/navigation'
import { useViewer } from '@/shared/session'
import { Button, Page } from '@/shared/ui'

/** Who asks for pledges. */
const ASKS: ReadonlySet<string> = new Set(['town-office', 'village-secretary'])

/** The same for those whose third tab is something else. */
export default function PledgeListPage() {
  const { role } = useViewer()
  return (
    <Page title={copy.title}>
      <PledgeList />
      {role && ASKS.has(role) && (
        <Button className='dfv-to-office' onTap={toPledgeOffice}>
          {pledgeOffice.toOffice}
        </Button>
      )}
    </Page>
  )
}
