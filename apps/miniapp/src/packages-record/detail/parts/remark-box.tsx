import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { recordsApi } from '@/shared/api'
import { common, record as copy } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { newId } from '@/shared/platform'
import { Button, Field, Heading, Region, TextArea } from '@/shared/ui'

type Props = { recordId: string; onSaid: () => void }

/** Says something to the other side of the review. Goes over the network at once: it is about a record that is there. */
export function RemarkBox({ recordId, onSaid }: Props) {
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  /** The same words keep their id, so that a lost answer does not say them twice. */
  const sending = useRef<{ id: string; text: string } | null>(null)

  const send = async () => {
    const words = text.trim()
    setMissing(words === '')
    if (words === '' || busy) return
    setBusy(true)
    setTold(null)
    try {
      if (sending.current?.text !== words) sending.current = { id: await newId(), text: words }
      await recordsApi.remark(recordId, sending.current.id, words)
      sending.current = null
      setText('')
      onSaid()
    } catch (error) {
      const found = tell(error)
      setTold(found.kind === 'offline' ? { ...found, text: copy.remarkOffline } : found)
    } finally {
      setBusy(false)
    }
  }
  return (
    <View className='dfv-card dfv-stack dfv-remark-box'>
      <Heading level={2}>{copy.remark}</Heading>
      <Field
        name='remark'
        label={copy.remarkLabel}
        help={copy.remarkHelp}
        error={missing ? copy.remarkMissing : undefined}
      >
        <TextArea value={text} label={copy.remarkLabel} maxLength={200} onChange={setText} />
      </Field>
      {told && <Region role='alert'>{told.text}</Region>}
      <Button className='dfv-remark-send' onTap={send} disabled={busy}>
        {busy ? common.submitting : copy.remarkSend}
      </Button>
    </View>
  )
}
