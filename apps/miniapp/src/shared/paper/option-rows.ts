import type { QuizQuestion } from '@/shared/api'

/** Options as rows; in a paper they are known by their place. */
export const optionRows = (question: QuizQuestion) =>
  question.options.map((label, index) => ({ value: String(index), label }))
