import { useState } from 'react'
import { villagesApi } from '@/shared/api'
import { record as copy } from '@/shared/copy'
import { VillageSheet } from '@/shared/place'
import { useResource } from '@/shared/resource'
import { Field, Tap } from '@/shared/ui'

type Props = {
  frame: Omit<Parameters<typeof Field>[0], 'children' | 'group'>
  value: string
  onChange: (value: unknown) => void
}

/** A village by its name; what is kept is its official code. */
export function AreaField({ frame, value, onChange }: Props) {
  const [choosing, setChoosing] = useState(false)
  const [chosen, setChosen] = useState<{ code: string; name: string } | null>(null)
  const asked = useResource(value !== '' && chosen?.code !== value ? value : null, () =>
    villagesApi.areas({ under: value }),
  )
  const known = asked.data?.items.find(({ code }) => code === value)?.name
  const shown = value === '' ? copy.chooseArea : chosen?.code === value ? chosen.name : (known ?? value)
  return (
    <Field {...frame}>
      <Tap
        className='dfv-input dfv-area-field'
        onTap={() => setChoosing(true)}
        label={`${frame.label}：${shown}`}
      >
        {shown}
      </Tap>
      <VillageSheet
        open={choosing}
        remember={false}
        onClose={() => setChoosing(false)}
        onChosen={(village) => {
          setChosen(village)
          onChange(village.code)
        }}
      />
    </Field>
  )
}
