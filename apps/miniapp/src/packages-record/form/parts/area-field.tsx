import { View } from '@tarojs/components'
import { useState } from 'react'
import { record as copy } from '@/shared/copy'
import { areaName, useAreas, VillageSheet } from '@/shared/place'
import { Field, Icon, Tap } from '@/shared/ui'

type Props = {
  frame: Omit<Parameters<typeof Field>[0], 'children' | 'group'>
  value: string
  /** One's own village is no answer. */
  except: string
  onChange: (value: unknown) => void
}

/** A village, chosen by name; nobody types a code. */
export function AreaField({ frame, value, except, onChange }: Props) {
  const [open, setOpen] = useState(false)
  useAreas()
  const shown = value === '' ? copy.chooseArea : (areaName(value) ?? value)
  return (
    <Field {...frame} help={undefined}>
      <Tap className='dfv-input dfv-choose' label={`${frame.label} ${shown}`} onTap={() => setOpen(true)}>
        <View className='dfv-row__main'>{shown}</View>
        <Icon name='chevron-down' />
      </Tap>
      <VillageSheet
        open={open}
        once
        except={except}
        onClose={() => setOpen(false)}
        onChosen={({ code }) => onChange(code)}
      />
    </Field>
  )
}
