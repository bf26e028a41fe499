import { View } from '@tarojs/components'
import { useState } from 'react'
import { record as copy, lists } from '@/shared/copy'
import { EmptyState, Field, Icon, type OptionItem, Options, Sheet, Tap, TextInput } from '@/shared/ui'

type Props = {
  frame: Omit<Parameters<typeof Field>[0], 'children' | 'group'>
  options: readonly OptionItem[]
  chosen: string
  /** Words for leaving it open, where that is an answer. */
  none?: string
  onChange: (value: unknown) => void
}

/** So few stay in sight. */
const FEW = 6
const SEARCH_FROM = 15

/** One of many: chosen in a sheet, so that the form stays short. A few stay in the form. */
export function SheetField({ frame, options, chosen, none, onChange }: Props) {
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState('')
  if (options.length === 0 && none === undefined)
    return (
      <Field {...frame}>
        <EmptyState text={copy.noneToName} />
      </Field>
    )
  const all = none === undefined ? options : [{ value: '', label: none }, ...options]
  if (all.length <= FEW)
    return (
      <Field {...frame} group='radiogroup'>
        <Options
          options={all}
          chosen={[chosen]}
          onChange={([one]) => onChange(one === '' ? undefined : one)}
        />
      </Field>
    )
  const label = all.find(({ value }) => value === chosen)?.label
  const choose = (value: string) => {
    onChange(value === '' ? undefined : value)
    setOpen(false)
  }
  return (
    <Field {...frame}>
      <Tap
        className='dfv-input dfv-choose'
        label={`${frame.label} ${label ?? copy.chooseOption}`}
        onTap={() => setOpen(true)}
      >
        <View className='dfv-row__main'>{label ?? copy.chooseOption}</View>
        <Icon name='chevron-down' />
      </Tap>
      <Sheet open={open} title={frame.label} onClose={() => setOpen(false)}>
        {all.length >= SEARCH_FROM && (
          <View className='dfv-search'>
            <Icon name='search' />
            <TextInput value={words} label={lists.search} maxLength={20} onChange={setWords} />
          </View>
        )}
        {all
          .filter((one) => one.label.includes(words.trim()))
          .map((one) => (
            <Tap
              key={one.value}
              role='radio'
              checked={one.value === chosen}
              className='dfv-row dfv-choice'
              onTap={() => choose(one.value)}
            >
              <View className='dfv-row__main dfv-row__title'>{one.label}</View>
              {one.value === chosen && <Icon name='check' />}
            </Tap>
          ))}
      </Sheet>
    </Field>
  )
}
