import { View } from '@tarojs/components'
import { useState } from 'react'
import { assessmentsApi, type TownYear, type YearOverview } from '@/shared/api'
import { year as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { toExperiences, toSignIn, toTab, toVillageYear } from '@/shared/navigation'
import { today } from '@/shared/platform'
import { useResource, useReturn } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { Button, EmptyState, Failure, Heading, Icon, Link, Page, Region, Skeleton, Tap } from '@/shared/ui'
import { OpenForm } from './parts/open-form'
import { SpotChecks } from './parts/spot-checks'
import { countLines, villageNote, yearChoices } from './view-model'

/** The assessment year of a town or county: every village with the step it stands at. */
export default function YearListPage() {
  const { appointmentId } = useViewer()
  const [year, setYear] = useState<number | undefined>(undefined)
  const stored = useResource(appointmentId && `${appointmentId}:${year ?? ''}`, () =>
    assessmentsApi.list(year),
  )
  const [news, setNews] = useState<string | null>(null)
  useReturn(stored.reload)
  const view = stored.data
  const take = (next: YearOverview, told: string) => {
    stored.take(next)
    setNews(told)
  }
  return (
    <Page title={copy.title}>
      <Heading level={1}>{view ? copy.of(view.year) : copy.title}</Heading>
      <Region role='status' className='dfv-news'>
        {news}
      </Region>
      {stored.loading && !view && <Skeleton rows={4} />}
      {stored.failure && !view && (
        <Failure
          told={stored.failure}
          onRetry={stored.reload}
          onSignIn={toSignIn}
          onHome={() => toTab('home')}
        />
      )}
      {view?.towns.length === 0 && <EmptyState icon='village' text={copy.noVillage} />}
      {view?.towns.map((town) => (
        <Town
          key={`${town.areaCode}:${view.year}`}
          town={town}
          year={view.year}
          canOpen={view.canOpen}
          isOne={view.towns.length === 1}
          onDone={take}
        />
      ))}
      <Button icon='document' onTap={toExperiences}>
        {copy.experience}
      </Button>
      {view &&
        yearChoices(view.years, view.year, today()).map((other) => (
          <Link key={other} onTap={() => setYear(other)}>
            {`${copy.otherYear}：${copy.yearOf(other)}`}
          </Link>
        ))}
    </Page>
  )
}

type TownProps = {
  town: TownYear
  year: number
  canOpen: boolean
  isOne: boolean
  onDone: (view: YearOverview, told: string) => void
}

function Town({ town, year, canOpen, isOne, onDone }: TownProps) {
  const { cycle, villages } = town
  return (
    <>
      {!isOne && <Heading level={2}>{town.name}</Heading>}
      <View className='dfv-card dfv-stack'>
        <View className='dfv-text'>
          {cycle
            ? copy.calendarLine(showDate(cycle.asOf, today()), showDate(cycle.submitBy, today()))
            : copy.notBegun(year)}
        </View>
        {cycle &&
          countLines(villages).map((line) => (
            <View key={line} className='dfv-text'>
              {line}
            </View>
          ))}
        {canOpen && <OpenForm town={town} year={year} onDone={(next) => onDone(next, copy.noted)} />}
      </View>
      {cycle && (
        <View className='dfv-card dfv-card--flush'>
          {villages.map((line) => (
            <Tap
              key={line.areaCode}
              className='dfv-row dfv-year-village'
              onTap={() => toVillageYear(line.areaCode, year)}
            >
              <View className='dfv-row__main'>
                <View className='dfv-row__title'>{line.name}</View>
                <View className='dfv-row__note'>{villageNote(line)}</View>
              </View>
              <Icon name='chevron-right' />
            </Tap>
          ))}
        </View>
      )}
      {cycle && (
        <SpotChecks town={town} year={year} canDraw={canOpen} onDone={(next) => onDone(next, copy.noted)} />
      )}
    </>
  )
}
