import type { PersonView } from '@dfv/rules'
import { View } from '@tarojs/components'
import { useDidHide, useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { PersonHead } from '@/shared/api'
import { common, person as copy, home as homeCopy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { toReadings, toRecordForm, toTab } from '@/shared/navigation'
import { hideInCapture } from '@/shared/platform'
import { useViewer } from '@/shared/session'
import {
  BottomBar,
  Button,
  CycleStrip,
  DueRow,
  EmptyState,
  Heading,
  Icon,
  Link,
  Page,
  Sheet,
  StateChip,
  Tap,
} from '@/shared/ui'
import {
  type DutyRow,
  formTargetOf,
  personsOf,
  recordableKinds,
  type Village,
  VillageGate,
} from '@/shared/village'
import { Timeline } from '../parts/timeline'
import { timelineOf } from '../parts/timeline-rows'
import { KeyFile } from './parts/key-file'
import { RevealPanel } from './parts/reveal-panel'
import { useReveal } from './use-reveal'
import {
  clockLine,
  cycleRows,
  dutiesOf,
  groupLine,
  maskedLine,
  mayReveal,
  seesReadings,
  statusLine,
} from './view-model'

/** What was done for one person, and what is owed; nothing more. */
export default function PersonPage() {
  useDidShow(() => hideInCapture(true))
  useDidHide(() => hideInCapture(false))
  const id = useRouter().params.id ?? ''
  return (
    <VillageGate frame={(content) => <Page title={copy.title}>{content}</Page>}>
      {(village) => {
        const head = village.person(id)
        const view = personsOf(village).person(id)
        if (head?.state === 'active' && view) return <File village={village} head={head} view={view} />
        const key = personsOf(village).keyPersons.find((one) => one.id === id)
        if (head?.state === 'active' && key) return <KeyFile village={village} head={head} keyView={key} />
        return (
          <Page title={copy.title}>
            <EmptyState icon='lock' text={head?.state === 'sealed' ? copy.sealed : copy.notHere}>
              <Button onTap={() => toTab('work')}>{common.back}</Button>
            </EmptyState>
          </Page>
        )
      }}
    </VillageGate>
  )
}

function File({ village, head, view }: { village: Village; head: PersonHead; view: PersonView }) {
  const { role } = useViewer()
  const reveal = useReveal(head.id)
  const [choosing, setChoosing] = useState(false)
  const { asOf } = village
  const duties = dutiesOf(view, village, role)
  const act = ({ duty }: DutyRow) => {
    const target = formTargetOf(duty, village)
    if (target) toRecordForm(target)
  }
  const kinds = recordableKinds(role).filter(({ subject, onlineOnly }) => subject === 'person' && !onlineOnly)
  return (
    <Page
      title={copy.title}
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
        <Heading level={1}>{head.code}</Heading>
        <View className='dfv-text'>{maskedLine(head, asOf)}</View>
        <View className='dfv-text'>{statusLine(view, asOf)}</View>
        {view.isUnderSupport && (
          <View className='dfv-text'>
            {copy.group}：{groupLine(view)}
          </View>
        )}
        {view.abstinentSince && view.threeYearsOn && (
          <View className='dfv-text'>
            {view.isThreeYears
              ? copy.threeYears
              : copy.abstinentSince(showDate(view.abstinentSince, asOf), showDate(view.threeYearsOn, asOf))}
          </View>
        )}
        {clockLine(view, asOf) !== '' && <View className='dfv-text'>{clockLine(view, asOf)}</View>}
        <RevealPanel reveal={reveal} allowed={mayReveal(role)} />
        {seesReadings(role) && <Link onTap={() => toReadings(head.id)}>{copy.readings}</Link>}
      </View>
      <View className='dfv-card'>
        <Heading level={2}>{copy.cyclesTitle(asOf.slice(0, 4))}</Heading>
        {view.cycles.length > 0 ? <CycleStrip rows={cycleRows(view, asOf)} /> : copy.noCycles}
      </View>
      <Heading level={2}>{copy.duties}</Heading>
      <View className='dfv-card dfv-card--flush'>
        {duties.length === 0 && <View className='dfv-row'>{copy.noDuties}</View>}
        {duties.map((duty) =>
          duty.mine ? (
            <DueRow
              key={duty.duty.id}
              icon={duty.icon}
              title={duty.title}
              note={duty.note}
              chip={duty.chip}
              action={duty.action}
              onAction={() => act(duty)}
            />
          ) : (
            <View key={duty.duty.id} className='dfv-row'>
              <Icon name={duty.icon} />
              <View className='dfv-row__main'>
                <View className='dfv-row__title'>{duty.title}</View>
                <View className='dfv-row__note'>{duty.note}</View>
              </View>
              <StateChip state={duty.chip.state}>{duty.chip.text}</StateChip>
            </View>
          ),
        )}
      </View>
      <Timeline rows={timelineOf(village, head.id)} />
      <Sheet open={choosing} title={homeCopy.moreTitle} onClose={() => setChoosing(false)}>
        {kinds.map(({ kind, label, icon }) => (
          <Tap
            key={kind}
            className='dfv-row'
            onTap={() => {
              setChoosing(false)
              toRecordForm({ kind, subjectId: head.id })
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
