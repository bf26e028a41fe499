import { View } from '@tarojs/components'
import type { PolicyValue } from '@/shared/api'
import { policyDraft as copy, policies } from '@/shared/copy'
import { Button, Field, Options, TextInput } from '@/shared/ui'
import { type Entry, hintOf } from './view-model'

type Props = {
  value: PolicyValue
  entry: Entry
  error: string | undefined
  onChange: (entry: Entry) => void
  onRemove: () => void
}

/** One number or switch that is to change: what it means, where it comes from, what it is now, and the new value. */
export function ValueField({ value, entry, error, onChange, onRemove }: Props) {
  const { id, meaning, clause, sourceText, form, text } = value
  const isGroup = form.type !== 'number'
  return (
    <View className='dfv-card dfv-stack dfv-policy-field'>
      <Field
        name={id}
        label={meaning}
        help={[copy.now(text), hintOf(form, entry)].filter(Boolean).join('　')}
        error={error}
        group={isGroup ? 'group' : undefined}
      >
        <Inputs value={value} entry={entry} wrong={error !== undefined} onChange={onChange} />
      </Field>
      <View className='dfv-fine'>{policies.clause(clause, sourceText)}</View>
      <Button small onTap={onRemove}>
        {copy.remove}
      </Button>
    </View>
  )
}

type InputsProps = Pick<Props, 'value' | 'entry' | 'onChange'> & { wrong: boolean }

function Inputs({ value: { form, meaning }, entry, wrong, onChange }: InputsProps) {
  switch (form.type) {
    case 'number':
      return (
        <TextInput value={entry as string} label={meaning} maxLength={10} wrong={wrong} onChange={onChange} />
      )
    case 'choice':
      return (
        <Options
          options={optionsOf(form.options)}
          chosen={[entry as string]}
          onChange={([chosen]) => chosen !== undefined && onChange(chosen)}
        />
      )
    case 'several':
      return (
        <Options
          multi
          options={optionsOf(form.options)}
          chosen={entry as string[]}
          onChange={(chosen) => onChange([...chosen])}
        />
      )
    case 'numbers': {
      const texts = entry as Record<string, string>
      return (
        <>
          {form.parts.map(({ key, label }) => (
            <View key={key}>
              <View className='dfv-fine'>{`${label}（${form.unit}）`}</View>
              <TextInput
                value={texts[key] ?? ''}
                label={label}
                maxLength={10}
                wrong={wrong}
                onChange={(typed) => onChange({ ...texts, [key]: typed })}
              />
            </View>
          ))}
        </>
      )
    }
    case 'schedule': {
      const years = entry as Record<string, string[]>
      return (
        <>
          {form.parts.flatMap(({ key, label }) =>
            [0, 1, 2].map((at) => (
              <View key={`${key}${at}`}>
                <View className='dfv-fine'>{`${label} ${copy.year(at + 1)}`}</View>
                <Options
                  options={optionsOf(form.options)}
                  chosen={[years[key]?.[at] ?? '0']}
                  onChange={([chosen]) =>
                    onChange({
                      ...years,
                      [key]: [0, 1, 2].map((one) =>
                        one === at ? (chosen ?? '0') : (years[key]?.[one] ?? '0'),
                      ),
                    })
                  }
                />
              </View>
            )),
          )}
        </>
      )
    }
  }
}

const optionsOf = (options: readonly { value: string | number | boolean; label: string }[]) =>
  options.map(({ value, label }) => ({ value: String(value), label }))
