import type { QuizAttempt } from '@/shared/api'
import { quiz as copy } from '@/shared/copy'
import { type Explained, explain } from '@/shared/paper'
import type { Sitting } from '@/shared/quiz'

export type ResultView = {
  title: string
  /** null: nothing is told of a paper that does not count. */
  passMark: string | null
  counted: boolean
  countedText: string
  bankNote: string | null
  wrong: Explained[]
  right: Explained[]
}

/** The result in words: what went wrong comes first, because that is what one can learn from. */
export function resultView({ paper, areaName }: Sitting, result: QuizAttempt, today: string): ResultView {
  const all = result.items.map((item) => explain(paper.items, item))
  return {
    title: copy.resultTitle(result.correct, result.score),
    passMark:
      result.isAware === null ? null : result.isAware ? copy.passMark(result.passMark) : copy.encourage,
    counted: result.counted,
    countedText: result.counted
      ? copy.counted(areaName, today.slice(0, 4))
      : copy.notCounted[result.notCountedReason ?? 'practice'],
    bankNote: paper.bankState === 'reviewed' ? null : copy.bankNote,
    wrong: all.filter(({ correct }) => !correct),
    right: all.filter(({ correct }) => correct),
  }
}
