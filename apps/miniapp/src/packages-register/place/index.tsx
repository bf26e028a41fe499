import { KIND_OUTLINES, type PlaceView, REGISTERING, type Role } from '@dfv/rules'
import { View } from '@tarojs/components'
import { useColleagueNames } from '@/shared/colleagues'
import { common, placeFile as copy, home as homeCopy } from '@/shared/copy'
import { goBack, toChoose, toRecordForm } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { useViewer } from '@/shared/session'
import { BottomBar, Button, EmptyState, Facts, Heading, Page, StateChip } from '@/shared/ui'
import { placeOf, recordableKinds, type Village, VillageGate } from '@/shared/village'
import { Duties } from '../parts/duties'
import { Timeline } from '../parts/timeline'
import { VenuePledge } from './parts/venue-pledge'
import { answersNow, dutiesOf, headLine, openProblems, timelineOf, workersOf } from './view-model'

/** One venue, grid, education site or school: what is known, what is owed, what was done. */
export default function PlacePage() {
  const { id = '' } = usePageParams()
  return (
    <VillageGate frame={(content) => <Page title={common.back}>{content}</Page>}>
      {(village) => {
        const place = placeOf(village, id)
        if (place) return <File village={village} place={place} />
        return (
          <Page title={copy.titles.venue}>
            <EmptyState text={copy.notHere}>
              <Button onTap={goBack}>{common.back}</Button>
            </EmptyState>
          </Page>
        )
      }}
    </VillageGate>
  )
}

const maySend = (role: Role | null, kind: keyof typeof KIND_OUTLINES) =>
  role !== null && KIND_OUTLINES[kind].submittedBy.includes(role)

function File({ village, place }: { village: Village; place: PlaceView }) {
  const { role } = useViewer()
  const nameOf = useColleagueNames()
  const registering = REGISTERING[place.type]
  const others = recordableKinds(role).filter(
    ({ kind, subject }) => subject === place.type && kind !== registering,
  )
  return (
    <Page
      title={copy.titles[place.type]}
      bottom={
        (others.length > 0 || maySend(role, registering)) &&
        place.endedOn === null && (
          <BottomBar>
            {others.length > 0 && (
              <Button look='primary' icon='add' onTap={() => toChoose({ subjectId: place.id })}>
                {homeCopy.more}
              </Button>
            )}
            {maySend(role, registering) && (
              <Button icon='edit' onTap={() => toRecordForm({ kind: registering, subjectId: place.id })}>
                {place.type === 'site' ? copy.updateSite : copy.update}
              </Button>
            )}
          </BottomBar>
        )
      }
    >
      <View className='dfv-card dfv-stack'>
        <Heading level={1}>{place.name}</Heading>
        <View className='dfv-text'>{headLine(village, place)}</View>
        <Facts facts={answersNow(village, place, nameOf)} />
        {place.type === 'grid' && (
          <Facts
            facts={[
              {
                name: copy.workers,
                value: workersOf(village, place.id, nameOf).join(common.listComma) || copy.noWorkers,
              },
            ]}
          />
        )}
        {place.type === 'venue' && <VenuePledge village={village} venueId={place.id} />}
      </View>
      {place.type === 'venue' && (
        <Problems village={village} venueId={place.id} mayFix={maySend(role, 'rectification')} />
      )}
      <Duties rows={dutiesOf(place, village, role)} village={village} />
      <Timeline rows={timelineOf(village, place.id)} />
    </Page>
  )
}

function Problems({ village, venueId, mayFix }: { village: Village; venueId: string; mayFix: boolean }) {
  const problems = openProblems(village, venueId)
  if (problems.length === 0) return null
  return (
    <>
      <Heading level={2}>{copy.problems}</Heading>
      <View className='dfv-card dfv-card--flush'>
        {problems.map(({ id, text, note, isLate }) => (
          <View key={id} className='dfv-row'>
            <View className='dfv-row__main'>
              <View className='dfv-row__title'>{text}</View>
              <StateChip state={isLate ? 'overdue' : 'due'}>{note}</StateChip>
            </View>
            {mayFix && (
              <Button
                small
                onTap={() => toRecordForm({ kind: 'rectification', subjectId: venueId, period: id })}
              >
                {copy.fix}
              </Button>
            )}
          </View>
        ))}
      </View>
    </>
  )
}
