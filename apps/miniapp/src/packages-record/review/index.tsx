import { View } from '@tarojs/components'
import { useState } from 'react'
import { useColleagueNames } from '@/shared/colleagues'
import { common, record as copy, errors } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { goBack, replaceWithForm, replaceWithReceipt, toRecord, toTab } from '@/shared/navigation'
import { currentOutbox, type OutboxEntry, useOutboxEntry } from '@/shared/outbox'
import { usePageParams } from '@/shared/pane'
import { useAreas } from '@/shared/place'
import { newId, today } from '@/shared/platform'
import { answersOf, kindOf } from '@/shared/records'
import { useViewer } from '@/shared/session'
import { useAppConfig } from '@/shared/session/app-config'
import {
  BottomBar,
  Button,
  EmptyState,
  Failure,
  Heading,
  Link,
  Options,
  Page,
  Region,
  Strip,
} from '@/shared/ui'
import { lookupIn, type Village, VillageGate } from '@/shared/village'
import { payloadToSend } from '../form/view-model'
import { effectsOf, otherVillages, sameDayRecord } from './view-model'

export default function ReviewPage() {
  const entry = useOutboxEntry(usePageParams().entry ?? '')
  return (
    <VillageGate frame={(content) => <Page title={copy.reviewTitle}>{content}</Page>}>
      {(village) =>
        entry ? (
          <Review entry={entry} village={village} />
        ) : (
          <Page title={copy.reviewTitle}>
            <EmptyState text={errors.notFoundPage}>
              <Button onTap={() => toTab('home')}>{common.toHome}</Button>
            </EmptyState>
          </Page>
        )
      }
    </VillageGate>
  )
}

function Review({ entry, village }: { entry: OutboxEntry; village: Village }) {
  const nameOf = useColleagueNames()
  const [told, setTold] = useState<Told | null>(null)
  const [townWide, setTownWide] = useState(false)
  const { areaCode, visitor } = useViewer()
  const isDemo = useAppConfig((state) => state.config?.mode === 'demo')
  const { areas } = useAreas()
  const kind = kindOf(entry.kind)
  if (!kind) return <Page title={copy.reviewTitle}>{copy.noSuchKind}</Page>
  const others = visitor ? otherVillages(entry, areaCode, areas ?? [], isDemo) : []

  const payload = payloadToSend(kind, entry.payload, { today: today() })
  const change = () => replaceWithForm({ kind: entry.kind, entry: entry.key })
  const submit = async () => {
    if (!payload) return change()
    try {
      const outbox = currentOutbox()
      outbox.saveDraft({ ...entry, payload })
      const keys = [entry.key]
      if (townWide)
        for (const { code } of others) {
          const copyOf = { ...entry, recordId: await newId(), areaCode: code, subjectId: code, payload }
          keys.push(outbox.saveDraft(copyOf).key)
        }
      for (const key of keys) outbox.enqueue(key)
      replaceWithReceipt(entry.key)
    } catch (error) {
      setTold(tell(error))
    }
  }
  const twin = sameDayRecord(village, entry)

  return (
    <Page
      title={copy.reviewTitle}
      bottom={
        <BottomBar>
          <Button look='primary' onTap={submit}>
            {copy.submit}
          </Button>
          <Button onTap={change}>{copy.change}</Button>
        </BottomBar>
      }
      strip={
        twin && (
          <Strip
            icon='warning'
            tone='warn'
            action={<Link onTap={() => toRecord(twin.id)}>{copy.seeThat}</Link>}
          >
            {copy.sameToday}
          </Strip>
        )
      }
    >
      <Heading level={1}>
        {[kind.label, village.subjectLabel(entry.subjectId)].join(common.separator)}
      </Heading>
      {told && <Failure told={told} onRetry={submit} onHome={goBack} />}
      <View className='dfv-card'>
        {answersOf(kind, entry.payload, today(), nameOf, lookupIn(village)).map((answer) => (
          <View key={answer.field} className='dfv-facts__row'>
            <View className='dfv-facts__name'>{answer.name}</View>
            <View className='dfv-facts__value'>{answer.value}</View>
            <Button small onTap={change} label={`${copy.change} ${answer.name}`}>
              {copy.change}
            </Button>
          </View>
        ))}
      </View>
      {others.length > 0 && (
        <View className='dfv-card'>
          <View className='dfv-fine'>{copy.townWideNote}</View>
          <Options
            multi
            options={[{ value: 'all', label: copy.townWide(others.length) }]}
            chosen={townWide ? ['all'] : []}
            onChange={(chosen) => setTownWide(chosen.length > 0)}
          />
        </View>
      )}
      <Region role='note'>
        {effectsOf(village, kind, entry, payload ?? entry.payload).map((line) => (
          <View key={line} className='dfv-text'>
            {line}
          </View>
        ))}
      </Region>
    </Page>
  )
}
