import type { QuizQuestion } from '@/shared/api'
import { quiz as copy } from '@/shared/copy'
import { type Sitting, unansweredOf } from '@/shared/quiz'

export type PaperView =
  | { stage: 'none' }
  | {
      stage: 'question'
      question: QuizQuestion
      chosen: readonly string[]
      done: number
      total: number
      isFirst: boolean
      isLast: boolean
      bankNote: string | null
    }
  | { stage: 'end'; total: number; missing: { no: number; at: number; text: string }[]; lead: string }
  | { stage: 'waiting'; text: string }
  | { stage: 'refused'; text: string }
  | { stage: 'done' }

/** What the page shows of a paper at this moment. */
export function paperView(sitting: Sitting | null): PaperView {
  if (!sitting) return { stage: 'none' }
  if (sitting.handIn === 'done') return { stage: 'done' }
  if (sitting.handIn === 'waiting') return { stage: 'waiting', text: sitting.refusal ?? '' }
  if (sitting.handIn === 'refused') return { stage: 'refused', text: sitting.refusal ?? '' }
  const { items } = sitting.paper
  const question = items[sitting.at]
  if (!question) {
    const missing = unansweredOf(sitting).map((no) => ({
      no,
      at: items.findIndex((item) => item.no === no),
      text: copy.missing(no),
    }))
    return {
      stage: 'end',
      total: items.length,
      missing,
      lead: missing.length === 0 ? copy.endAll(items.length) : copy.endMissing(missing.length),
    }
  }
  return {
    stage: 'question',
    question,
    chosen: (sitting.answers[question.no] ?? []).map(String),
    done: sitting.at + 1,
    total: items.length,
    isFirst: sitting.at === 0,
    isLast: sitting.at === items.length - 1,
    bankNote: sitting.paper.bankState === 'reviewed' ? null : copy.bankNote,
  }
}
