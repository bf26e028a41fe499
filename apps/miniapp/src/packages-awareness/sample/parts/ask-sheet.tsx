import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { common, sampling as copy } from '@/shared/copy'
import type { Told } from '@/shared/errors'
import { Button, CountInput, Failure, Field, fieldAnchor, Sheet, TextInput } from '@/shared/ui'

export type AskKind = 'enlarge' | 'close' | 'void'

type Props = {
  kind: AskKind | null
  told: Told | null
  busy: boolean
  onClose: () => void
  onEnlarge: (count: number) => void
  onEnd: () => void
  onVoid: (reason: string) => void
}

const TITLE = { enlarge: copy.enlarge, close: copy.close, void: copy.void }
const NOTE = { enlarge: copy.enlargeNote, close: copy.closeNote, void: copy.voidNote }
const DO = { enlarge: copy.enlarge, close: copy.closeDo, void: copy.voidDo }

/** What changes a sample as a whole is said before it is done: none of it can be taken back. */
export function AskSheet({ kind, told, busy, onClose, onEnlarge, onEnd, onVoid }: Props) {
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState('')
  useEffect(() => {
    setTyped(kind === 'enlarge' ? '20' : '')
    setFault('')
  }, [kind])
  if (kind === null) return null
  const submit = () => {
    const count = /^\d+$/.test(typed.trim()) ? Number(typed) : 0
    if (kind === 'enlarge')
      return count >= 1 && count <= 2000 ? onEnlarge(count) : setFault(copy.countWrong(2000))
    if (kind === 'void') return typed.trim().length >= 2 ? onVoid(typed.trim()) : setFault(copy.reasonMissing)
    return onEnd()
  }
  const change = (text: string) => {
    setTyped(text)
    setFault('')
  }
  return (
    <Sheet open title={TITLE[kind]} onClose={onClose}>
      <View className='dfv-stack'>
        {told && <Failure told={told} />}
        <View className='dfv-text'>{NOTE[kind]}</View>
        {kind === 'enlarge' && (
          <Field name='more' label={copy.enlargeCount} error={fault || undefined}>
            <CountInput
              id={`${fieldAnchor('more')}-input`}
              value={typed}
              label={copy.enlargeCount}
              min={1}
              wrong={fault !== ''}
              onChange={change}
            />
          </Field>
        )}
        {kind === 'void' && (
          <Field name='reason' label={copy.voidReason} error={fault || undefined}>
            <TextInput
              id={`${fieldAnchor('reason')}-input`}
              value={typed}
              label={copy.voidReason}
              maxLength={100}
              wrong={fault !== ''}
              onChange={change}
            />
          </Field>
        )}
        <Button
          look={kind === 'enlarge' ? 'primary' : 'grave'}
          className='dfv-sheet-yes'
          onTap={submit}
          disabled={busy}
        >
          {busy ? common.submitting : DO[kind]}
        </Button>
        <Button onTap={onClose}>{common.cancel}</Button>
      </View>
    </Sheet>
  )
}
