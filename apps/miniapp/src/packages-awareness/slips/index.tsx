import { View } from '@tarojs/components'
import { type SampleSlips, samplesApi } from '@/shared/api'
import { awareness, sampling as copy } from '@/shared/copy'
import { toSignIn, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { areaName } from '@/shared/place'
import { canPrint, printPage } from '@/shared/platform/print'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { BottomBar, Button, EmptyState, Failure, Heading, Page, Skeleton } from '@/shared/ui'
import './index.scss'
import { Qr } from './qr'

/** A slip for each number that has not answered: cut apart, and given to the person by the list on paper. */
export default function SlipsPage() {
  const { id = '' } = usePageParams()
  const slips = useResource(id, () => samplesApi.slips(id))
  const { data } = slips
  return (
    <Page
      title={copy.slipsTitle}
      bottom={
        canPrint &&
        data &&
        data.slips.length > 0 && (
          <BottomBar>
            <Button look='primary' className='dfv-print-slips' onTap={printPage}>
              {copy.print}
            </Button>
          </BottomBar>
        )
      }
    >
      {slips.loading && !data && <Skeleton rows={4} />}
      {slips.failure && (
        <Failure
          told={slips.failure}
          onRetry={slips.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('home')}
        />
      )}
      {data && <Slips sample={data} />}
    </Page>
  )
}

function Slips({ sample }: { sample: SampleSlips }) {
  const { villageName } = useViewer()
  const village = areaName(sample.areaCode) ?? villageName
  if (sample.slips.length === 0) return <EmptyState icon='met' text={copy.slipsNone} />
  return (
    <>
      <Heading level={1}>{copy.slipsTitle}</Heading>
      <View className='dfv-text'>{canPrint ? copy.slipsLead : copy.printOnPc}</View>
      <View className='dfv-slips'>
        {sample.slips.map(({ number, code }) => (
          <View key={number} className='dfv-slip'>
            <Qr code={code} />
            <View className='dfv-slip__words'>
              <View className='dfv-slip__no'>{copy.slip(number)}</View>
              <View className='dfv-text'>
                {`${copy.slipOn(village, sample.year)}（${awareness.peopleIn[sample.audience]}）`}
              </View>
              <View className='dfv-text'>{copy.slipHow}</View>
              <View className='dfv-slip__code'>{(code.match(/.{4}/g) ?? []).join(' ')}</View>
              <View className='dfv-fine'>{copy.slipCalm}</View>
            </View>
          </View>
        ))}
      </View>
    </>
  )
}
