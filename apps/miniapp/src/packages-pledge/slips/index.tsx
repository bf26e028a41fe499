import { householdsApi } from '@/shared/api'
import { households as copy } from '@/shared/copy'
import { householdPledgePath } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { areaName } from '@/shared/place'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { SlipsPage } from '@/shared/slips'

/** A slip for each household that has not signed: cut apart, and given to the householder by the village's list. */
export default function HouseholdSlipsPage() {
  const { villageName, villageCode } = useViewer()
  const area = usePageParams().area ?? villageCode ?? ''
  const { data, loading, failure, reload } = useResource(area || null, () => householdsApi.slips(area))
  const village = areaName(area) ?? villageName
  const slips = data?.slips.map(({ number, code }) => ({
    number,
    code,
    head: copy.slip(number),
    what: copy.slipOn(village, data.year),
    how: copy.slipHow,
    calm: copy.slipCalm,
    page: householdPledgePath(code),
  }))
  return (
    <SlipsPage
      title={copy.slipsTitle}
      lead={copy.slipsLead}
      none={copy.slipsNone}
      slips={slips ?? null}
      loading={loading}
      failure={failure}
      onRetry={reload}
    />
  )
}
