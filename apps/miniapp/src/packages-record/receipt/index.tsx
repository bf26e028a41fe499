import { View } from '@tarojs/components'
import { common, record as copy, errors } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { goBack, replaceWithForm, toMerge, toTab } from '@/shared/navigation'
import { currentOutbox, type OutboxEntry, useOutboxEntry } from '@/shared/outbox'
import { usePageParams } from '@/shared/pane'
import { UnsentPhotos } from '@/shared/photo-strip'
import { today } from '@/shared/platform'
import { kindLabel, photoIds } from '@/shared/records'
import { useViewer } from '@/shared/session'
import { Button, EmptyState, Link, Page, Receipt } from '@/shared/ui'
import { useVillage } from '@/shared/village'
import { AskOnce } from './ask-once'
import { nextDutyOf, receiptOf } from './view-model'

export default function ReceiptPage() {
  const entry = useOutboxEntry(usePageParams().entry ?? '')
  if (!entry) {
    return (
      <Page title={copy.receiptTitle}>
        <EmptyState text={errors.notFoundPage}>
          <Button onTap={() => toTab('home')}>{common.toHome}</Button>
        </EmptyState>
      </Page>
    )
  }
  return <Content entry={entry} />
}

function Content({ entry }: { entry: OutboxEntry }) {
  const { village } = useVillage()
  const { role, visitor } = useViewer()
  const text = receiptOf(entry, today(), currentOutbox().needsSignIn())
  const next = village && nextDutyOf(village, entry, role)
  const what = [
    kindLabel(entry.kind),
    village?.subjectLabel(entry.subjectId),
    showDate(entry.occurredOn, today()),
  ]
  return (
    <Page title={copy.receiptTitle}>
      <Receipt
        arrived={text.arrived}
        icon={entry.state === 'returned' || entry.state === 'conflict' ? 'warning' : undefined}
        title={text.title}
        lines={[what.filter(Boolean).join(common.separator), ...text.lines]}
      />
      {entry.state === 'accepted' && <UnsentPhotos ids={photoIds(entry.payload)} />}
      {text.arrived && <AskOnce />}
      <View className='dfv-stack'>
        {entry.state === 'returned' && (
          <Button
            look='primary'
            onTap={() => replaceWithForm({ kind: entry.kind, areaCode: entry.areaCode, entry: entry.key })}
          >
            {copy.change}
          </Button>
        )}
        {entry.state === 'conflict' && (
          <Button look='primary' onTap={() => toMerge(entry.key)}>
            {copy.conflict}
          </Button>
        )}
        {next && (
          <Button look='primary' onTap={() => replaceWithForm(next.target)}>
            {copy.nextDuty(next.title)}
          </Button>
        )}
        {visitor ? (
          <Button onTap={goBack}>{common.back}</Button>
        ) : (
          <Button onTap={() => toTab('home')}>{copy.toWork}</Button>
        )}
        {entry.state === 'accepted' && (
          <Link
            onTap={() =>
              replaceWithForm({ kind: entry.kind, areaCode: entry.areaCode, corrects: entry.recordId })
            }
          >
            {copy.wrongFilled}
          </Link>
        )}
      </View>
    </Page>
  )
}
