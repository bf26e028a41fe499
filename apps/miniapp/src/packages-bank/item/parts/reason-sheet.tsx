import { View } from '@tarojs/components'
import { useState } from 'react'
import { common, quizBank as copy } from '@/shared/copy'
import { Button, Field, fieldAnchor, Sheet, TextArea } from '@/shared/ui'

type Props = {
  title: string
  note?: string
  label: string
  action: string
  onClose: () => void
  onReason: (reason: string) => void
}

const LEAST = 2

/** A question goes back, or out, only with a reason that the next one can act on. */
export function ReasonSheet({ title, note, label, action, onClose, onReason }: Props) {
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState(false)
  const send = () => {
    const isShort = reason.trim().length < LEAST
    setWrong(isShort)
    if (!isShort) onReason(reason.trim())
  }
  return (
    <Sheet open title={title} onClose={onClose}>
      {note && <View className='dfv-text'>{note}</View>}
      <Field name='reason' label={label} error={wrong ? copy.reasonMissing : undefined}>
        <TextArea
          id={`${fieldAnchor('reason')}-input`}
          value={reason}
          label={label}
          maxLength={200}
          wrong={wrong}
          onChange={setReason}
        />
      </Field>
      <View className='dfv-stack'>
        <Button look='grave' className='dfv-reason-send' onTap={send}>
          {action}
        </Button>
        <Button onTap={onClose}>{common.cancel}</Button>
      </View>
    </Sheet>
  )
}
