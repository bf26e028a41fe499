import { PledgeList } from '@/pages/check/public/pledge-list'
import { pledge as copy } from '@/shared/copy'
import { Page } from '@/shared/ui'

/** The same for those whose third tab is something else. */
export default function PledgeListPage() {
  return (
    <Page title={copy.title}>
      <PledgeList />
    </Page>
  )
}
