import type { Field as FieldSpec } from '@dfv/rules'
import { View } from '@tarojs/components'
import { record as copy } from '@/shared/copy'
import { CountInput, Field, fieldAnchor, type OptionItem, Options, TextArea, TextInput } from '@/shared/ui'
import { AreaField } from './area-field'
import { CadresField } from './cadres-field'
import { DateField } from './date-field'
import { PhotosField } from './photos-field'
import { SheetField } from './sheet-field'

export type FieldInputProps = {
  name: string
  field: FieldSpec
  number: number
  value: unknown
  error?: string
  today: string
  /** What a field may name: records of the same subject, or persons. */
  options: readonly OptionItem[]
  /** The village of the record. */
  areaCode: string
  onChange: (value: unknown) => void
}

const asText = (value: unknown) => (value === undefined || value === null ? '' : String(value))
const asList = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const keyboardOf = (name: string) => (name === 'phone' ? 'phone' : name === 'idNumber' ? 'idcard' : 'text')
/** More than this are chosen in a sheet. */
const MOST_IN_SIGHT = 8
/** Words shorter than this need no counter. */
const COUNTER_FROM = 100

/** One question of the form: the kind's description says how it is asked. */
export function FieldInput(props: FieldInputProps) {
  const { name, field, number, value, error, today, options, areaCode, onChange } = props
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
      if ((field.options?.length ?? 0) > MOST_IN_SIGHT)
        return (
          <SheetField
            frame={frame}
            options={field.options ?? []}
            chosen={asText(value)}
            onChange={onChange}
          />
        )
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
        <SheetField
          frame={frame}
          options={options}
          chosen={asText(value)}
          none={field.type === 'person' ? copy.wholeVillage : undefined}
          onChange={onChange}
        />
      )
    case 'area':
      return <AreaField frame={frame} value={asText(value)} except={areaCode} onChange={onChange} />
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
