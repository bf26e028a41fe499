import type { Audience } from '@/shared/api'
import { quiz as copy } from '@/shared/copy'
import { canGoOn, type Sitting } from '@/shared/quiz'
import type { SummaryLine } from '@/shared/ui'

export type QuizForm = { audience: Audience | null; village: { code: string; name: string } | null }

/** What must be known before a paper is drawn. */
export function checkForm({ audience, village }: QuizForm): SummaryLine[] {
  return [
    ...(audience ? [] : [{ field: 'audience', text: copy.audienceMissing }]),
    ...(village ? [] : [{ field: 'village', text: copy.villageMissing }]),
  ]
}

/** What lies on the desk from the last time, as one line and the way on. */
export type Left =
  | { kind: 'goOn'; text: string; action: string }
  | { kind: 'waiting'; text: string; action: string }
  | { kind: 'refused'; text: string; action: string }
  | { kind: 'result'; text: string; action: string }
  | null

export function leftFrom(sitting: Sitting | null, nowMs: number): Left {
  if (!sitting) return null
  if (canGoOn(sitting, nowMs)) {
    const no = Math.min(sitting.at + 1, sitting.paper.items.length)
    return { kind: 'goOn', text: copy.goOnNote(no), action: copy.goOn }
  }
  if (sitting.handIn === 'waiting') return { kind: 'waiting', text: copy.waitingNote, action: copy.tryAgain }
  if (sitting.handIn === 'refused')
    return { kind: 'refused', text: `${copy.refused}：${sitting.refusal ?? ''}`, action: '' }
  if (sitting.result) {
    const { correct, score } = sitting.result
    return { kind: 'result', text: copy.resultTitle(correct, score), action: copy.lastResult }
  }
  return null
}
