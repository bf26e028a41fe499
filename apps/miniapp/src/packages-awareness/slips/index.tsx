import { type SampleSlips, samplesApi } from '@/shared/api'
import { awareness, sampling as copy } from '@/shared/copy'
import { codeQuizPath } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { areaName } from '@/shared/place'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { type Slip, SlipsPage } from '@/shared/slips'

/** A slip for each number that has not answered: cut apart, and given to the person by the list on paper. */
export default function SampleSlipsPage() {
  const { id = '' } = usePageParams()
  const { villageName } = useViewer()
  const { data, loading, failure, reload } = useResource(id, () => samplesApi.slips(id))
  return (
    <SlipsPage
      title={copy.slipsTitle}
      lead={copy.slipsLead}
      none={copy.slipsNone}
      slips={data && slipsOf(data, areaName(data.areaCode) ?? villageName)}
      loading={loading}
      failure={failure}
      onRetry={reload}
    />
  )
}

const slipsOf = ({ slips, year, audience }: SampleSlips, village: string): Slip[] =>
  slips.map(({ number, code }) => ({
    number,
    code,
    head: copy.slip(number),
    what: `${copy.slipOn(village, year)}（${awareness.peopleIn[audience]}）`,
    how: copy.slipHow,
    calm: copy.slipCalm,
    page: codeQuizPath(code),
  }))
