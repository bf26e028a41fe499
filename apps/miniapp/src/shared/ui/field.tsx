import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { common, count as countCopy } from '@/shared/copy'
import { classes } from './classes'
import { fieldAnchor } from './error-summary'
import { Icon } from './icon'
import { TextInput } from './inputs'
import { Region } from './structure'
import { Tap } from './tap'

type FieldProps = {
  name: string
  label: string
  number?: number
  optional?: boolean
  help?: string
  error?: string
  children: ReactNode
  /** Options form a group; a single input does not. */
  group?: 'radiogroup' | 'group'
}

/** Label above, help between, error in the same words as in the summary; nothing inside an empty field. */
export function Field({ name, label, number, optional, help, error, children, group }: FieldProps) {
  return (
    <View id={fieldAnchor(name)} className={classes('dfv-field', error && 'dfv-field--wrong')}>
      <View className='dfv-field__label'>
        {number !== undefined && `${number} `}
        {label}
        {optional && <View className='dfv-field__optional dfv-inline'>{common.optional}</View>}
      </View>
      {help && <View className='dfv-field__help'>{help}</View>}
      {error && (
        <View className='dfv-field__error'>
          <Icon name='warning' small />
          {error}
        </View>
      )}
      {group ? (
        <Region role={group} label={label} className='dfv-stack'>
          {children}
        </Region>
      ) : (
        children
      )}
    </View>
  )
}

export type OptionItem = { value: string; label: string }
type OptionsProps = {
  multi?: boolean
  options: readonly OptionItem[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** Options side by side as far as there is room; the whole of each is the target. What groups them says what they are about. */
export function Options({ multi = false, options, chosen, onChange }: OptionsProps) {
  const toggle = (value: string) => {
    if (!multi) return onChange([value])
    onChange(chosen.includes(value) ? chosen.filter((v) => v !== value) : [...chosen, value])
  }
  return (
    <View className='dfv-options'>
      {options.map(({ value, label }) => {
        const on = chosen.includes(value)
        return (
          <Tap
            key={value}
            role={multi ? 'checkbox' : 'radio'}
            checked={on}
            className={classes('dfv-option', multi && 'dfv-option--multi', on && 'dfv-option--on')}
            onTap={() => toggle(value)}
          >
            <View className='dfv-option__mark' />
            {label}
          </Tap>
        )
      })}
    </View>
  )
}

type CountProps = {
  id?: string
  value: string
  label: string
  wrong?: boolean
  min?: number
  /** Small numbers get steps of one beside the keyboard. */
  steps?: boolean
  onChange: (value: string) => void
}

/** A number with the number keyboard. */
export function CountInput({ id, value, label, wrong, min = 0, steps = true, onChange }: CountProps) {
  const number = /^\d+$/.test(value) ? Number(value) : undefined
  const input = (
    <TextInput
      id={id}
      value={value}
      label={label}
      keyboard='number'
      wrong={wrong}
      maxLength={6}
      onChange={onChange}
    />
  )
  if (!steps) return input
  return (
    <View className='dfv-count'>
      <Tap
        className='dfv-count__step'
        quick
        label={countCopy.less(label)}
        onTap={() => onChange(String(Math.max(min, (number ?? min) - 1)))}
      >
        <Icon name='not-applicable' />
      </Tap>
      {input}
      <Tap
        className='dfv-count__step'
        quick
        label={countCopy.more(label)}
        onTap={() => onChange(String((number ?? min - 1) + 1))}
      >
        <Icon name='add' />
      </Tap>
    </View>
  )
}
