export type TextInputProps = {
  id?: string
  value: string
  label: string
  onChange: (value: string) => void
  maxLength?: number
  keyboard?: 'text' | 'number' | 'phone' | 'idcard'
  wrong?: boolean
  className?: string
  onConfirm?: () => void
}
export type TextAreaProps = Omit<TextInputProps, 'keyboard' | 'onConfirm'>
export type DateInputProps = {
  id?: string
  value: string
  label: string
  /** What the field shows: dates are written in Chinese, not as the phone likes. */
  shown: string
  min?: string
  max?: string
  wrong?: boolean
  fields?: 'day' | 'month'
  onChange: (value: string) => void
}
