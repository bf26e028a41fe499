import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { type Transfer, transfersApi } from '@/shared/api'
import { common, transfers as copy } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { toRecordForm, toSignIn } from '@/shared/navigation'
import { usePageParams } from '@/shared/pane'
import { today, useNetwork } from '@/shared/platform'
import { useResource } from '@/shared/resource'
import { useViewer } from '@/shared/session'
import {
  Button,
  EmptyState,
  Failure,
  Field,
  Heading,
  Page,
  Region,
  Sheet,
  Skeleton,
  StateChip,
  TextArea,
} from '@/shared/ui'
import { recordableKinds, useVisit, type Village, VillageGate } from '@/shared/village'
import { type TransferRow, transferRow } from './view-model'

/** Persons proposed to this village, to be taken over or sent back within their term, and those it has proposed. @see 三(一) */
export default function TransfersPage() {
  useVisit(usePageParams().area)
  return (
    <VillageGate frame={(content) => <Page title={copy.title}>{content}</Page>}>
      {(village) => <Transfers village={village} />}
    </VillageGate>
  )
}

function Transfers({ village }: { village: Village }) {
  const { role } = useViewer()
  const online = useNetwork((state) => state.online)
  const incoming = useResource(`in ${village.code}`, () => transfersApi.list('in', village.code))
  const outgoing = useResource(`out ${village.code}`, () => transfersApi.list('out', village.code))
  const [returning, setReturning] = useState<Transfer | null>(null)
  const [done, setDone] = useState(false)
  const seen = useRef(false)
  const reload = () => {
    incoming.reload()
    outgoing.reload()
  }
  // Back from the form of a person taken over, he is no longer among those who wait.
  useDidShow(() => {
    if (seen.current) reload()
    seen.current = true
  })
  const mayAct = recordableKinds(role).some(({ kind }) => kind === 'transfer')
  const failure = incoming.failure ?? outgoing.failure
  const accept = ({ subjectId, fromArea }: Transfer) =>
    toRecordForm({ kind: 'transfer-acceptance', subjectId, fromArea })
  return (
    <Page title={copy.title}>
      {!online && <View className='dfv-text'>{copy.online}</View>}
      {failure && <Failure told={failure} onRetry={reload} onSignIn={toSignIn} />}
      {done && (
        <Region role='status' className='dfv-card'>
          {copy.returned}
        </Region>
      )}
      {(incoming.loading || outgoing.loading) && !incoming.data && <Skeleton rows={2} />}
      {incoming.data && (
        <>
          <Heading level={1}>{copy.in(incoming.data.items.length)}</Heading>
          {incoming.data.items.length === 0 && <EmptyState icon='met' text={copy.inEmpty} />}
          {incoming.data.items.map((item) => (
            <View key={item.recordId} className='dfv-card dfv-stack'>
              <Card row={transferRow(item, 'in', today())} />
              {item.own && <View className='dfv-fine'>{copy.own}</View>}
              {mayAct && !item.own && (
                <View className='dfv-row-wrap'>
                  <Button small look='primary' onTap={() => accept(item)}>
                    {copy.accept}
                  </Button>
                  <Button small onTap={() => setReturning(item)}>
                    {copy.sendBack}
                  </Button>
                </View>
              )}
            </View>
          ))}
          {incoming.data.items.length > 0 && <View className='dfv-fine'>{copy.note}</View>}
        </>
      )}
      {outgoing.data && (
        <>
          <Heading level={2}>{copy.out(outgoing.data.items.length)}</Heading>
          {outgoing.data.items.length === 0 && <View className='dfv-text'>{copy.outEmpty}</View>}
          {outgoing.data.items.map((item) => (
            <View key={item.recordId} className='dfv-card'>
              <Card row={transferRow(item, 'out', today())} />
            </View>
          ))}
        </>
      )}
      {mayAct && (
        <Button icon='status' onTap={() => toRecordForm({ kind: 'transfer' })}>
          {copy.propose}
        </Button>
      )}
      {returning && (
        <ReturnSheet
          transfer={returning}
          onClose={() => setReturning(null)}
          onDone={() => {
            setReturning(null)
            setDone(true)
            reload()
          }}
        />
      )}
    </Page>
  )
}

function Card({ row }: { row: TransferRow }) {
  return (
    <View>
      <View className='dfv-row__title'>{row.title}</View>
      <View className='dfv-text'>{row.note}</View>
      <StateChip state={row.chip.state}>{row.chip.text}</StateChip>
    </View>
  )
}

type SheetProps = { transfer: Transfer; onClose: () => void; onDone: () => void }

function ReturnSheet({ transfer, onClose, onDone }: SheetProps) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    const isMissing = reason.trim().length < 2
    setMissing(isMissing)
    if (isMissing || busy) return
    setBusy(true)
    try {
      await transfersApi.sendBack(transfer.recordId, reason.trim())
      onDone()
    } catch (error) {
      setTold(tell(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet open title={copy.returnTitle} onClose={onClose}>
      {told && <Failure told={told} onRetry={submit} />}
      <Field name='reason' label={copy.returnWhy} error={missing ? copy.returnMissing : undefined}>
        <TextArea value={reason} label={copy.returnWhy} maxLength={200} onChange={setReason} />
      </Field>
      <View className='dfv-stack'>
        <Button look='primary' onTap={submit} disabled={busy}>
          {busy ? common.submitting : copy.sendBack}
        </Button>
        <Button onTap={onClose}>{common.cancel}</Button>
      </View>
    </Sheet>
  )
}
