import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  assessmentsApi,
  type FieldError,
  type ItemChange,
  type VillageYear,
  type YearAct,
} from '@/shared/api'
import { common, year as copy } from '@/shared/copy'
import { toSignIn } from '@/shared/navigation'
import {
  Button,
  ErrorSummary,
  Failure,
  Field,
  fieldAnchor,
  focusOn,
  Sheet,
  type SummaryLine,
  TextArea,
  TextInput,
} from '@/shared/ui'
import { isReason } from '../../reason'
import { useSending } from '../../use-sending'
import { baselessClaims, itemAt } from '../view-model'

type Step = 'submit' | 'endorse' | 'sendBack' | 'publish' | 'close' | 'correct'
type Ask = {
  title: string
  ask: string
  yes: string
  done: string
  /** How the reason is asked for, where there has to be one. */
  reason?: string
  needsDocument?: boolean
}

const NEEDS: Record<Step, YearAct> = {
  submit: 'submit',
  endorse: 'review',
  sendBack: 'review',
  publish: 'publish',
  close: 'close',
  correct: 'correct',
}

const askOf = (step: Step, { year, cycle }: VillageYear, noted: number): Ask =>
  ({
    submit: { title: copy.submit, ask: copy.submitAsk, yes: copy.submitYes, done: copy.submitted },
    endorse: {
      title: copy.endorse,
      ask: copy.endorseAsk(year),
      yes: copy.endorseYes,
      done: copy.endorsed,
    },
    sendBack: {
      title: copy.sendBack,
      ask: noted > 0 ? copy.sendBackAsk(noted) : '',
      yes: copy.sendBackYes,
      done: copy.sentBack,
      reason: copy.sendBackReason,
    },
    publish: {
      title: copy.publish,
      ask: copy.publishAsk(cycle.publicityDays),
      yes: copy.publishYes,
      done: copy.published,
    },
    close: { title: copy.close, ask: copy.closeAsk, yes: copy.closeYes, done: copy.closed },
    correct: {
      title: copy.correct,
      ask: copy.correctAsk,
      yes: copy.correctYes,
      done: copy.corrected,
      reason: copy.correctReason,
      needsDocument: true,
    },
  })[step]

type Props = {
  view: VillageYear
  changes: readonly ItemChange[]
  onDone: (view: VillageYear, told: string) => void
  /** Opens the item that a step cannot be taken for. */
  onItem: (id: string) => void
}

/** The steps this person can take now; each asks once more, with what follows from it. */
export function Acts({ view, changes, onDone, onItem }: Props) {
  const [step, setStep] = useState<Step | null>(null)
  const steps = (Object.keys(NEEDS) as Step[]).filter((one) => view.can.includes(NEEDS[one]))
  if (steps.length === 0) return null
  const send = (reason: string, document: string): Promise<VillageYear> => {
    const { areaCode, year, revision } = view
    switch (step) {
      case 'endorse':
        return assessmentsApi.review(areaCode, year, { revision, outcome: 'endorsed', changes })
      case 'sendBack':
        return assessmentsApi.review(areaCode, year, { revision, outcome: 'returned', reason, changes: [] })
      case 'correct':
        return assessmentsApi.correct(areaCode, year, { revision, reason, document, changes })
      case 'publish':
        return assessmentsApi.act(areaCode, year, 'publication', revision)
      case 'close':
        return assessmentsApi.act(areaCode, year, 'closing', revision)
      default:
        return assessmentsApi.act(areaCode, year, 'submission', revision)
    }
  }
  return (
    <View className='dfv-stack dfv-year-acts'>
      {changes.length > 0 && view.can.includes('review') && (
        <View className='dfv-text'>{copy.changes(changes.length)}</View>
      )}
      {changes.length > 0 && view.can.includes('correct') && (
        <View className='dfv-text'>{copy.correctChanges(changes.length)}</View>
      )}
      {steps.map((one) => (
        <Button
          key={one}
          look={one === 'submit' || one === 'endorse' || one === 'publish' ? 'primary' : 'plain'}
          onTap={() => setStep(one)}
        >
          {askOf(one, view, changes.length).title}
        </Button>
      ))}
      {step && (
        <ActSheet
          key={step}
          ask={askOf(step, view, changes.length)}
          missing={step === 'submit' ? baselessClaims(view) : []}
          fieldAt={(fault) => itemAt(view, fault)}
          send={send}
          onJump={(field) => {
            if (!view.items.some(({ id }) => id === field)) return focusOn(fieldAnchor(field))
            setStep(null)
            onItem(field)
          }}
          onClose={() => setStep(null)}
          onDone={(next) => {
            setStep(null)
            onDone(next, askOf(step, view, changes.length).done)
          }}
        />
      )}
    </View>
  )
}

type SheetProps = {
  ask: Ask
  /** What has to be done at the items first. */
  missing: SummaryLine[]
  fieldAt: (fault: FieldError) => string
  onJump: (field: string) => void
  send: (reason: string, document: string) => Promise<VillageYear>
  onClose: () => void
  onDone: (view: VillageYear) => void
}

function ActSheet({ ask, missing, fieldAt, onJump, send: act, onClose, onDone }: SheetProps) {
  const [reason, setReason] = useState('')
  const [document, setDocument] = useState('')
  const { faults, told, busy, send, errorAt } = useSending(fieldAt)
  const submit = () => {
    const wrong = [...missing]
    if (ask.reason !== undefined && !isReason(reason))
      wrong.push({ field: 'reason', text: copy.reasonMissing })
    if (ask.needsDocument && !isReason(document))
      wrong.push({ field: 'document', text: copy.documentMissing })
    void send(wrong, async () => onDone(await act(reason.trim(), document.trim())))
  }
  return (
    <Sheet open title={ask.title} onClose={onClose}>
      <View className='dfv-stack'>
        <ErrorSummary lines={faults} onJump={onJump} />
        {told && <Failure told={told} onSignIn={toSignIn} />}
        {ask.ask !== '' && <View className='dfv-text'>{ask.ask}</View>}
        {ask.reason !== undefined && (
          <Field name='reason' label={ask.reason} error={errorAt('reason')}>
            <TextArea value={reason} label={ask.reason} maxLength={500} onChange={setReason} />
          </Field>
        )}
        {ask.needsDocument && (
          <Field name='document' label={copy.document} error={errorAt('document')}>
            <TextInput value={document} label={copy.document} maxLength={120} onChange={setDocument} />
          </Field>
        )}
        <Button look='primary' className='dfv-sheet-yes' disabled={busy} onTap={submit}>
          {busy ? common.submitting : ask.yes}
        </Button>
        <Button onTap={onClose}>{common.cancel}</Button>
      </View>
    </Sheet>
  )
}
