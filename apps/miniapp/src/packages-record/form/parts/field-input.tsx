import type { Field as FieldSpec } from '@dfv/rules'
import { View } from '@tarojs/components'
import { record as copy } from '@/shared/copy'
import { CountInput, Field, fieldAnchor, type OptionItem, Options, TextArea, TextInput } from '@/shared/ui'
import { AreaField } from './area-field'
import { CadresField } from './cadres-field'
import { DateField } from './date-field'
import { PhotosField } from './photos-field'

export type FieldInputProps = {
  name: string
  field: FieldSpec
  number: number
  value: unknown
  error?: string
  today: string
  /** What a field of the types `record` and `person` may name. */
  named: readonly OptionItem[]
  onChange: (value: unknown) => void
}

const asText = (value: unknown) => (value === undefined || value === null ? '' : String(value))
const asList = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const keyboardOf = (name: string) => (name === 'phone' ? 'phone' : name === 'idNumber' ? 'idcard' : 'text')
/** Words shorter than this need no counter. */
const COUNTER_FROM = 100

/** One question of the form: the kind's description says how it is asked. */
export function FieldInput({ name, field, number, value, error, today, named, onChange }: FieldInputProps) {
  const frame = { name, number, label: field.label, optional: field.optional, help: field.help, error }
  const input = { id: `${fieldAnchor(name)}-input`, label: field.label, wrong: error !== undefined }
  switch (field.type) {
    case 'date':
    case 'month':
      return (
        <DateField
          frame={frame}
          field={field}
          value={asText(value)}
          today={today}
          wrong={input.wrong}
          onChange={onChange}
        />
      )
    case 'choice':
      return (
        <Field {...frame} group='radiogroup'>
          <Options
            options={field.options ?? []}
            chosen={[asText(value)]}
            onChange={([one]) => onChange(one)}
          />
        </Field>
      )
    case 'multi':
      return (
        <Field {...frame} group='group'>
          <Options multi options={field.options ?? []} chosen={asList(value)} onChange={onChange} />
        </Field>
      )
    case 'flag':
      return (
        <Field {...frame} group='radiogroup'>
          <Options
            options={[
              { value: 'true', label: copy.yes },
              { value: 'false', label: copy.no },
            ]}
            chosen={typeof value === 'boolean' ? [String(value)] : []}
            onChange={([one]) => onChange(one === 'true')}
          />
        </Field>
      )
    case 'record':
    case 'person':
      return (
        <Field {...frame} group='radiogroup'>
          <Options options={named} chosen={[asText(value)]} onChange={([one]) => onChange(one)} />
          {named.length === 0 && <View className='dfv-fine'>{copy.noneToName}</View>}
        </Field>
      )
    case 'area':
      return <AreaField frame={frame} value={asText(value)} onChange={onChange} />
    case 'cadres':
      return <CadresField frame={frame} field={field} chosen={asList(value)} onChange={onChange} />
    case 'photos':
      return <PhotosField frame={frame} field={field} chosen={asList(value)} onChange={onChange} />
    case 'count':
      return (
        <Field {...frame}>
          <CountInput
            {...input}
            value={asText(value)}
            min={field.min}
            steps={(field.min ?? 0) < 1000}
            onChange={(text) => onChange(/^\d+$/.test(text) ? Number(text) : text)}
          />
        </Field>
      )
    default:
      return (
        <Field {...frame}>
          {field.multiline ? (
            <TextArea {...input} value={asText(value)} maxLength={field.maxLength} onChange={onChange} />
          ) : (
            <TextInput
              {...input}
              value={asText(value)}
              maxLength={field.maxLength}
              keyboard={keyboardOf(name)}
              onChange={onChange}
            />
          )}
          {(field.maxLength ?? 0) >= COUNTER_FROM && (
            <View className='dfv-fine'>{copy.chars((field.maxLength ?? 0) - asText(value).length)}</View>
          )}
        </Field>
      )
  }
}
