import { View } from '@tarojs/components'
import { useState } from 'react'
import { type RecordWithRevisions, recordsApi } from '@/shared/api'
import { common, record as copy } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { syncLedger } from '@/shared/ledger'
import { serverInstant } from '@/shared/platform'
import { Button, Failure, Field, Sheet, TextArea } from '@/shared/ui'
import { voidOf } from '../view-model'

type Props = { record: RecordWithRevisions; onClose: () => void; onDone: () => void }

/** Takes a record out of every count, with the reason; what it said stays to be read. */
export function VoidSheet({ record, onClose, onDone }: Props) {
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
      await recordsApi.put(record.id, voidOf(record, reason.trim(), serverInstant()))
      void syncLedger()
      onDone()
    } catch (error) {
      setTold(tell(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet open title={copy.voidTitle} onClose={onClose}>
      {told && <Failure told={told} onRetry={submit} />}
      <View className='dfv-text'>{copy.voidNote}</View>
      <View className='dfv-fine'>{copy.voidWaits}</View>
      <Field name='reason' label={copy.voidWhy} error={missing ? copy.voidMissing : undefined}>
        <TextArea value={reason} label={copy.voidWhy} maxLength={200} onChange={setReason} />
      </Field>
      <View className='dfv-stack'>
        <Button onTap={onClose}>{common.cancel}</Button>
        <View className='dfv-apart' />
        <Button look='grave' onTap={submit} disabled={busy}>
          {busy ? common.submitting : copy.voidDo}
        </Button>
      </View>
    </Sheet>
  )
}
