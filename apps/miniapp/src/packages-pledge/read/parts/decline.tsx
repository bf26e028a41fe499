import { useState } from 'react'
import { pledgesApi } from '@/shared/api'
import { pledge as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { Button, Field, Link, TextArea } from '@/shared/ui'

const LEAST = 2

/** Saying no, with the reason; signing stays open. */
export function Decline({ id, onDeclined }: { id: string; onDeclined: () => void }) {
  const [reason, setReason] = useState<string | null>(null)
  const [fault, setFault] = useState<string | undefined>(undefined)
  const [busy, setBusy] = useState(false)
  if (reason === null) return <Link onTap={() => setReason('')}>{copy.decline}</Link>
  const send = async () => {
    const words = reason.trim()
    setFault(words.length < LEAST ? copy.declineShort : undefined)
    if (words.length < LEAST || busy) return
    setBusy(true)
    try {
      await pledgesApi.decline(id, words)
      onDeclined()
    } catch (error) {
      setFault(tell(error).text)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Field name='decline' label={copy.declineReason} help={copy.declineHelp} error={fault}>
      <TextArea value={reason} label={copy.declineReason} maxLength={200} onChange={setReason} />
      <Button className='dfv-decline' onTap={send} disabled={busy}>
        {copy.declineSend}
      </Button>
    </Field>
  )
}
