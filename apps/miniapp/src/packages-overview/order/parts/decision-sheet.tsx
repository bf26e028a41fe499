import { useRef, useState } from 'react'
import { ApiError, fieldOf, type Order, ordersApi } from '@/shared/api'
import { common, orders as copy } from '@/shared/copy'
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
  Region,
  Sheet,
  Strip,
  type SummaryLine,
  TextArea,
} from '@/shared/ui'
import { againstClosing, checkWords, type DecisionForm, decisionOf } from '../view-model'

type Props = {
  order: Pick<Order, 'id' | 'state' | 'dutyState'>
  form: DecisionForm
  onChange: (form: DecisionForm) => void
  onClose: () => void
  onDone: (order: Order) => void
}

/** What the office that issued it does with an order: close, send back with a new day, withdraw. */
export function DecisionSheet({ order, form, onChange, onClose, onDone }: Props) {
  const [faults, setFaults] = useState<SummaryLine[]>([])
  const [told, setTold] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  /** The same id until it is in: an answer that got lost must not decide twice. */
  const id = useRef<Promise<string> | null>(null)
  const against = form.kind === 'closed' ? againstClosing(order) : []
  const errorAt = (field: string) => faults.find((fault) => fault.field === field)?.text
  const change = (given: Partial<DecisionForm>) => {
    id.current = null
    onChange({ ...form, ...given })
    setFaults(faults.filter(({ field }) => !(field in given)))
  }
  const submit = async () => {
    const wrong = checkWords(form.text)
    setFaults(wrong)
    setTold(null)
    if (wrong.length > 0 || busy) return
    setBusy(true)
    id.current ??= newId()
    try {
      onDone(await ordersApi.decide(order.id, await id.current, decisionOf(form)))
    } catch (error) {
      const lines = error instanceof ApiError ? (error.problem.errors ?? []) : []
      setFaults(lines.map((line) => ({ field: fieldOf(line), text: line.text })))
      if (lines.length === 0) setTold(tell(error).text)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet open title={copy.decideTitle[form.kind]} onClose={onClose}>
      <ErrorSummary lines={faults} onJump={(field) => focusOn(fieldAnchor(field))} />
      {told && <Region role='alert'>{told}</Region>}
      {against.map((text) => (
        <Strip key={text} icon='warning' tone='warn'>
          {text}
        </Strip>
      ))}
      <Field name='text' label={copy.wordsLabel[form.kind]} error={errorAt('text')}>
        <TextArea
          value={form.text}
          label={copy.wordsLabel[form.kind]}
          maxLength={300}
          wrong={errorAt('text') !== undefined}
          onChange={(text) => change({ text })}
        />
      </Field>
      {form.kind === 'returned' && (
        <Field name='dueOn' label={copy.newDueLabel} error={errorAt('dueOn')}>
          <DateInput
            value={form.dueOn}
            label={copy.newDueLabel}
            shown={showDate(form.dueOn, today())}
            min={today()}
            onChange={(dueOn) => change({ dueOn })}
          />
        </Field>
      )}
      <Button look='primary' className='dfv-sheet-yes' disabled={busy} onTap={submit}>
        {busy ? common.submitting : against.length > 0 ? copy.closeAnyway : copy.sure}
      </Button>
    </Sheet>
  )
}
