import { View } from '@tarojs/components'
import { useState } from 'react'
import { reviews as copy } from '@/shared/copy'
import { Button, Field, Options, Sheet, TextArea } from '@/shared/ui'
import { reasonOf } from './waiting'

type Props = { open: boolean; onClose: () => void; onReturn: (reason: string) => void }
const REASONS = [...copy.reasons, copy.otherReason].map((value) => ({ value, label: value }))

/** A record goes back only with a reason the village can act on. */
export function ReturnSheet({ open, onClose, onReturn }: Props) {
  const [preset, setPreset] = useState<string | null>(null)
  const [other, setOther] = useState('')
  const [wrong, setWrong] = useState(false)
  const send = () => {
    const reason = reasonOf({ preset, other })
    setWrong(reason === null)
    if (reason !== null) onReturn(reason)
  }
  return (
    <Sheet open={open} title={copy.reasonTitle} onClose={onClose}>
      <View className='dfv-text'>{copy.reasonLead}</View>
      <Field
        name='reason'
        label={copy.reasonTitle}
        error={wrong ? copy.reasonMissing : undefined}
        group='radiogroup'
      >
        <Options
          options={REASONS}
          chosen={preset ? [preset] : []}
          onChange={([chosen]) => setPreset(chosen ?? null)}
        />
      </Field>
      {preset === copy.otherReason && (
        <TextArea value={other} label={copy.otherReason} maxLength={200} onChange={setOther} />
      )}
      <Button look='grave' className='dfv-send-back' onTap={send}>
        {copy.sendBack}
      </Button>
    </Sheet>
  )
}
