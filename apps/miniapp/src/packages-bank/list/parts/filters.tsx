import { View } from '@tarojs/components'
import { useState } from 'react'
import type { BankFilter } from '@/shared/api'
import { quizBank as copy } from '@/shared/copy'
import { Button, Field, fieldAnchor, Icon, Options, Tap, TextInput } from '@/shared/ui'
import { FILTERS, filterLine, withChoice } from '../view-model'

type Props = { filter: BankFilter; onChange: (filter: BankFilter) => void }
const NAMES = ['state', 'audience', 'topic'] as const

/** Folded: on a phone one looks for questions, not at filters. */
export function Filters({ filter, onChange }: Props) {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState(filter.text ?? '')
  const find = () => {
    const { text: _, ...others } = filter
    onChange(text.trim() === '' ? others : { ...others, text: text.trim() })
  }
  return (
    <View className='dfv-card dfv-stack'>
      <Field name='text' label={copy.searchLabel}>
        <TextInput
          id={`${fieldAnchor('text')}-input`}
          value={text}
          label={copy.searchLabel}
          maxLength={60}
          onChange={setText}
          onConfirm={find}
        />
      </Field>
      <Button small icon='search' className='dfv-bank-find' onTap={find}>
        {copy.searchDo}
      </Button>
      <Tap className='dfv-link dfv-bank-filter' expanded={open} onTap={() => setOpen(!open)}>
        {[copy.filter, filterLine(filter)].filter(Boolean).join('：')}
        <Icon name={open ? 'chevron-up' : 'chevron-down'} small />
      </Tap>
      {open &&
        NAMES.map((name) => (
          <Field key={name} name={name} label={copy[name]} group='radiogroup'>
            <Options
              options={FILTERS[name]}
              chosen={[filter[name] ?? '']}
              onChange={([value]) => onChange(withChoice(filter, name, value ?? ''))}
            />
          </Field>
        ))}
    </View>
  )
}
