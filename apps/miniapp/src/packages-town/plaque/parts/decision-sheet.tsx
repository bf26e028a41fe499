import { useRef, useState } from 'react'
import { ApiError, fieldOf, type PlaqueDecisionKind, type PlaqueView, plaquesApi } from '@/shared/api'
import { common, plaque as copy } from '@/shared/copy'
import { tell } from '@/shared/errors'
import { showDate } from '@/shared/format'
import { newId, today } from '@/shared/platform'
import {
  Button,
  DateInput,
  ErrorSummary,
  Field,
  fieldAnchor,
  focusOn,
  Options,
  Region,
  Sheet,
  type SummaryLine,
  TextInput,
} from '@/shared/ui'
import { checkDecision, type DecisionForm, decisionOf, kindOptions, yearOptions } from '../view-model'

type Props = {
  areaCode: string
  form: DecisionForm
  onChange: (form: DecisionForm) => void
  onClose: () => void
  onEntered: (plaque: PlaqueView) => void
}

/** One official decision: what, of which year, by which document. */
export function DecisionSheet({ areaCode, form, onChange, onClose, onEntered }: Props) {
  const [faults, setFaults] = useState<SummaryLine[]>([])
  const [told, setTold] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  /** The same id until it is in: an answer that got lost must not enter it twice. */
  const id = useRef<Promise<string> | null>(null)
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  const change = (given: Partial<DecisionForm>) => {
    // Another content is another decision.
    id.current = null
    onChange({ ...form, ...given })
  }
  const submit = async () => {
    const wrong = checkDecision(form)
    const decision = decisionOf(form)
    setFaults(wrong)
    setTold(null)
    if (wrong.length > 0 || !decision || busy) return
    setBusy(true)
    id.current ??= newId()
    try {
      onEntered(await plaquesApi.decide(areaCode, await id.current, decision))
    } catch (error) {
      const lines = error instanceof ApiError ? (error.problem.errors ?? []) : []
      setFaults(lines.map((line) => ({ field: fieldOf(line), text: line.text })))
      if (lines.length === 0) setTold(tell(error).text)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet open title={form.corrects ? copy.correctTitle : copy.enter} onClose={onClose}>
      <ErrorSummary lines={faults} onJump={(field) => focusOn(fieldAnchor(field))} />
      {told && <Region role='alert'>{told}</Region>}
      <Field name='kind' label={copy.kind} error={errorAt('kind')} group='radiogroup'>
        <Options
          options={kindOptions(form)}
          chosen={form.kind ? [form.kind] : []}
          onChange={([kind]) => change({ kind: kind as PlaqueDecisionKind })}
        />
      </Field>
      {!form.corrects && (
        <Field name='year' label={copy.yearLabel} error={errorAt('year')} group='radiogroup'>
          <Options
            options={yearOptions(today())}
            chosen={form.year === null ? [] : [String(form.year)]}
            onChange={([year]) => change({ year: Number(year) })}
          />
        </Field>
      )}
      <Field name='document' label={copy.document} help={copy.documentHelp} error={errorAt('document')}>
        <TextInput
          value={form.document}
          label={copy.document}
          maxLength={120}
          wrong={errorAt('document') !== undefined}
          onChange={(document) => change({ document })}
        />
      </Field>
      <Field name='on' label={copy.on} error={errorAt('on')}>
        <DateInput
          value={form.on}
          label={copy.on}
          shown={showDate(form.on, today())}
          onChange={(on) => change({ on })}
        />
      </Field>
      <Button look='primary' disabled={busy} onTap={submit}>
        {busy ? common.submitting : copy.submit}
      </Button>
    </Sheet>
  )
}
