import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { type Order, ordersApi } from '@/shared/api'
import { common, orders as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { newId } from '@/shared/platform'
import { Button, Field, fieldAnchor, focusOn, Heading, Region, TextArea } from '@/shared/ui'
import { checkWords } from '../view-model'

/** The village's words on an order. */
export function AnswerForm({ orderId, onDone }: { orderId: string; onDone: (order: Order) => void }) {
  const [text, setText] = useState('')
  const [fault, setFault] = useState<string | undefined>()
  const [told, setTold] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const id = useRef<Promise<string> | null>(null)
  const submit = async () => {
    const [wrong] = checkWords(text)
    setFault(wrong?.text)
    setTold(null)
    if (wrong) focusOn(fieldAnchor('text'))
    if (wrong || busy) return
    setBusy(true)
    id.current ??= newId()
    try {
      onDone(await ordersApi.answer(orderId, await id.current, text.trim()))
    } catch (error) {
      setTold(tell(error).text)
    } finally {
      setBusy(false)
    }
  }
  return (
    <View className='dfv-card'>
      <Heading level={2}>{copy.answer}</Heading>
      {told && <Region role='alert'>{told}</Region>}
      <Field name='text' label={copy.answerLabel} help={copy.answerHelp} error={fault}>
        <TextArea
          value={text}
          label={copy.answerLabel}
          maxLength={300}
          wrong={fault !== undefined}
          onChange={(words) => {
            id.current = null
            setText(words)
            setFault(undefined)
          }}
        />
      </Field>
      <Button look='primary' className='dfv-order-answer' disabled={busy} onTap={submit}>
        {busy ? common.submitting : copy.send}
      </Button>
    </View>
  )
}
