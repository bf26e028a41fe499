import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { ApiError, type Audience, fieldOf, surveysApi } from '@/shared/api'
import { awareness, common, sampling as copy } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { showDate } from '@/shared/format'
import { toSignIn } from '@/shared/navigation'
import { newId, today } from '@/shared/platform'
import {
  Button,
  CountInput,
  DateInput,
  ErrorSummary,
  Failure,
  Field,
  fieldAnchor,
  focusOn,
  Heading,
  Options,
  type SummaryLine,
  TextInput,
} from '@/shared/ui'
import { checkSurvey, type SurveyForm, surveyOf } from '../view-model'

const AUDIENCES = (['resident', 'migrant'] as const).map((value) => ({
  value,
  label: awareness.people[value],
}))
const TEXTS = ['documentNo', 'issuer', 'keptAt'] as const
const COUNTS = ['valid', 'aware'] as const

const empty = (): SurveyForm => ({
  audience: null,
  documentNo: '',
  issuer: '',
  surveyedOn: today(),
  valid: '',
  aware: '',
  keptAt: '',
})

type Props = { areaCode: string; onEntered: () => void }

export function EnterForm({ areaCode, onEntered }: Props) {
  const [form, setForm] = useState(empty)
  const [faults, setFaults] = useState<SummaryLine[]>([])
  const [told, setTold] = useState<Told | null>(null)
  const [busy, setBusy] = useState(false)
  // One id for one entry: pressed again after a lost answer, it is still one.
  const id = useRef<Promise<string> | null>(null)
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  const change = (given: Partial<SurveyForm>) => {
    setForm({ ...form, ...given })
    setFaults(faults.filter(({ field }) => !(field in given)))
  }
  const submit = async () => {
    const wrong = checkSurvey(form)
    setFaults(wrong)
    setTold(null)
    if (wrong.length > 0 || busy) return
    setBusy(true)
    id.current ??= newId()
    try {
      await surveysApi.enter(await id.current, surveyOf(form, areaCode))
      id.current = null
      setForm(empty())
      onEntered()
    } catch (error) {
      const lines = error instanceof ApiError ? (error.problem.errors ?? []) : []
      setFaults(lines.map((line) => ({ field: fieldOf(line), text: line.text })))
      const answer = tell(error)
      if (lines.length === 0) setTold(answer.kind === 'offline' ? { ...answer, text: copy.offline } : answer)
    } finally {
      setBusy(false)
    }
  }
  return (
    <View className='dfv-card dfv-stack'>
      <Heading level={2}>{copy.enterTitle}</Heading>
      <ErrorSummary lines={faults} onJump={(field) => focusOn(fieldAnchor(field))} />
      {told && <Failure told={told} onRetry={submit} onSignIn={toSignIn} />}
      <Field name='audience' label={copy.audience} error={errorAt('audience')} group='radiogroup'>
        <Options
          options={AUDIENCES}
          chosen={form.audience ? [form.audience] : []}
          onChange={([audience]) => change({ audience: audience as Audience })}
        />
      </Field>
      {TEXTS.map((name) => (
        <Field key={name} name={name} label={copy[name]} error={errorAt(name)}>
          <TextInput
            id={`${fieldAnchor(name)}-input`}
            value={form[name]}
            label={copy[name]}
            maxLength={60}
            wrong={errorAt(name) !== undefined}
            onChange={(text) => change({ [name]: text })}
          />
        </Field>
      ))}
      <Field name='surveyedOn' label={copy.surveyedOn} error={errorAt('surveyedOn')}>
        <DateInput
          id={`${fieldAnchor('surveyedOn')}-input`}
          value={form.surveyedOn}
          label={copy.surveyedOn}
          shown={showDate(form.surveyedOn, today())}
          max={today()}
          onChange={(surveyedOn) => change({ surveyedOn })}
        />
      </Field>
      {COUNTS.map((name) => (
        <Field key={name} name={name} label={copy[name]} error={errorAt(name)}>
          <CountInput
            id={`${fieldAnchor(name)}-input`}
            value={form[name]}
            label={copy[name]}
            steps={false}
            wrong={errorAt(name) !== undefined}
            onChange={(text) => change({ [name]: text })}
          />
        </Field>
      ))}
      <Button look='primary' className='dfv-enter-survey' onTap={submit} disabled={busy}>
        {busy ? common.submitting : copy.enter}
      </Button>
    </View>
  )
}
