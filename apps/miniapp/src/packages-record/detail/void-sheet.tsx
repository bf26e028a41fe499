import { View } from '@tarojs/components'
import { useState } from 'react'
import { type RecordWithRevisions, recordsApi } from '@/shared/api'
import { record as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { serverInstant } from '@/shared/platform'
import { Button, Field, Sheet, TextArea } from '@/shared/ui'
import { voidOf } from './view-model'

const LEAST_WORDS = 2

type Props = { record: RecordWithRevisions; onDone: () => void; onClose: () => void }

/** Takes a record out of every count, with the reason; nothing is deleted. */
export function VoidSheet({ record, onDone, onClose }: Props) {
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string | undefined>()
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    if (reason.trim().length < LEAST_WORDS) return setFault(copy.voidWhyShort)
    if (busy) return
    setBusy(true)
    try {
      await recordsApi.put(record.id, voidOf(record, reason.trim(), serverInstant()))
      onDone()
    } catch (error) {
      const told = tell(error)
      setFault(told.kind === 'offline' ? copy.voidOnline : told.text)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet open title={copy.voidTitle} onClose={onClose}>
      <View className='dfv-stack'>
        <View className='dfv-text'>{copy.voidNote}</View>
        <Field name='void' label={copy.voidWhy} error={fault}>
          <TextArea
            value={reason}
            label={copy.voidWhy}
            maxLength={200}
            wrong={fault !== undefined}
            onChange={setReason}
          />
        </Field>
        <Button look='primary' onTap={onClose}>
          {copy.voidKeep}
        </Button>
        <View className='dfv-apart' />
        <Button look='grave' disabled={busy} className='dfv-sheet-yes' onTap={submit}>
          {copy.voidYes}
        </Button>
      </View>
    </Sheet>
  )
}
