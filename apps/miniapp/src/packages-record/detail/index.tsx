import { View } from '@tarojs/components'
import { useDidHide, useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { recordsApi } from '@/shared/api'
import { useKnownName, useNames } from '@/shared/colleagues'
import { common, record as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { syncLedger } from '@/shared/ledger'
import { toRecordForm, toSignIn, toTab } from '@/shared/navigation'
import { useOutboxEntries } from '@/shared/outbox'
import { hideInCapture, today } from '@/shared/platform'
import { kindLabel, kindOf } from '@/shared/records'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { BottomBar, Button, Facts, Failure, Heading, Page, Skeleton, StateChip } from '@/shared/ui'
import { recordDays, useVillage } from '@/shared/village'
import { RecordPhotos } from '../photos/record-photos'
import { type Detail, detailOf, offlineDetailOf } from './view-model'
import { VoidSheet } from './void-sheet'

/** One record: its answers, where it comes from, and the way to correct it. */
export default function RecordDetailPage() {
  useDidShow(() => hideInCapture(true))
  useDidHide(() => hideInCapture(false))
  const { id = '', about } = useRouter().params
  const knownName = useKnownName()
  const { role } = useViewer()
  const { village } = useVillage()
  const nameOf = useNames(village?.subjectLabel)
  const entries = useOutboxEntries()
  const resource = useResource(id || null, () => recordsApi.read(id))
  const [voiding, setVoiding] = useState(false)

  const onPhone = village?.records.find((record) => record.id === id)
  const own = entries.filter((entry) => entry.recordId === id).sort((a, b) => b.revision - a.revision)[0]
  const detail: Detail | null = resource.data
    ? detailOf(resource.data, today(), nameOf, knownName, recordDays(village))
    : onPhone && resource.failure
      ? offlineDetailOf(onPhone, own?.payload ?? null, today(), nameOf, recordDays(village))
      : null
  if (!detail) {
    return (
      <Page title={copy.detailTitle}>
        {resource.failure ? (
          <Failure
            told={resource.failure}
            onRetry={resource.reload}
            onSignIn={toSignIn}
            onHome={() => toTab('home')}
          />
        ) : (
          <Skeleton />
        )}
      </Page>
    )
  }
  const kind = kindOf(detail.kind)
  const mayCorrect =
    detail.complete &&
    detail.reviewState !== 'voided' &&
    !kind?.onlineOnly &&
    role !== null &&
    kind?.submittedBy.includes(role)
  return (
    <Page
      title={copy.detailTitle}
      bottom={
        mayCorrect && (
          <BottomBar>
            <Button
              icon='edit'
              onTap={() => toRecordForm({ kind: detail.kind, areaCode: detail.areaCode, corrects: id })}
            >
              {copy.fix}
            </Button>
            <Button look='grave' onTap={() => setVoiding(true)}>
              {copy.void}
            </Button>
          </BottomBar>
        )
      }
    >
      <View className='dfv-page__head'>
        <Heading level={1}>{kindLabel(detail.kind)}</Heading>
        {detail.reviewState === 'pending' && <StateChip state='review' />}
      </View>
      <View className='dfv-text'>
        {[village?.subjectLabel(detail.subjectId) || about, showDate(detail.occurredOn, today())]
          .filter(Boolean)
          .join(common.separator)}
      </View>
      {detail.reviewState === 'voided' && <View className='dfv-text'>{copy.voided}</View>}
      {detail.reviewState === 'returned' && <StateChip state='notMet'>{copy.returned}</StateChip>}
      <View className='dfv-card'>
        <Facts facts={detail.answers} />
      </View>
      <RecordPhotos ids={detail.photos} attachments={detail.attachments} onArrived={resource.reload} />
      {!detail.complete && <View className='dfv-fine'>{copy.onlyOnline}</View>}
      {detail.facts.map((fact) => (
        <View key={fact} className='dfv-fine'>
          {fact}
        </View>
      ))}
      {detail.history.length > 0 && (
        <View className='dfv-card'>
          <Heading level={2}>{copy.history}</Heading>
          {detail.history.map(({ revision, line, changes }) => (
            <View key={revision} className='dfv-text'>
              {line}
              {changes.map((change) => (
                <View key={change} className='dfv-fine'>
                  {change}
                </View>
              ))}
            </View>
          ))}
        </View>
      )}
      {voiding && resource.data && (
        <VoidSheet
          record={resource.data}
          onDone={() => {
            setVoiding(false)
            resource.reload()
            void syncLedger()
          }}
          onClose={() => setVoiding(false)}
        />
      )}
    </Page>
  )
}
