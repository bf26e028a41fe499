import type { Field as FieldSpec } from '@dfv/rules'
import { useState } from 'react'
import { common, record as copy } from '@/shared/copy'
import { addDays, showDateWithWeekday, showMonth } from '@/shared/format'
import { DateInput, Field, fieldAnchor, Options } from '@/shared/ui'

type Props = {
  frame: Omit<Parameters<typeof Field>[0], 'children' | 'group'>
  field: FieldSpec
  value: string
  today: string
  wrong: boolean
  onChange: (value: unknown) => void
}
const OTHER = 'other'

/** Today and yesterday are one tap; any other day opens the phone's own calendar. */
export function DateField({ frame, field, value, today, wrong, onChange }: Props) {
  const yesterday = addDays(today, -1)
  const isMonth = field.type === 'month'
  const quick = isMonth || field.future ? [] : [today, yesterday]
  const [other, setOther] = useState(value !== '' && !quick.includes(value))
  const calendar = (
    <DateInput
      id={`${fieldAnchor(frame.name)}-input`}
      value={value}
      label={frame.label}
      shown={value === '' ? '' : isMonth ? showMonth(value, today) : showDateWithWeekday(value, today)}
      max={field.future ? undefined : isMonth ? today.slice(0, 7) : today}
      fields={isMonth ? 'month' : 'day'}
      wrong={wrong}
      onChange={onChange}
    />
  )
  // Optional days and months have no quick answer: offering today would be an answer nobody gave.
  if (quick.length === 0 || field.optional) return <Field {...frame}>{calendar}</Field>
  return (
    <>
      <Field {...frame} group='radiogroup'>
        <Options
          options={[
            { value: today, label: `${common.today} ${showDateWithWeekday(today, today)}` },
            { value: yesterday, label: common.yesterday },
            { value: OTHER, label: copy.otherDate },
          ]}
          chosen={[other ? OTHER : value]}
          onChange={([one]) => {
            setOther(one === OTHER)
            if (one !== OTHER) onChange(one)
          }}
        />
      </Field>
      {other && calendar}
    </>
  )
}
