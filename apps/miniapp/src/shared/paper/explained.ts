import type { MarkedQuestion, QuizQuestion } from '@/shared/api'
import { quiz as copy } from '@/shared/copy'

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

const words = (options: readonly string[], chosen: readonly number[]) =>
  chosen.map((index) => `“${options[index] ?? ''}”`).join('、')

/** One marked question in words: what was chosen, what is right, why, and by which law. */
export function explain(questions: readonly QuizQuestion[], item: MarkedQuestion): Explained {
  const question = questions.find(({ no }) => no === item.no)
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
