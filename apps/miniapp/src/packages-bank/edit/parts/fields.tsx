import type { BankAudience, ItemType, Topic } from '@dfv/rules'
import { View } from '@tarojs/components'
import { quizBank as copy } from '@/shared/copy'
import { Field, fieldAnchor, Options, type SummaryLine, TextArea, TextInput } from '@/shared/ui'
import { answerChoices, CHOICES, LETTERS, type QuestionForm, withType } from '../view-model'

type Props = {
  form: QuestionForm
  faults: readonly SummaryLine[]
  onChange: (given: Partial<QuestionForm>) => void
}

const inputIn = (field: string) => `${fieldAnchor(field)}-input`

/** The fields of a question: for whom and about what on the left of a wide window, its words on the right. */
export function Fields({ form, faults, onChange }: Props) {
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  const { type } = form
  return (
    <View className='dfv-columns'>
      <View className='dfv-columns__one'>
        <View className='dfv-card'>
          <Field name='audience' label={copy.audience} error={errorAt('audience')} group='group'>
            <Options
              multi
              options={CHOICES.audience}
              chosen={form.audience}
              onChange={(chosen) => onChange({ audience: chosen as BankAudience[] })}
            />
          </Field>
          <Field name='topic' label={copy.topic} error={errorAt('topic')} group='radiogroup'>
            <Options
              options={CHOICES.topic}
              chosen={form.topic ? [form.topic] : []}
              onChange={([topic]) => onChange({ topic: topic as Topic })}
            />
          </Field>
          <Field name='type' label={copy.type} error={errorAt('type')} group='radiogroup'>
            <Options
              options={CHOICES.type}
              chosen={type ? [type] : []}
              onChange={([chosen]) => onChange(withType(form, chosen as ItemType))}
            />
          </Field>
        </View>
      </View>
      <View className='dfv-columns__one'>
        <View className='dfv-card'>
          <Field name='stem' label={copy.stem} help={copy.stemHelp} error={errorAt('stem')}>
            <TextArea
              id={inputIn('stem')}
              value={form.stem}
              label={copy.stem}
              maxLength={300}
              wrong={errorAt('stem') !== undefined}
              onChange={(stem) => onChange({ stem })}
            />
          </Field>
          {type !== null && type !== 'judge' && (
            <OptionTexts {...{ form, onChange }} fault={errorAt('options')} />
          )}
          {type !== null && (
            <Field
              name='answer'
              label={copy.answer}
              help={copy.answerHelp[type]}
              error={errorAt('answer')}
              group={type === 'multiple' ? 'group' : 'radiogroup'}
            >
              <Options
                multi={type === 'multiple'}
                options={answerChoices(form)}
                chosen={form.answer.map(String)}
                onChange={(chosen) => onChange({ answer: chosen.map(Number) })}
              />
            </Field>
          )}
          <Field name='explanation' label={copy.explanation} error={errorAt('explanation')}>
            <TextArea
              id={inputIn('explanation')}
              value={form.explanation}
              label={copy.explanation}
              maxLength={600}
              wrong={errorAt('explanation') !== undefined}
              onChange={(explanation) => onChange({ explanation })}
            />
          </Field>
          <Field name='basis' label={copy.basis} help={copy.basisHelp} error={errorAt('basis')}>
            <TextInput
              id={inputIn('basis')}
              value={form.basis}
              label={copy.basis}
              maxLength={300}
              wrong={errorAt('basis') !== undefined}
              onChange={(basis) => onChange({ basis })}
            />
          </Field>
        </View>
      </View>
    </View>
  )
}

type OptionsProps = Pick<Props, 'form' | 'onChange'> & { fault: string | undefined }

function OptionTexts({ form, onChange, fault }: OptionsProps) {
  return (
    <Field name='options' label={copy.options} help={copy.optionOptional} error={fault} group='group'>
      {LETTERS.map((letter, at) => (
        <View key={letter}>
          <View className='dfv-fine'>{copy.option(letter)}</View>
          <TextInput
            id={inputIn(`option${letter}`)}
            value={form.options[at] ?? ''}
            label={copy.option(letter)}
            maxLength={200}
            wrong={fault !== undefined}
            onChange={(text) => onChange({ options: form.options.map((one, i) => (i === at ? text : one)) })}
          />
        </View>
      ))}
    </Field>
  )
}
