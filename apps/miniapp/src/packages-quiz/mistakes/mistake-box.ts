import type { Audience, QuizAttempt, QuizQuestion, StudyCard } from '@/shared/api'
import type { Sitting } from '@/shared/quiz'

/** A question answered wrong, with all that is needed to practise it without a network. */
export type Mistake = {
  audience: Audience
  question: QuizQuestion
  /** Places of the right options in `question`. */
  answer: number[]
  why: string
  basis: string
  /** How often it was practised and missed again. */
  missed: number
}
export type MistakeBox = {
  items: Mistake[]
  /** Papers whose mistakes are in here, or were: looked at again, a result brings back nothing. */
  papers: string[]
}

export const EMPTY_BOX: MistakeBox = { items: [], papers: [] }
/** About 40 KB; the oldest go first. */
const MOST = 60
const MOST_PAPERS = 30

const same = (a: { stem: string }, b: { stem: string }) => a.stem === b.stem

/** Puts the mistakes of a marked paper into the box, once. */
export function withMistakes(box: MistakeBox, sitting: Sitting, result: QuizAttempt): MistakeBox {
  if (box.papers.includes(result.id)) return box
  const wrong = result.items.flatMap((item): Mistake[] => {
    const question = sitting.paper.items.find(({ no }) => no === item.no)
    if (item.correct || !question) return []
    const { answer, explanation: why, basis } = item
    return [{ audience: sitting.audience, question, answer, why, basis, missed: 0 }]
  })
  const kept = box.items.filter(({ question }) => !wrong.some((one) => same(one.question, question)))
  return {
    items: [...kept, ...wrong].slice(-MOST),
    papers: [...box.papers, result.id].slice(-MOST_PAPERS),
  }
}

/** Right: it leaves the box. Wrong: it goes to the end and comes again. */
export function practised(box: MistakeBox, mistake: Mistake, isRight: boolean): MistakeBox {
  const others = box.items.filter(({ question }) => !same(question, mistake.question))
  return {
    ...box,
    items: isRight ? others : [...others, { ...mistake, missed: mistake.missed + 1 }],
  }
}

/** The options stand otherwise each time, so that nobody learns places; right and wrong of a judgement stay. */
export function turned({ question, answer, missed }: Mistake): { question: QuizQuestion; answer: number[] } {
  const { options, type } = question
  if (type === 'judge') return { question, answer }
  const by = (missed + 1) % options.length
  const order = options.map((_, at) => (at + by) % options.length)
  return {
    question: { ...question, options: order.map((from) => options[from] ?? '') },
    answer: order.flatMap((from, at) => (answer.includes(from) ? [at] : [])),
  }
}

export const isRight = (chosen: readonly number[], answer: readonly number[]): boolean =>
  chosen.length === answer.length && chosen.every((one) => answer.includes(one))

const words = (options: readonly string[], answer: readonly number[]) =>
  answer.map((at) => options[at]).sort()

/**
 * What an office changed or took out since leaves the box: nobody should learn by heart what is no longer right.
 * @param cards by audience; an audience whose cards are not known keeps its mistakes
 */
export function stillAsked(box: MistakeBox, cards: ReadonlyMap<Audience, readonly StudyCard[]>): MistakeBox {
  const items = box.items.filter(({ audience, question, answer }) => {
    const known = cards.get(audience)
    if (!known) return true
    const card = known.find((one) => same(one, question))
    if (!card) return false
    return `${words(card.options, card.answer)}` === `${words(question.options, answer)}`
  })
  return items.length === box.items.length ? box : { ...box, items }
}
