import { View } from '@tarojs/components'
import { oversightApi, villagesApi } from '@/shared/api'
import { awareness, moves as copy, toAwarenessText } from '@/shared/copy'
import { toAwareness, toSignIn, toTab } from '@/shared/navigation'
import { today } from '@/shared/platform'
import { canPrint, printPage } from '@/shared/platform/print'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { Button, Failure, Heading, Link, Page, Skeleton } from '@/shared/ui'
import './index.scss'
import { Changes } from './parts/changes'
import { Coverage } from './parts/coverage'
import { Trend } from './parts/trend'
import { awarenessLines, changedVillages, columnsOf, coverageLines, villagesMoved } from './view-model'

/** How the own area moves: what changed, the last quarter week by week, who reaches the rates, who holds the plaque. */
export default function MovesPage() {
  const { areaCode, appointmentId } = useViewer()
  const moves = useResource(appointmentId, () => oversightApi.of(areaCode ?? undefined))
  const overview = useResource(appointmentId, () => villagesApi.list(areaCode ?? undefined))
  const areas = useResource(areaCode, () =>
    villagesApi.areas({ under: areaCode ?? undefined, level: 'village' }),
  )
  const { data } = moves
  return (
    <Page title={copy.title}>
      <Heading level={1}>{copy.title}</Heading>
      {moves.loading && !data && <Skeleton rows={5} />}
      {moves.failure && !data && (
        <Failure
          told={moves.failure}
          onRetry={moves.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('home')}
        />
      )}
      {data && (
        <View className='dfv-columns'>
          <View className='dfv-columns__one'>
            <Changes
              title={copy.thisWeek}
              note={copy.against.thisWeek}
              moved={villagesMoved(data.weeks, 0, areas.data?.items ?? [])}
              villages={changedVillages(data.thisWeek)}
            />
            <Changes
              title={copy.lastWeek}
              note={copy.against.lastWeek}
              moved={villagesMoved(data.weeks, 1, areas.data?.items ?? [])}
              villages={changedVillages(data.lastWeek)}
              folded
            />
          </View>
          <View className='dfv-columns__one'>
            <Trend columns={columnsOf(data.weeks, today())} villages={data.weeks.at(-1)?.villages ?? 0} />
            <Coverage lines={coverageLines(data.coverage, today())} />
            {overview.data && (
              <View className='dfv-card'>
                <Heading level={2}>{copy.awareness}</Heading>
                {awarenessLines(overview.data).map(({ audience, text }) => (
                  <View key={audience} className='dfv-text'>
                    {`${awareness.peopleIn[audience]}：${text}`}
                  </View>
                ))}
                {areaCode && (
                  <Link onTap={() => toAwareness(areaCode)}>{toAwarenessText[areaCode.length]}</Link>
                )}
              </View>
            )}
          </View>
        </View>
      )}
      {canPrint && data && (
        <Button className='dfv-not-on-paper' onTap={printPage}>
          {copy.print}
        </Button>
      )}
    </Page>
  )
}
