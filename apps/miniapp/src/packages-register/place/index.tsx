import { type PlaceView, REGISTERING } from '@dfv/rules'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useNames } from '@/shared/colleagues'
import { common, placeFile as copy, home as homeCopy, person as personCopy, work } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { toRecordForm, toTab } from '@/shared/navigation'
import { useViewer } from '@/shared/session'
import {
  BottomBar,
  Button,
  DueRow,
  EmptyState,
  Facts,
  Heading,
  Icon,
  Page,
  Sheet,
  StateChip,
  Tap,
} from '@/shared/ui'
import { formTargetOf, placeIn, recordableKinds, type Village, VillageGate } from '@/shared/village'
import { Timeline } from '../parts/timeline'
import { timelineOf } from '../parts/timeline-rows'
import { dutiesAt, factsOf, kindsAt } from './view-model'

/** A venue, grid, education site or school: what it is, what is owed there, what was done. */
export default function PlacePage() {
  const id = useRouter().params.id ?? ''
  return (
    <VillageGate frame={(content) => <Page>{content}</Page>}>
      {(village) => {
        const place = placeIn(village, id)
        if (place) return <File village={village} place={place} />
        return (
          <Page>
            <EmptyState icon='venue' text={copy.notHere}>
              <Button onTap={() => toTab('work')}>{common.back}</Button>
            </EmptyState>
          </Page>
        )
      }}
    </VillageGate>
  )
}

function File({ village, place }: { village: Village; place: PlaceView }) {
  const { role } = useViewer()
  const nameOf = useNames(village.subjectLabel)
  const [choosing, setChoosing] = useState(false)
  const duties = dutiesAt(place, village, role)
  const kinds = kindsAt(place, role)
  const registering = REGISTERING[place.type]
  const mayChange = recordableKinds(role).some(({ kind }) => kind === registering)
  return (
    <Page
      title={work.placeKinds[place.type]}
      bottom={
        kinds.length > 0 && (
          <BottomBar>
            <Button look='primary' icon='add' onTap={() => setChoosing(true)}>
              {homeCopy.more}
            </Button>
          </BottomBar>
        )
      }
    >
      <View className='dfv-card dfv-stack'>
        <Heading level={1}>{place.name}</Heading>
        <View className='dfv-fine'>
          {[work.placeKinds[place.type], village.placeHeads.get(place.id)?.code]
            .filter(Boolean)
            .join(common.separator)}
        </View>
        {place.endedOn !== null && (
          <View className='dfv-text'>{copy.ended(showDate(place.endedOn, village.asOf))}</View>
        )}
        <Facts facts={factsOf(place, village, nameOf)} />
        {mayChange && (
          <Button icon='edit' onTap={() => toRecordForm({ kind: registering, subjectId: place.id })}>
            {copy.change}
          </Button>
        )}
      </View>
      <Heading level={2}>{personCopy.duties}</Heading>
      <View className='dfv-card dfv-card--flush'>
        {duties.length === 0 && <View className='dfv-row'>{personCopy.noDuties}</View>}
        {duties.map((row) => {
          const target = row.mine ? formTargetOf(row.duty, village) : null
          return target ? (
            <DueRow
              key={row.duty.id}
              icon={row.icon}
              title={row.title}
              note={row.note}
              chip={row.chip}
              action={row.action}
              onAction={() => toRecordForm(target)}
            />
          ) : (
            <View key={row.duty.id} className='dfv-row'>
              <Icon name={row.icon} />
              <View className='dfv-row__main'>
                <View className='dfv-row__title'>{row.title}</View>
                <View className='dfv-row__note'>{row.note}</View>
              </View>
              <StateChip state={row.chip.state}>{row.chip.text}</StateChip>
            </View>
          )
        })}
      </View>
      <Timeline rows={timelineOf(village, place.id)} />
      <Sheet open={choosing} title={homeCopy.moreTitle} onClose={() => setChoosing(false)}>
        {kinds.map(({ kind, label, icon }) => (
          <Tap
            key={kind}
            className='dfv-row'
            onTap={() => {
              setChoosing(false)
              toRecordForm({ kind, subjectId: place.id })
            }}
          >
            <Icon name={icon} />
            <View className='dfv-row__main dfv-row__title'>{label}</View>
          </Tap>
        ))}
      </Sheet>
    </Page>
  )
}
