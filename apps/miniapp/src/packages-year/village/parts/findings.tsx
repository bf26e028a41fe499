import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { assessmentsApi, type VillageYear } from '@/shared/api'
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
} from '@/shared/ui'
import { useSending } from '../../use-sending'

type Props = { view: VillageYear; onDone: (view: VillageYear, told: string) => void }
const WHOLE = 'whole'
const HOLDS = Object.entries(copy.holds).map(([value, label]) => ({ value, label }))

/** What a spot check found in this village. */
export function Findings({ view, onDone }: Props) {
  const [adding, setAdding] = useState(false)
  const { findings, items, can } = view
  if (findings.length === 0 && !can.includes('spot')) return null
  const titleOf = (id: string | null) => items.find((item) => item.id === id)?.title ?? copy.findingWhole
  return (
    <>
      <Heading level={2}>{copy.spot}</Heading>
      {findings.map((one) => (
        <View key={one.id} className='dfv-card dfv-stack'>
          <View className='dfv-row__title'>{titleOf(one.item)}</View>
          <View className='dfv-text'>{one.finding}</View>
          <View className='dfv-fine'>
            {copy.historyLine(showDate(one.checkedOn, today()), one.holds ? copy.holds.yes : copy.holds.no)}
          </View>
        </View>
      ))}
      {can.includes('spot') && (
        <Button icon='add' onTap={() => setAdding(true)}>
          {copy.addFinding}
        </Button>
      )}
      {adding && (
        <FindingSheet
          view={view}
          onClose={() => setAdding(false)}
          onDone={(next) => {
            setAdding(false)
            onDone(next, copy.noted)
          }}
        />
      )}
    </>
  )
}

type SheetProps = { view: VillageYear; onClose: () => void; onDone: (view: VillageYear) => void }

function FindingSheet({ view, onClose, onDone }: SheetProps) {
  const [item, setItem] = useState(WHOLE)
  const [checkedOn, setCheckedOn] = useState(today())
  const [holds, setHolds] = useState<string | null>(null)
  const [finding, setFinding] = useState('')
  const { faults, told, busy, send, errorAt } = useSending()
  /** The same id until it is in: an answer that got lost must not enter it twice. */
  const id = useRef<Promise<string> | null>(null)
  const options = [
    { value: WHOLE, label: copy.findingWhole },
    ...view.items.map(({ id: value, title: label }) => ({ value, label })),
  ]
  const submit = () => {
    const wrong = [
      ...(holds === null ? [{ field: 'holds', text: copy.holdsMissing }] : []),
      ...(finding.trim().length < 2 ? [{ field: 'finding', text: copy.findingMissing }] : []),
    ]
    void send(wrong, async () => {
      id.current ??= newId()
      const body = {
        spotCheckId: view.spotCheckId ?? '',
        item: item === WHOLE ? null : item,
        checkedOn,
        holds: holds === 'yes',
        finding: finding.trim(),
      }
      onDone(await assessmentsApi.find(view.areaCode, view.year, await id.current, body))
    })
  }
  return (
    <Sheet open title={copy.addFinding} onClose={onClose}>
      <ErrorSummary lines={faults} onJump={(field) => focusOn(fieldAnchor(field))} />
      {told && <Failure told={told} onSignIn={toSignIn} />}
      <Field name='holds' label={copy.findingHolds} error={errorAt('holds')} group='radiogroup'>
        <Options options={HOLDS} chosen={holds ? [holds] : []} onChange={([one]) => setHolds(one ?? null)} />
      </Field>
      <Field name='finding' label={copy.finding} error={errorAt('finding')}>
        <TextArea value={finding} label={copy.finding} maxLength={500} onChange={setFinding} />
      </Field>
      <Field name='checkedOn' label={copy.checkedOn} error={errorAt('checkedOn')}>
        <DateInput
          value={checkedOn}
          label={copy.checkedOn}
          shown={showDate(checkedOn, today())}
          max={today()}
          onChange={setCheckedOn}
        />
      </Field>
      <Field name='item' label={copy.findingItem} group='radiogroup'>
        <Options options={options} chosen={[item]} onChange={([one]) => setItem(one ?? WHOLE)} />
      </Field>
      <Button look='primary' className='dfv-sheet-yes' disabled={busy} onTap={submit}>
        {busy ? common.submitting : copy.findingYes}
      </Button>
    </Sheet>
  )
}
