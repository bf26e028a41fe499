import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { assessmentsApi, type VillageYear, type YearAppeal } from '@/shared/api'
import { common, year as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { toSignIn } from '@/shared/navigation'
import { newId, today } from '@/shared/platform'
import {
  Button,
  DateInput,
  ErrorSummary,
  Failure,
  Field,
  fieldAnchor,
  focusOn,
  Heading,
  Options,
  Sheet,
  TextArea,
  TextInput,
} from '@/shared/ui'
import { isReason } from '../../reason'
import { useSending } from '../../use-sending'

type Props = { view: VillageYear; onDone: (view: VillageYear, told: string) => void }

/** What came in while the result was public, and what the city answered. */
export function Appeals({ view, onDone }: Props) {
  const [open, setOpen] = useState<'raise' | YearAppeal | null>(null)
  const { appeals, can, othersOnly } = view
  const isDecider = can.includes('decide') || othersOnly.includes('decide')
  if (appeals.length === 0 && !can.includes('appeal')) return null
  const done = (next: VillageYear, told: string) => {
    setOpen(null)
    onDone(next, told)
  }
  return (
    <>
      <Heading level={2}>{copy.appeals}</Heading>
      {appeals.map((appeal) => (
        <View key={appeal.id} className='dfv-card dfv-stack'>
          <View className='dfv-text'>{appeal.matter}</View>
          <View className='dfv-fine'>
            {copy.historyLine(showDate(appeal.receivedOn, today()), copy.raisedByNames[appeal.raisedBy])}
          </View>
          {appeal.outcome !== null && (
            <View className='dfv-text'>
              {copy.answered(copy.outcomes[appeal.outcome], appeal.reason ?? '', appeal.document ?? '')}
            </View>
          )}
          {appeal.outcome === null && appeal.own && isDecider && (
            <View className='dfv-text'>{copy.ownAppeal}</View>
          )}
          {appeal.outcome === null && !appeal.own && can.includes('decide') && (
            <Button small onTap={() => setOpen(appeal)}>
              {copy.decide}
            </Button>
          )}
        </View>
      ))}
      {can.includes('appeal') && (
        <Button icon='add' onTap={() => setOpen('raise')}>
          {copy.addAppeal}
        </Button>
      )}
      {open === 'raise' && (
        <RaiseSheet view={view} onClose={() => setOpen(null)} onDone={(next) => done(next, copy.appealed)} />
      )}
      {open !== null && open !== 'raise' && (
        <DecideSheet
          view={view}
          appeal={open}
          onClose={() => setOpen(null)}
          onDone={(next) => done(next, copy.decided)}
        />
      )}
    </>
  )
}

type SheetProps = { view: VillageYear; onClose: () => void; onDone: (view: VillageYear) => void }
const LEAST_MATTER = 6
const WHO = Object.entries(copy.raisedByNames).map(([value, label]) => ({ value, label }))
const OUTCOMES = Object.entries(copy.outcomes).map(([value, label]) => ({ value, label }))

function RaiseSheet({ view, onClose, onDone }: SheetProps) {
  const [raisedBy, setRaisedBy] = useState<YearAppeal['raisedBy']>('village')
  const [receivedOn, setReceivedOn] = useState(today())
  const [matter, setMatter] = useState('')
  const { faults, told, busy, send, errorAt } = useSending()
  /** The same id until it is in: an answer that got lost must not enter it twice. */
  const id = useRef<Promise<string> | null>(null)
  const submit = () =>
    send(
      matter.trim().length < LEAST_MATTER ? [{ field: 'matter', text: copy.matterMissing }] : [],
      async () => {
        id.current ??= newId()
        const body = { raisedBy, receivedOn, matter: matter.trim() }
        onDone(await assessmentsApi.appeal(view.areaCode, view.year, await id.current, body))
      },
    )
  return (
    <Sheet open title={copy.addAppeal} onClose={onClose}>
      <ErrorSummary lines={faults} onJump={(field) => focusOn(fieldAnchor(field))} />
      {told && <Failure told={told} onSignIn={toSignIn} />}
      <Field name='raisedBy' label={copy.raisedBy} group='radiogroup'>
        <Options
          options={WHO}
          chosen={[raisedBy]}
          onChange={([who]) => setRaisedBy(who as YearAppeal['raisedBy'])}
        />
      </Field>
      <Field name='receivedOn' label={copy.receivedOn} error={errorAt('receivedOn')}>
        <DateInput
          value={receivedOn}
          label={copy.receivedOn}
          shown={showDate(receivedOn, today())}
          max={today()}
          onChange={setReceivedOn}
        />
      </Field>
      <Field name='matter' label={copy.matter} help={copy.matterHelp} error={errorAt('matter')}>
        <TextArea value={matter} label={copy.matter} maxLength={500} onChange={setMatter} />
      </Field>
      <Button look='primary' className='dfv-sheet-yes' disabled={busy} onTap={submit}>
        {busy ? common.submitting : copy.appealYes}
      </Button>
    </Sheet>
  )
}

function DecideSheet({ view, appeal, onClose, onDone }: SheetProps & { appeal: YearAppeal }) {
  const [outcome, setOutcome] = useState<'upheld' | 'rejected' | null>(null)
  const [reason, setReason] = useState('')
  const [document, setDocument] = useState('')
  const { faults, told, busy, send, errorAt } = useSending()
  const submit = () => {
    const wrong = [
      ...(outcome === null ? [{ field: 'outcome', text: copy.outcomeMissing }] : []),
      ...(isReason(reason) ? [] : [{ field: 'reason', text: copy.reasonMissing }]),
      ...(isReason(document) ? [] : [{ field: 'document', text: copy.documentMissing }]),
    ]
    void send(wrong, async () => {
      if (outcome === null) return
      const body = { outcome, reason: reason.trim(), document: document.trim() }
      onDone(await assessmentsApi.decide(view.areaCode, view.year, appeal.id, body))
    })
  }
  return (
    <Sheet open title={copy.decide} onClose={onClose}>
      <ErrorSummary lines={faults} onJump={(field) => focusOn(fieldAnchor(field))} />
      {told && <Failure told={told} onSignIn={toSignIn} />}
      <View className='dfv-text'>{appeal.matter}</View>
      <Field name='outcome' label={copy.outcome} error={errorAt('outcome')} group='radiogroup'>
        <Options
          options={OUTCOMES}
          chosen={outcome ? [outcome] : []}
          onChange={([one]) => setOutcome(one as 'upheld' | 'rejected')}
        />
      </Field>
      <Field name='reason' label={copy.answer} error={errorAt('reason')}>
        <TextArea value={reason} label={copy.answer} maxLength={500} onChange={setReason} />
      </Field>
      <Field name='document' label={copy.document} error={errorAt('document')}>
        <TextInput value={document} label={copy.document} maxLength={120} onChange={setDocument} />
      </Field>
      <Button look='primary' className='dfv-sheet-yes' disabled={busy} onTap={submit}>
        {busy ? common.submitting : copy.decideYes}
      </Button>
    </Sheet>
  )
}
