import { classes } from '../classes'
import type { DateInputProps, TextAreaProps, TextInputProps } from './types'

const MODE = { text: 'text', number: 'numeric', phone: 'tel', idcard: 'text' } as const

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
    <input
      id={id}
      className={classes('dfv-input', wrong && 'dfv-input--wrong', className)}
      value={value}
      type='text'
      inputMode={MODE[keyboard]}
      maxLength={maxLength}
      autoComplete='off'
      aria-label={label}
      aria-invalid={wrong || undefined}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && onConfirm?.()}
    />
  )
}

export function TextArea({ id, value, label, onChange, maxLength = 500, wrong, className }: TextAreaProps) {
  return (
    <textarea
      id={id}
      className={classes('dfv-input', 'dfv-input--area', wrong && 'dfv-input--wrong', className)}
      value={value}
      maxLength={maxLength}
      rows={3}
      aria-label={label}
      aria-invalid={wrong || undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

export function DateInput({ id, value, label, min, max, wrong, fields = 'day', onChange }: DateInputProps) {
  return (
    <input
      id={id}
      className={classes('dfv-input', wrong && 'dfv-input--wrong')}
      type={fields === 'month' ? 'month' : 'date'}
      value={value}
      min={min}
      max={max}
      aria-label={label}
      aria-invalid={wrong || undefined}
      onChange={(event) => event.target.value !== '' && onChange(event.target.value)}
    />
  )
}
