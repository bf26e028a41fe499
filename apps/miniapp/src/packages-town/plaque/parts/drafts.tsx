import { View } from '@tarojs/components'
import { useState } from 'react'
import { type PlaqueDraft, type PlaqueView, plaquesApi } from '@/shared/api'
import { plaque as copy } from '@/shared/copy'
import { showDate } from '@/shared/format'
import { today } from '@/shared/platform'
import { Button, Heading } from '@/shared/ui'
import { SettleSheet } from './settle-sheet'

type Props = { areaCode: string; view: PlaqueView; onSettled: (view: PlaqueView, told: string) => void }
type Step = { act: 'confirm' | 'return' | 'withdraw'; draft: PlaqueDraft }

/** What was entered and does not stand: it waits for its second person, or was sent back. */
export function Drafts({ areaCode, view, onSettled }: Props) {
  const [step, setStep] = useState<Step | null>(null)
  const { drafts, waiting } = view
  const send = (reason: string) =>
    step?.act === 'confirm'
      ? plaquesApi.confirm(areaCode, step.draft.id)
      : plaquesApi.sendBack(areaCode, step?.draft.id ?? '', reason)
  return (
    <>
      {waiting && drafts.length === 0 && <View className='dfv-card dfv-text'>{copy.waitsOthers}</View>}
      {drafts.map((draft) => (
        <View key={draft.id} className='dfv-card dfv-stack dfv-plaque-draft'>
          <Heading level={2}>{draft.state === 'pending' ? copy.waits : copy.returned}</Heading>
          <View className='dfv-text'>{lineOf(draft)}</View>
          {draft.corrects !== undefined && <View className='dfv-text'>{copy.draftCorrects}</View>}
          <View className='dfv-fine'>{copy.enteredBy(draft.enteredBy)}</View>
          {draft.state === 'pending' ? (
            <Waiting draft={draft} onStep={(act) => setStep({ act, draft })} />
          ) : (
            <View className='dfv-text'>
              {copy.returnedBecause(draft.settledBy ?? '', draft.reason ?? '')}
            </View>
          )}
        </View>
      ))}
      {step && (
        <SettleSheet
          key={`${step.act}${step.draft.id}`}
          act={step.act}
          line={lineOf(step.draft)}
          send={send}
          onClose={() => setStep(null)}
          onDone={(next) => {
            setStep(null)
            onSettled(next, TOLD[step.act])
          }}
        />
      )}
    </>
  )
}

const TOLD = { confirm: copy.confirmed, return: copy.sentBack, withdraw: copy.withdrawn }

const lineOf = ({ year, kind, document, on }: PlaqueDraft): string =>
  copy.draftLine(year, copy.kinds[kind], document, showDate(on, today()))

function Waiting({ draft, onStep }: { draft: PlaqueDraft; onStep: (act: Step['act']) => void }) {
  const { may, seconds } = draft
  return (
    <>
      <View className='dfv-text'>{copy.notMoved}</View>
      {may.includes('withdraw') && (
        <View className='dfv-text'>
          {seconds.length > 0 ? copy.seconds(seconds.join('、')) : copy.nobodyElse}
        </View>
      )}
      {may.includes('confirm') && (
        <Button look='primary' onTap={() => onStep('confirm')}>
          {copy.confirm}
        </Button>
      )}
      {may.includes('return') && <Button onTap={() => onStep('return')}>{copy.sendBack}</Button>}
      {may.includes('withdraw') && <Button onTap={() => onStep('withdraw')}>{copy.withdraw}</Button>}
      <View className='dfv-fine'>{copy.waitsFirst}</View>
    </>
  )
}
