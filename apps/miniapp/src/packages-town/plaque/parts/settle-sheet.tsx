import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PlaqueView } from '@/shared/api'
import { common, plaque as copy } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { toSignIn } from '@/shared/navigation'
import { Button, Failure, Field, Sheet, TextArea } from '@/shared/ui'

const LEAST_REASON = 4
const SAID = {
  confirm: { title: copy.confirm, yes: copy.confirmYes, reason: null },
  return: { title: copy.sendBack, yes: copy.sendBackYes, reason: copy.reason },
  withdraw: { title: copy.withdraw, yes: copy.withdrawYes, reason: copy.withdrawReason },
}

type Props = {
  act: keyof typeof SAID
  /** What it is about. */
  line: string
  send: (reason: string) => Promise<PlaqueView>
  onClose: () => void
  onDone: (view: PlaqueView) => void
}

/** Asks once more before an official result takes effect, or for the reason why it does not. */
export function SettleSheet({ act, line, send, onClose, onDone }: Props) {
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const [busy, setBusy] = useState(false)
  const { title, yes, reason: label } = SAID[act]
  const submit = async () => {
    const isMissing = label !== null && reason.trim().length < LEAST_REASON
    setWrong(isMissing)
    if (isMissing || busy) return
    setTold(null)
    setBusy(true)
    try {
      onDone(await send(reason.trim()))
    } catch (error) {
      setTold(tell(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet open title={title} onClose={onClose}>
      <View className='dfv-stack'>
        {told && <Failure told={told} onSignIn={toSignIn} />}
        <View className='dfv-text'>{line}</View>
        {label === null ? (
          <View className='dfv-text'>{copy.confirmAsk}</View>
        ) : (
          <Field name='reason' label={label} error={wrong ? copy.reasonMissing : undefined}>
            <TextArea value={reason} label={label} maxLength={500} onChange={setReason} />
          </Field>
        )}
        <Button look='primary' className='dfv-sheet-yes' disabled={busy} onTap={() => void submit()}>
          {busy ? common.submitting : yes}
        </Button>
        <Button onTap={onClose}>{common.cancel}</Button>
      </View>
    </Sheet>
  )
}
