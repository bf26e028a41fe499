import { Input, Picker, Textarea, View } from '@tarojs/components'
import { classes } from '../classes'
import { Icon } from '../icon'
import type { DateInputProps, TextAreaProps, TextInputProps } from './types'

const KEYBOARD = { text: 'text', number: 'number', phone: 'number', idcard: 'idcard' } as const

export function TextInput({
  id,
  value,
  label,
  onChange,
  maxLength = 140,
  keyboard = 'text',
  wrong,
  className,
  onConfirm,
}: TextInputProps) {
  return (
    <Input
      id={id}
      className={classes('dfv-input', wrong && 'dfv-input--wrong', className)}
      value={value}
      type={KEYBOARD[keyboard]}
      maxlength={maxLength}
      ariaLabel={label}
      onInput={(event) => onChange(event.detail.value)}
      onConfirm={onConfirm}
    />
  )
}

export function TextArea({ id, value, label, onChange, maxLength = 500, wrong, className }: TextAreaProps) {
  return (
    <Textarea
      id={id}
      className={classes('dfv-input', 'dfv-input--area', wrong && 'dfv-input--wrong', className)}
      value={value}
      maxlength={maxLength}
      autoHeight
      ariaLabel={label}
      onInput={(event) => onChange(event.detail.value)}
    />
  )
}

export function DateInput({
  id,
  value,
  label,
  shown,
  min,
  max,
  wrong,
  fields = 'day',
  onChange,
}: DateInputProps) {
  return (
    <Picker
      mode='date'
      value={value}
      start={min}
      end={max}
      fields={fields}
      onChange={(event) => onChange(event.detail.value)}
    >
      <View
        id={id}
        className={classes('dfv-input dfv-row-wrap', wrong && 'dfv-input--wrong')}
        ariaRole='button'
        ariaLabel={`${label} ${shown}`}
      >
        {shown}
        <Icon name='calendar' small />
      </View>
    </Picker>
  )
}
