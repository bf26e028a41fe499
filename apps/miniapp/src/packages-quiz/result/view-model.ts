import type { QuizAttempt, QuizPaper } from '@/shared/api'
import { quiz as copy } from '@/shared/copy'
import type { Sitting } from '@/shared/quiz'

export type Explained = {
  no: number
  stem: string
  verdict: string
  correct: boolean
  chosen: string
  answer: string
  why: string
  basis: string
}
export type ResultView = {
  title: string
  passMark: string
  isAware: boolean
  counted: boolean
  countedText: string
  bankNote: string | null
  wrong: Explained[]
  right: Explained[]
}

const words = (options: readonly string[], chosen: readonly number[]) =>
  chosen.map((index) => `“${options[index] ?? ''}”`).join('、')

function explained(paper: QuizPaper, item: QuizAttempt['items'][number]): Explained {
  const question = paper.items.find(({ no }) => no === item.no)
  const options = question?.options ?? []
  return {
    no: item.no,
    stem: question?.stem ?? '',
    verdict: item.correct ? copy.right : copy.wrong,
    correct: item.correct,
    chosen: item.chosen.length === 0 ? copy.youSkipped : copy.youChose(words(options, item.chosen)),
    answer: copy.answerIs(words(options, item.answer)),
    why: item.explanation,
    basis: item.basis,
  }
}

/** The result in words: what went wrong comes first, because that is what one can learn from. */
export function resultView({ paper, areaName }: Sitting, result: QuizAttempt, today: string): ResultView {
  const all = result.items.map((item) => explained(paper, item))
  return {
    title: copy.resultTitle(result.correct, result.score),
    passMark: result.isAware ? copy.passMark(result.passMark) : copy.encourage,
    isAware: result.isAware,
    counted: result.counted,
    countedText: result.counted
      ? copy.counted(areaName, today.slice(0, 4))
      : copy.notCounted[result.notCountedReason ?? 'practice'],
    bankNote: paper.bankState === 'reviewed' ? null : copy.bankNote,
    wrong: all.filter(({ correct }) => !correct),
    right: all.filter(({ correct }) => correct),
  }
}
