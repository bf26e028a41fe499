import { View } from '@tarojs/components'
import { samplesApi } from '@/shared/api'
import { awareness as copy, sampling } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { toSample, toSampleDraw, toSurveys } from '@/shared/navigation'
import { today } from '@/shared/platform'
import { useResource, useReturn } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { Button, Heading, Icon, Tap } from '@/shared/ui'
import { mayDraw, mayVisit } from '../../rights'

/** How a village comes to a rate that holds: the samples that were drawn, drawing one, third parties. */
export function Ways({ areaCode }: { areaCode: string }) {
  const { role } = useViewer()
  const samples = useResource(mayVisit(role) ? areaCode : null, () => samplesApi.list(areaCode))
  useReturn(samples.reload)
  const items = samples.data?.items ?? []
  // One holds for each audience and year.
  const isDrawn = (['resident', 'migrant'] as const).every((audience) =>
    items.some((one) => one.audience === audience && one.voidReason === null),
  )
  return (
    <View className='dfv-stack dfv-aware-ways'>
      <Heading level={2}>{copy.ways}</Heading>
      {items.length > 0 && (
        <View className='dfv-card dfv-card--flush'>
          {items.map((sample) => (
            <Tap key={sample.id} className='dfv-row dfv-sample' onTap={() => toSample(sample.id)}>
              <View className='dfv-row__main'>
                <View className='dfv-row__title'>{copy.people[sample.audience]}</View>
                <View className='dfv-row__note'>
                  {sample.voidReason === null
                    ? sampling.counts(sample.counts.answered, sample.drawn)
                    : sampling.voided(sample.voidReason)}
                </View>
                <View className='dfv-row__note'>
                  {sampling.list(sample.listName, showDate(sample.listedOn, today()), sample.size)}
                </View>
              </View>
              <Icon name='chevron-right' />
            </Tap>
          ))}
        </View>
      )}
      {mayDraw(role) && samples.data && !isDrawn && (
        <Button icon='add' className='dfv-to-draw' onTap={() => toSampleDraw(areaCode)}>
          {copy.draw}
        </Button>
      )}
      <Button icon='roster' className='dfv-to-surveys' onTap={() => toSurveys(areaCode)}>
        {copy.surveys}
      </Button>
    </View>
  )
}
