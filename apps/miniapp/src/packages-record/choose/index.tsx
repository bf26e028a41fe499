import { View } from '@tarojs/components'
import { useState } from 'react'
import { choose as copy, strips } from '@/shared/copy'
import { replaceWithForm, toRecordForm, toRegisterPerson } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { useViewer } from '@/shared/session'
import { EmptyState, Heading, Icon, Page, StateChip, Tap, TextInput } from '@/shared/ui'
import { type Village, VillageGate } from '@/shared/village'
import { type ChooseGroup, type ChooseRow, choicesAbout, choicesOf, found } from './view-model'

/** Everything one may record, so that each kind is two taps away and none has to be looked for in a long list. */
export default function ChoosePage() {
  const { subject } = usePageParams()
  return (
    <VillageGate
      frame={(content) => (
        <Page title={copy.title} offline={strips.offlineShort}>
          {content}
        </Page>
      )}
    >
      {(village) =>
        subject ? <About village={village} subjectId={subject} /> : <Everything village={village} />
      }
    </VillageGate>
  )
}

function About({ village, subjectId }: { village: Village; subjectId: string }) {
  const { role } = useViewer()
  const rows = choicesAbout(village, role, subjectId)
  return (
    <Page title={copy.title} offline={strips.offlineShort}>
      <Heading level={1}>{village.subjectLabel(subjectId)}</Heading>
      {rows.length === 0 && <EmptyState text={copy.nothing} />}
      <Rows rows={rows} onChoose={({ kind }) => replaceWithForm({ kind: kind.kind, subjectId })} />
    </Page>
  )
}

function openForm({ kind, target }: ChooseRow): void {
  if (kind.onlineOnly) toRegisterPerson()
  else toRecordForm(target ?? { kind: kind.kind })
}

function Everything({ village }: { village: Village }) {
  const { role } = useViewer()
  const [words, setWords] = useState('')
  const { due, often, groups } = choicesOf(village, role)
  if (groups.length === 0) {
    return (
      <Page title={copy.title} offline={strips.offlineShort}>
        <EmptyState text={copy.nothing} />
      </Page>
    )
  }
  const hits = words.trim() === '' ? null : found(role, words)
  return (
    <Page title={copy.title} offline={strips.offlineShort}>
      <View className='dfv-search'>
        <Icon name='search' />
        <TextInput value={words} label={copy.search} maxLength={20} onChange={setWords} />
      </View>
      {hits &&
        (hits.length > 0 ? <Rows rows={hits} onChoose={openForm} /> : <EmptyState text={copy.none(words)} />)}
      {!hits && (
        <>
          {due.length > 0 && (
            <>
              <Heading level={2}>{copy.due}</Heading>
              <Rows rows={due} onChoose={openForm} />
            </>
          )}
          {often.length > 0 && (
            <>
              <Heading level={2}>{copy.often}</Heading>
              <Rows rows={often} onChoose={openForm} />
            </>
          )}
          <Heading level={2}>{copy.all}</Heading>
          <Groups groups={groups} />
        </>
      )}
    </Page>
  )
}

function Groups({ groups }: { groups: readonly ChooseGroup[] }) {
  const [open, setOpen] = useState<string | null>(null)
  return (
    <>
      {groups.map(({ id, title, note, rows }) => (
        <View key={id} className='dfv-card dfv-card--flush'>
          <Tap
            className='dfv-row dfv-kind-group'
            expanded={open === id}
            onTap={() => setOpen(open === id ? null : id)}
          >
            <View className='dfv-row__main'>
              <View className='dfv-row__title'>{title}</View>
              {open !== id && <View className='dfv-row__note'>{note}</View>}
            </View>
            <Icon name={open === id ? 'chevron-up' : 'chevron-down'} />
          </Tap>
          {open === id && rows.map((row) => <Row key={row.kind.kind} row={row} onChoose={openForm} />)}
        </View>
      ))}
    </>
  )
}

function Rows({ rows, onChoose }: { rows: readonly ChooseRow[]; onChoose: (row: ChooseRow) => void }) {
  return (
    <View className='dfv-card dfv-card--flush'>
      {rows.map((row) => (
        <Row key={row.kind.kind} row={row} onChoose={onChoose} />
      ))}
    </View>
  )
}

function Row({ row, onChoose }: { row: ChooseRow; onChoose: (row: ChooseRow) => void }) {
  return (
    <Tap className='dfv-row dfv-kind' onTap={() => onChoose(row)}>
      <Icon name={row.kind.icon} />
      <View className='dfv-row__main'>
        <View className='dfv-row__title'>{row.kind.label}</View>
        {row.note && <StateChip state={row.overdue ? 'overdue' : 'due'}>{row.note}</StateChip>}
      </View>
      <Icon name='chevron-right' />
    </Tap>
  )
}
