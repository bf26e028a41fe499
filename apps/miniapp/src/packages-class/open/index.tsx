import { View } from '@tarojs/components'
import { useState } from 'react'
import { ApiError, classesApi, fieldOf } from '@/shared/api'
import { common, classes as copy } from '@/shared/copy'
import { type Told, tell } from '@/shared/errors'
import { replaceByClassBoard, toSignIn } from '@/shared/navigation'
import {
  BottomBar,
  Button,
  CountInput,
  ErrorSummary,
  Failure,
  Field,
  fieldAnchor,
  focusOn,
  Heading,
  Options,
  Page,
  type SummaryLine,
  TextInput,
} from '@/shared/ui'
import { checkClass, EMPTY_CLASS, lessonOf } from './view-model'

/** What the class is about, which class, how many are there: then there is a code. */
export default function OpenClassPage() {
  const [form, setForm] = useState(EMPTY_CLASS)
  const [faults, setFaults] = useState<SummaryLine[]>([])
  const [told, setTold] = useState<Told | null>(null)
  const [busy, setBusy] = useState(false)
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  // What was answered since is wrong no longer.
  const change = (given: Partial<typeof form>) => {
    setForm({ ...form, ...given })
    setFaults(faults.filter(({ field }) => !(field in given)))
  }

  const submit = async () => {
    const wrong = checkClass(form)
    setFaults(wrong)
    setTold(null)
    if (wrong.length > 0 || busy) return
    setBusy(true)
    try {
      const { id } = await classesApi.open(lessonOf(form))
      replaceByClassBoard(id)
    } catch (error) {
      const lines = error instanceof ApiError ? (error.problem.errors ?? []) : []
      setFaults(lines.map((line) => ({ field: fieldOf(line), text: line.text })))
      if (lines.length === 0) setTold(tell(error))
      setBusy(false)
    }
  }
  return (
    <Page
      title={copy.openTitle}
      offline={null}
      bottom={
        <BottomBar>
          <Button look='primary' className='dfv-open-class' onTap={submit} disabled={busy}>
            {busy ? common.submitting : copy.start}
          </Button>
        </BottomBar>
      }
    >
      <Heading level={1}>{copy.openTitle}</Heading>
      <ErrorSummary lines={faults} onJump={(field) => focusOn(fieldAnchor(field))} />
      {told && (
        <Failure
          told={told.kind === 'offline' ? { ...told, text: copy.offline } : told}
          onRetry={submit}
          onSignIn={toSignIn}
        />
      )}
      <View className='dfv-card'>
        <Field name='topic' label={copy.topic} error={errorAt('topic')} group='radiogroup'>
          <Options
            options={copy.topics.map((topic) => ({ value: topic, label: topic }))}
            chosen={[form.topic]}
            onChange={([topic = '']) => change({ topic })}
          />
        </Field>
        <Field name='className' label={copy.className} help={copy.classNameHelp} error={errorAt('className')}>
          <TextInput
            id={`${fieldAnchor('className')}-input`}
            value={form.className}
            label={copy.className}
            maxLength={20}
            wrong={errorAt('className') !== undefined}
            onChange={(className) => change({ className })}
          />
        </Field>
        <Field name='pupils' label={copy.pupils} error={errorAt('pupils')}>
          <CountInput
            id={`${fieldAnchor('pupils')}-input`}
            value={form.pupils}
            label={copy.pupils}
            min={1}
            wrong={errorAt('pupils') !== undefined}
            onChange={(pupils) => change({ pupils })}
          />
        </Field>
        <Field name='lessonMinutes' label={copy.minutes} error={errorAt('lessonMinutes')}>
          <CountInput
            id={`${fieldAnchor('lessonMinutes')}-input`}
            value={form.lessonMinutes}
            label={copy.minutes}
            min={1}
            wrong={errorAt('lessonMinutes') !== undefined}
            onChange={(lessonMinutes) => change({ lessonMinutes })}
          />
        </Field>
      </View>
    </Page>
  )
}
