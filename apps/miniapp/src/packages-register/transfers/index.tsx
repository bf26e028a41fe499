import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { recordsApi, type Transfer, transfersApi } from '@/shared/api'
import { common, transfers as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { syncLedger } from '@/shared/ledger'
import { goBack, toSignIn } from '@/shared/navigation'
import { newId, serverInstant, today } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import {
  Button,
  EmptyState,
  Failure,
  Field,
  Heading,
  Options,
  Page,
  Region,
  Sheet,
  Skeleton,
  TextArea,
} from '@/shared/ui'
import { useVisit } from '@/shared/village'
import { acceptanceOf, transferRows } from './view-model'

const LEAST_WORDS = 2
type Asking = { what: 'accept' | 'decline'; transfer: Transfer }

/** Who is to come to this village, and who is to leave it: answered within fifteen days. */
export default function TransfersPage() {
  const { villageCode } = useViewer()
  const { arrived } = useVisit(useRouter().params.area)
  const list = useResource(arrived ? villageCode : null, async () => {
    const [incoming, outgoing] = await Promise.all([
      transfersApi.list('in', villageCode ?? undefined),
      transfersApi.list('out', villageCode ?? undefined),
    ])
    return { items: [...incoming.items, ...outgoing.items] }
  })
  const [asking, setAsking] = useState<Asking | null>(null)
  const [news, setNews] = useState<string | null>(null)
  const rows = transferRows(list.data?.items ?? [], villageCode ?? '', today())
  const done = (text: string) => {
    setAsking(null)
    setNews(text)
    list.reload()
    void syncLedger()
  }
  return (
    <Page title={copy.title}>
      <Heading level={1}>{copy.title}</Heading>
      <View className='dfv-text'>{copy.lead}</View>
      <Region role='status'>{news}</Region>
      {list.loading && !list.data && <Skeleton />}
      {list.failure && (
        <Failure told={list.failure} onRetry={list.reload} onSignIn={toSignIn} onHome={goBack} />
      )}
      {list.data && rows.length === 0 && <EmptyState icon='send' text={copy.empty} />}
      {rows.map(({ transfer, title, note, mayAnswer }) => (
        <View key={transfer.recordId} className='dfv-card dfv-stack'>
          <Heading level={2}>{title}</Heading>
          <View className='dfv-fine'>{note}</View>
          {mayAnswer && (
            <View className='dfv-row-wrap'>
              <Button look='primary' onTap={() => setAsking({ what: 'accept', transfer })}>
                {copy.accept}
              </Button>
              <Button onTap={() => setAsking({ what: 'decline', transfer })}>{copy.decline}</Button>
            </View>
          )}
        </View>
      ))}
      {asking?.what === 'accept' && (
        <AcceptSheet transfer={asking.transfer} onDone={done} onClose={() => setAsking(null)} />
      )}
      {asking?.what === 'decline' && (
        <DeclineSheet transfer={asking.transfer} onDone={done} onClose={() => setAsking(null)} />
      )}
    </Page>
  )
}

type SheetProps = { transfer: Transfer; onDone: (news: string) => void; onClose: () => void }

function AcceptSheet({ transfer, onDone, onClose }: SheetProps) {
  const [agreement, setAgreement] = useState<'yes' | 'no' | null>(null)
  const [fault, setFault] = useState<string | undefined>()
  const [busy, setBusy] = useState(false)
  // Made once: pressing again after a lost answer takes nobody over twice.
  const id = useRef<Promise<string> | null>(null)
  const accept = async () => {
    if (agreement === null) return setFault(copy.agreementMissing)
    if (busy) return
    setBusy(true)
    try {
      id.current ??= newId()
      await recordsApi.put(await id.current, acceptanceOf(transfer, agreement, today(), serverInstant()))
      onDone(copy.accepted)
    } catch (error) {
      const told = tell(error)
      setFault(told.kind === 'offline' ? copy.online : told.text)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet open title={copy.acceptTitle} onClose={onClose}>
      <View className='dfv-stack'>
        <View className='dfv-text'>{copy.acceptNote}</View>
        <Field name='agreement' label={copy.agreement} error={fault} group='radiogroup'>
          <Options
            options={[
              { value: 'yes', label: copy.yes },
              { value: 'no', label: copy.no },
            ]}
            chosen={agreement ? [agreement] : []}
            onChange={([one]) => setAgreement(one === 'yes' ? 'yes' : 'no')}
          />
        </Field>
        <Button look='primary' disabled={busy} className='dfv-sheet-yes' onTap={accept}>
          {busy ? common.submitting : copy.accept}
        </Button>
        <Button onTap={onClose}>{common.cancel}</Button>
      </View>
    </Sheet>
  )
}

function DeclineSheet({ transfer, onDone, onClose }: SheetProps) {
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string | undefined>()
  const decline = async () => {
    if (reason.trim().length < LEAST_WORDS) return setFault(copy.reasonShort)
    try {
      await transfersApi.decline(transfer.recordId, reason.trim())
      onDone(copy.declined)
    } catch (error) {
      const told = tell(error)
      setFault(told.kind === 'offline' ? copy.online : told.text)
    }
  }
  return (
    <Sheet open title={copy.declineTitle} onClose={onClose}>
      <View className='dfv-stack'>
        <Field name='reason' label={copy.declineReason} error={fault}>
          <TextArea
            value={reason}
            label={copy.declineReason}
            maxLength={200}
            wrong={fault !== undefined}
            onChange={setReason}
          />
        </Field>
        <Button look='primary' className='dfv-sheet-yes' onTap={decline}>
          {copy.decline}
        </Button>
        <Button onTap={onClose}>{common.cancel}</Button>
      </View>
    </Sheet>
  )
}
