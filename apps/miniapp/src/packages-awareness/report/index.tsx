import { View } from '@tarojs/components'
import { type AwarenessReport, awarenessApi } from '@/shared/api'
import { awareness as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { toAwareness, toSignIn, toTab } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { today } from '@/shared/platform'
import { useResource, useReturn } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { Failure, Heading, Icon, Page, Skeleton, Tap } from '@/shared/ui'
import './index.scss'
import { Census } from './parts/census'
import { People } from './parts/people'
import { Ways } from './parts/ways'
import { peopleView, schoolView, venueView, villageNote } from './view-model'

/** How well people know, of a village, a town or a county: the rate, and all it rests on. @see 四(一)3 */
export default function AwarenessPage() {
  const params = usePageParams()
  const viewer = useViewer()
  const code = params.area ?? viewer.villageCode ?? viewer.areaCode
  const year = params.year === undefined ? undefined : Number(params.year)
  const report = useResource(code && `${code}/${year ?? ''}`, () => awarenessApi.report(code ?? '', year))
  // What was drawn, asked or entered meanwhile is in the figures.
  useReturn(report.reload)
  return (
    <Page title={copy.title}>
      {report.loading && !report.data && <Skeleton rows={4} />}
      {report.failure && !report.data && (
        <Failure
          told={report.failure}
          onRetry={report.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('home')}
        />
      )}
      {report.data && <Report report={report.data} />}
    </Page>
  )
}

function Report({ report }: { report: AwarenessReport }) {
  const day = today()
  return (
    <>
      <Heading level={1}>{copy.heading(report.name)}</Heading>
      <View className='dfv-fine'>{copy.of(report.year, showDate(report.asOf, day))}</View>
      <View className='dfv-columns'>
        <View className='dfv-columns__one'>
          {report.people.map((people) => (
            <People key={people.audience} view={peopleView(people, day)} />
          ))}
        </View>
        <View className='dfv-columns__one'>
          {report.level === 'village' && <Ways areaCode={report.areaCode} />}
          <Census view={venueView(report)} items={report.venue.items} />
          <Census view={schoolView(report)} items={[]} />
          {report.villages.length > 0 && <Villages villages={report.villages} />}
        </View>
      </View>
    </>
  )
}

function Villages({ villages }: Pick<AwarenessReport, 'villages'>) {
  return (
    <>
      <Heading level={2}>{copy.villages}</Heading>
      <View className='dfv-card dfv-card--flush'>
        {villages.map((village) => (
          <Tap
            key={village.areaCode}
            className='dfv-row dfv-aware-village'
            onTap={() => toAwareness(village.areaCode)}
          >
            <View className='dfv-row__main'>
              <View className='dfv-row__title'>{village.name}</View>
              <View className='dfv-row__note'>{villageNote(village)}</View>
            </View>
            <Icon name='chevron-right' />
          </Tap>
        ))}
      </View>
    </>
  )
}
