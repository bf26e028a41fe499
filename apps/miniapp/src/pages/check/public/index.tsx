import { Page } from '@/shared/ui'
import { PledgeList } from './pledge-list'

/** The third tab of everybody who is not at work. */
export function PublicPledges() {
  return (
    <Page>
      <PledgeList />
    </Page>
  )
}
