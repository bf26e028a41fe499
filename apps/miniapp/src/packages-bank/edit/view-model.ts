import {
  BANK_AUDIENCES,
  BANK_WORDS,
  type BankAudience,
  ITEM_TYPES,
  type ItemType,
  TOPICS,
  type Topic,
} from '@dfv/rules'
import type { QuestionWords } from '@/shared/api'
import { quizBank as copy } from '@/shared/copy'
import type { SummaryLine } from '@/shared/ui'

export const LETTERS = [...'ABCDEF']

/** A question while it is written. Options keep their places; empty ones at the end are not sent. */
export type QuestionForm = {
  audience: BankAudience[]
  topic: Topic | null
  type: ItemType | null
  stem: string
  options: string[]
  /** Places of the right options. */
  answer: number[]
  explanation: string
  basis: string
}

export const EMPTY: QuestionForm = {
  audience: [],
  topic: null,
  type: null,
  stem: '',
  options: LETTERS.map(() => ''),
  answer: [],
  explanation: '',
  basis: '',
}

export const CHOICES = {
  audience: BANK_AUDIENCES.map((value) => ({ value, label: BANK_WORDS.audience[value] })),
  topic: TOPICS.map((value) => ({ value, label: BANK_WORDS.topic[value] })),
  type: ITEM_TYPES.map((value) => ({ value, label: BANK_WORDS.type[value] })),
}

/** Versions written before there were topics have none yet. */
export const formOf = (item: Omit<QuestionWords, 'topic'> & { topic?: Topic }): QuestionForm => ({
  ...item,
  topic: item.topic ?? null,
  options: LETTERS.map((_, at) => item.options[at] ?? ''),
})

/** The options that there are, each with its place; of a judgement always the same two. */
export function optionsOf({ type, options }: Pick<QuestionForm, 'type' | 'options'>): string[] {
  if (type === 'judge') return [...BANK_WORDS.judge]
  const trimmed = options.map((text) => text.trim())
  const last = trimmed.reduce((found, text, at) => (text === '' ? found : at), -1)
  return trimmed.slice(0, last + 1)
}

/** Options to mark as right, by place; those not written yet cannot be. */
export const answerChoices = (form: QuestionForm) =>
  optionsOf(form).flatMap((label, at) =>
    label === ''
      ? []
      : [{ value: String(at), label: form.type === 'judge' ? label : `${LETTERS[at]}. ${label}` }],
  )

/** Another kind of question has other answers. */
export const withType = (form: QuestionForm, type: ItemType): QuestionForm =>
  form.type === type ? form : { ...form, type, answer: [] }

const short = (text: string, least: number) => text.trim().length < least

/** What is to be put right, in the order of the form; the server checks the same again. */
export function checkQuestion(form: QuestionForm): SummaryLine[] {
  const options = optionsOf(form)
  const answer = form.answer.filter((at) => (options[at] ?? '') !== '')
  const faults: (SummaryLine | false)[] = [
    form.audience.length === 0 && { field: 'audience', text: copy.audienceMissing },
    form.topic === null && { field: 'topic', text: copy.topicMissing },
    form.type === null && { field: 'type', text: copy.typeMissing },
    short(form.stem, 4) && { field: 'stem', text: copy.stemShort },
    form.type !== null && optionFault(options),
    form.type !== null && answer.length === 0 && { field: 'answer', text: copy.answerMissing },
    form.type === 'multiple' && answer.length === 1 && { field: 'answer', text: copy.answersFew },
    short(form.explanation, 4) && { field: 'explanation', text: copy.explanationShort },
    short(form.basis, 2) && { field: 'basis', text: copy.basisMissing },
  ]
  return faults.filter((fault): fault is SummaryLine => fault !== false)
}

function optionFault(options: readonly string[]): SummaryLine | false {
  if (options.length < 2) return { field: 'options', text: copy.optionsFew }
  if (options.includes('')) return { field: 'options', text: copy.optionGap }
  return new Set(options).size < options.length && { field: 'options', text: copy.optionsSame }
}

/** What is sent; null while something is missing. */
export function questionOf(form: QuestionForm): QuestionWords | null {
  const { topic, type, audience, stem, explanation, basis } = form
  if (topic === null || type === null || checkQuestion(form).length > 0) return null
  const options = optionsOf(form)
  const answer = form.answer.filter((at) => at < options.length).sort((a, b) => a - b)
  return {
    audience,
    topic,
    type,
    stem: stem.trim(),
    options,
    answer,
    explanation: explanation.trim(),
    basis: basis.trim(),
  }
}
