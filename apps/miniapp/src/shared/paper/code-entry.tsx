import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Told, tell } from '@/shared/errors'
import { BottomBar, Button, Field, fieldAnchor, focusOn, Heading, Page, Region, TextInput } from '@/shared/ui'

type Entry = {
  code: string
  setCode: (code: string) => void
  fault: string
  told: Told | null
  busy: boolean
  enter: () => Promise<void>
}

/**
 * Somebody without an account answers with digits that he was given. Entering them once more draws anew.
 * @param digits how many the code has; several where codes of more than one kind are taken
 * @param missing what to say to fewer or other signs
 * @param given digits that came with the address
 */
export function useCodeEntry<Drawn>(
  digits: readonly number[],
  missing: string,
  draw: (code: string) => Promise<Drawn>,
  given = '',
): { drawn: Drawn | null; entry: Entry } {
  const [code, setCode] = useState(given)
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const [fault, setFault] = useState('')
  const [told, setTold] = useState<Told | null>(null)
  const [busy, setBusy] = useState(false)

  const enter = async () => {
    const typed = code.replace(/\s/g, '')
    const isWhole = /^\d+$/.test(typed) && digits.includes(typed.length)
    setTold(null)
    setFault(isWhole ? '' : missing)
    if (!isWhole) return focusOn(fieldAnchor('code'))
    if (busy) return
    setBusy(true)
    try {
      setDrawn(await draw(typed))
    } catch (error) {
      setDrawn(null)
      setTold(tell(error))
    } finally {
      setBusy(false)
    }
  }
  return { drawn, entry: { code, setCode, fault, told, busy, enter } }
}

type Props = {
  entry: Entry
  title: string
  lead: string
  help: string
  label: string
  maxLength: number
  action: string
  className: string
}

/** The page on which the digits are typed. */
export function CodeEntry({ entry, title, lead, help, label, maxLength, action, className }: Props) {
  const { code, setCode, fault, told, busy, enter } = entry
  return (
    <Page
      title={title}
      bottom={
        <BottomBar>
          <Button look='primary' className={className} onTap={enter} disabled={busy}>
            {action}
          </Button>
        </BottomBar>
      }
    >
      <Heading level={1}>{title}</Heading>
      {told && (
        <Region role='alert' className='dfv-errors'>
          {told.text}
        </Region>
      )}
      <View className='dfv-card'>
        <Field name='code' label={lead} help={help} error={fault || undefined}>
          <TextInput
            id={`${fieldAnchor('code')}-input`}
            value={code}
            label={label}
            keyboard='number'
            maxLength={maxLength}
            wrong={fault !== ''}
            onChange={setCode}
            onConfirm={() => void enter()}
          />
        </Field>
      </View>
    </Page>
  )
}
