import { View } from '@tarojs/components'
import { ownVenueApi } from '@/shared/api'
import { common, ownVenue as copy, textSize } from '@/shared/copy'
import { toTextSize, toVenueFix, toVenueStaff } from '@/shared/navigation'
import { today } from '@/shared/platform'
import { useResource, useReturn } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import {
  BottomBar,
  Button,
  EmptyState,
  Facts,
  Failure,
  Heading,
  Page,
  Skeleton,
  StateChip,
} from '@/shared/ui'
import { inspectionRows, type VenueDuty, venueDuties, venueFacts } from './view-model'

/** A manager's home: his venue, what is due for it, and what was seen there. Nothing of the village, and of no other venue. */
export function VenueHome() {
  const { appointmentId, subjectName } = useViewer()
  const own = useResource(appointmentId, ownVenueApi.read)
  useReturn(own.reload)
  const venue = own.data
  const duties = venue ? venueDuties(venue, today()) : []
  const inspections = venue ? inspectionRows(venue, today()) : []
  return (
    <Page
      bottom={
        venue && (
          <BottomBar>
            <Button look='primary' icon='roster' onTap={toVenueStaff}>
              {copy.staffTitle}
            </Button>
          </BottomBar>
        )
      }
    >
      <View className='dfv-page__head'>
        <Heading level={1}>{venue?.name ?? subjectName}</Heading>
        <Button small icon='text-size' onTap={toTextSize} label={textSize.buttonLabel}>
          {textSize.button}
        </Button>
      </View>
      {venue && <View className='dfv-text'>{[venue.areaName, venue.code].join(common.separator)}</View>}
      {own.loading && !venue && <Skeleton rows={3} />}
      {own.failure && !venue && (
        <Failure
          told={own.failure.kind === 'absent' ? { ...own.failure, text: copy.noVenue } : own.failure}
          onRetry={own.reload}
        />
      )}
      {venue && (
        <>
          <Heading level={2}>{copy.due(duties.length)}</Heading>
          {duties.length === 0 && <EmptyState icon='met' text={copy.nothingDue} />}
          {duties.map((duty) => (
            <Duty key={duty.id} duty={duty} />
          ))}
          <Heading level={2}>{copy.state}</Heading>
          <View className='dfv-card'>
            <Facts facts={venueFacts(venue, today())} />
          </View>
          <Heading level={2}>{copy.inspections}</Heading>
          {inspections.length === 0 && <View className='dfv-text'>{copy.noInspections}</View>}
          {inspections.map(({ id, title, lines }) => (
            <View key={id} className='dfv-card dfv-inspection'>
              <View className='dfv-row__title'>{title}</View>
              {lines.map((line) => (
                <View key={line} className='dfv-text'>
                  {line}
                </View>
              ))}
            </View>
          ))}
        </>
      )}
    </Page>
  )
}

function Duty({ duty }: { duty: VenueDuty }) {
  const { id, title, note, chip, act } = duty
  return (
    <View className='dfv-card dfv-stack dfv-venue-duty'>
      <View className='dfv-row__title'>{title}</View>
      <View className='dfv-text'>{note}</View>
      {chip && (
        <View className='dfv-row-wrap'>
          <StateChip state={chip.state}>{chip.text}</StateChip>
        </View>
      )}
      {act === 'fix' && (
        <Button look='primary' onTap={() => toVenueFix(id)}>
          {copy.fix}
        </Button>
      )}
      {act === 'roster' && <Button onTap={toVenueStaff}>{copy.rosterDo}</Button>}
      {act === 'quiz' && <Button onTap={toVenueStaff}>{copy.quizDo}</Button>}
    </View>
  )
}
