import { View } from '@tarojs/components'
import { useState } from 'react'
import { outbox as copy } from '@/shared/copy'
import { toHandIn, toMerge, toReceipt, toRecord, toRecordForm, toSignIn } from '@/shared/navigation'
import { currentOutbox, type OutboxEntry, useOutboxEntries, wakeOutbox } from '@/shared/outbox'
import { UnsentPhotos, unsentOf } from '@/shared/photo-strip'
import { useKeptPhotos, wakePhotos } from '@/shared/photos'
import { today, useNetwork } from '@/shared/platform'
import { kindIcon, kindShortLabel, photoIds } from '@/shared/records'
import { useSession, useViewer } from '@/shared/session'
import { BottomBar, Button, EmptyState, Heading, Icon, Link, Page, Region, Sheet, Tap } from '@/shared/ui'
import { useVillage } from '@/shared/village'
import { groupsOf, leadOf, noteOf } from './view-model'

const SHOWN_ACCEPTED = 20

export default function OutboxPage() {
  const entries = useOutboxEntries()
  const { signedIn, expired } = useViewer()
  const online = useNetwork((state) => state.online)
  const [answer, setAnswer] = useState('')
  const [discarding, setDiscarding] = useState<OutboxEntry | null>(null)
  const groups = groupsOf(entries)
  const hasGrant = useSession((state) => state.handIn !== null)
  const kept = useKeptPhotos()
  const photos = unsentOf(
    groups.accepted.flatMap(({ payload }) => photoIds(payload)),
    kept,
  )
  const needsSignIn = expired || (signedIn && currentOutbox().needsSignIn())

  const send = () => {
    if (needsSignIn) return toSignIn()
    setAnswer(online ? '' : copy.offlineAnswer)
    void wakeOutbox()
    void wakePhotos()
  }
  return (
    <Page
      title={copy.title}
      bottom={
        groups.waiting.length + photos > 0 && (
          <BottomBar>
            <Button look='primary' icon='send' onTap={send}>
              {copy.send}
            </Button>
          </BottomBar>
        )
      }
    >
      <Region role='status' className='dfv-text'>
        {answer || (entries.length > 0 && leadOf(groups, { online, needsSignIn, photos }))}
      </Region>
      {entries.length === 0 && <EmptyState icon='send' text={copy.allSent} />}
      <Group title={copy.groupYou(groups.yours.length)} entries={groups.yours} onDiscard={setDiscarding} />
      <Group title={copy.groupWaiting(groups.waiting.length)} entries={groups.waiting} />
      {groups.waiting.length > 0 && hasGrant && (
        <View className='dfv-hand-in-entry'>
          <Link onTap={toHandIn}>{copy.handIn}</Link>
        </View>
      )}
      <Group
        title={copy.groupDrafts(groups.drafts.length)}
        entries={groups.drafts}
        onDiscard={setDiscarding}
      />
      <Group
        title={copy.groupAccepted(groups.accepted.length)}
        entries={groups.accepted.slice(0, SHOWN_ACCEPTED)}
      />
      <Sheet open={discarding !== null} title={copy.discardAsk} onClose={() => setDiscarding(null)}>
        <View className='dfv-stack'>
          <Button look='primary' onTap={() => setDiscarding(null)}>
            {copy.discardNo}
          </Button>
          <View className='dfv-apart' />
          <Button
            look='grave'
            onTap={() => {
              if (discarding) currentOutbox().discard(discarding.key)
              setDiscarding(null)
            }}
          >
            {copy.discardYes}
          </Button>
        </View>
      </Sheet>
    </Page>
  )
}

type GroupProps = { title: string; entries: OutboxEntry[]; onDiscard?: (entry: OutboxEntry) => void }

function Group({ title, entries, onDiscard }: GroupProps) {
  const { village } = useVillage()
  if (entries.length === 0) return null
  return (
    <View>
      <Heading level={2}>{title}</Heading>
      <View className='dfv-card dfv-card--flush'>
        {entries.map((entry) => (
          <View key={entry.key} className='dfv-row dfv-outbox-row'>
            <Icon name={kindIcon(entry.kind)} />
            <Tap className='dfv-row__main' onTap={() => openEntry(entry)}>
              <View className='dfv-row__title'>
                {[kindShortLabel(entry.kind), village?.subjectLabel(entry.subjectId)]
                  .filter(Boolean)
                  .join(' ')}
              </View>
              <View className='dfv-row__note'>{noteOf(entry, today())}</View>
              {entry.state === 'accepted' && <UnsentPhotos ids={photoIds(entry.payload)} />}
            </Tap>
            <Actions entry={entry} onDiscard={onDiscard} />
          </View>
        ))}
      </View>
    </View>
  )
}

function openEntry(entry: OutboxEntry): void {
  if (entry.state === 'accepted') toRecord(entry.recordId)
  else if (entry.state === 'conflict') toMerge(entry.key)
  else if (entry.state === 'draft' || entry.state === 'returned')
    toRecordForm({ kind: entry.kind, areaCode: entry.areaCode, entry: entry.key })
  else toReceipt(entry.key)
}

const ACTION = { returned: copy.fix, conflict: copy.merge, draft: copy.goOn } as const

function Actions({ entry, onDiscard }: { entry: OutboxEntry; onDiscard?: (entry: OutboxEntry) => void }) {
  const { state } = entry
  if (state !== 'returned' && state !== 'conflict' && state !== 'draft') return null
  return (
    <View className='dfv-row__side'>
      {state === 'draft' && onDiscard && (
        <Button small onTap={() => onDiscard(entry)}>
          {copy.discard}
        </Button>
      )}
      <Button small look='primary' onTap={() => openEntry(entry)}>
        {ACTION[state]}
      </Button>
    </View>
  )
}
