import { View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { recordsApi } from '@/shared/api'
import { useColleagueNames, useKnownName } from '@/shared/colleagues'
import { common, record as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { toRecordForm, toRegistrationFix, toSignIn, toTab } from '@/shared/navigation'
import { useOutboxEntries } from '@/shared/outbox'
import { usePageParams } from '@/shared/pane'
import { useAreas } from '@/shared/place'
import { hideInCapture, today } from '@/shared/platform'
import { kindLabel, kindOf } from '@/shared/records'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import { BottomBar, Button, Facts, Failure, Heading, Page, Skeleton, StateChip } from '@/shared/ui'
import { lookupIn, useVillage } from '@/shared/village'
import { RecordPhotos } from '../photos/record-photos'
import { RemarkBox } from './parts/remark-box'
import { VoidSheet } from './parts/void-sheet'
import { type Detail, detailOf, mayChangeKind, mayRemark, offlineDetailOf } from './view-model'

/** One record: its answers, where it comes from, and the way to correct it. */
export default function RecordDetailPage() {
  useDidShow(() => hideInCapture(true))
  useDidHide(() => hideInCapture(false))
  const { id = '', about } = usePageParams()
  const nameOf = useColleagueNames()
  const knownName = useKnownName()
  const { role, accountId } = useViewer()
  const { village } = useVillage()
  const entries = useOutboxEntries()
  const resource = useResource(id || null, () => recordsApi.read(id))
  const [voiding, setVoiding] = useState(false)
  useAreas(resource.data?.kind.startsWith('transfer') ?? false)

  const onPhone = village?.records.find((record) => record.id === id)
  const own = entries.filter((entry) => entry.recordId === id).sort((a, b) => b.revision - a.revision)[0]
  const detail: Detail | null = resource.data
    ? detailOf(resource.data, today(), nameOf, knownName, lookupIn(village))
    : onPhone && resource.failure
      ? offlineDetailOf(onPhone, own?.payload ?? null, today(), nameOf, lookupIn(village))
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
  const mayChange = detail.complete && mayChangeKind(kind, role) && detail.reviewState !== 'voided'
  return (
    <Page
      title={copy.detailTitle}
      bottom={
        mayChange && (
          <BottomBar>
            <Button
              icon='edit'
              onTap={() =>
                kind?.onlineOnly
                  ? toRegistrationFix(id)
                  : toRecordForm({ kind: detail.kind, areaCode: detail.areaCode, corrects: id })
              }
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
          {detail.history.map(({ key, line, changes }) => (
            <View key={key} className='dfv-text'>
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
      {resource.data && mayRemark(resource.data, { role, accountId }) && (
        <RemarkBox recordId={id} onSaid={resource.reload} />
      )}
      {voiding && resource.data && (
        <VoidSheet
          record={resource.data}
          onClose={() => setVoiding(false)}
          onDone={() => {
            setVoiding(false)
            resource.reload()
          }}
        />
      )}
    </Page>
  )
}
