import { View } from '@tarojs/components'
import { useState } from 'react'
import { common, households as copy } from '@/shared/copy'
import { Button, CountInput, Field, fieldAnchor } from '@/shared/ui'
import { sizeIn } from '../view-model'

type Props = { size: number; busy: boolean; onSize: (size: number) => void }

/** How many households the village's own list has; the first time it begins the signing. */
export function SizeForm({ size, busy, onSize }: Props) {
  const [typed, setTyped] = useState(size > 0 ? String(size) : '')
  const [fault, setFault] = useState<string | undefined>(undefined)
  const submit = () => {
    const given = sizeIn(typed)
    setFault(given === null ? copy.sizeWrong : undefined)
    if (given !== null) onSize(given)
  }
  return (
    <View className='dfv-stack'>
      <Field name='size' label={copy.size} help={size > 0 ? copy.changeSizeNote : undefined} error={fault}>
        <CountInput
          id={`${fieldAnchor('size')}-input`}
          value={typed}
          label={copy.size}
          steps={false}
          wrong={fault !== undefined}
          onChange={setTyped}
        />
      </Field>
      <Button look='primary' className='dfv-set-size' onTap={submit} disabled={busy}>
        {busy ? common.submitting : size > 0 ? copy.change : copy.begin}
      </Button>
    </View>
  )
}
