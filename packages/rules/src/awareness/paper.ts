import type { Audience } from './awareness-outcome.ts'
import type { BankAudience, ItemType, Topic } from './bank-words.ts'
import { randomOf } from './random.ts'

/** One question of the bank. `answer` holds the indices of the right options. */
export type BankItem = {
  id: string
  audience: BankAudience[]
  /** Absent in versions that were written before questions had topics. */
  topic?: Topic
  type: ItemType
  stem: string
  options: string[]
  answer: number[]
  explanation: string
  basis: string
}

/** One question of a drawn paper. `order[shown]` is the option's index in the bank; `answer` holds shown positions. */
export type PaperItem = {
  no: number
  id: string
  type: ItemType
  stem: string
  options: string[]
  order: number[]
  answer: number[]
}

/** What the person who answers may see. */
export type Question = Pick<PaperItem, 'no' | 'type' | 'stem' | 'options'>

export const questionOf = ({ no, type, stem, options }: PaperItem): Question => ({ no, type, stem, options })

const BANK_AUDIENCE: Record<Audience, BankAudience> = {
  resident: 'public',
  migrant: 'migrant',
  venue: 'venue',
  student: 'student',
}

const SOURCES: readonly (readonly [string, RegExp])[] = [
  ['treatment', /戒毒条例/],
  ['venue', /娱乐场所/],
  ['minors', /未成年人/],
  ['criminal', /刑法/],
  ['anti-drug-law', /禁毒法/],
]

/** The group of law a question rests on: the stratum of one without a topic. */
export const sourceGroup = (item: Pick<BankItem, 'basis'>): string =>
  SOURCES.find(([, pattern]) => pattern.test(item.basis))?.[0] ?? 'facts'

const stratumOf = (item: BankItem): string => `${item.type}/${item.topic ?? sourceGroup(item)}`
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export type PaperOrder = {
  audience: Audience
  /** The same seed and bank give the same paper. */
  seed: string
  /** Number of questions; fewer when the bank has fewer for the audience. */
  size?: number
}

/**
 * Draws a paper: a systematic sample over the bank in the order of its strata (type and topic), so every
 * question is equally likely and every stratum has its share. Options are shuffled, except 对/错.
 */
export function drawPaper(bank: readonly BankItem[], { audience, seed, size = 10 }: PaperOrder): PaperItem[] {
  const random = randomOf(`${seed}/${audience}/${size}`)
  const eligible = bank
    .filter((item) => item.audience.includes(BANK_AUDIENCE[audience]))
    .sort((a, b) => byText(a.id, b.id))
  const ordered = random
    .shuffle(eligible)
    .map((item, at) => ({ item, at, stratum: stratumOf(item) }))
    .sort((a, b) => byText(a.stratum, b.stratum) || a.at - b.at)
    .map(({ item }) => item)
  const count = Math.min(size, ordered.length)
  if (count === 0) return []
  // Positions start + k × n / count in whole numbers: units of 1/count.
  const start = random.below(ordered.length)
  const drawn = Array.from(
    { length: count },
    (_, k) => ordered[Math.floor((start + k * ordered.length) / count)]!,
  )
  return random.shuffle(drawn).map((item, index) => {
    const positions = item.options.map((_, position) => position)
    const order = item.type === 'judge' ? positions : random.shuffle(positions)
    return {
      no: index + 1,
      id: item.id,
      type: item.type,
      stem: item.stem,
      options: order.map((position) => item.options[position]!),
      order,
      answer: positions.filter((shown) => item.answer.includes(order[shown]!)),
    }
  })
}

export type Answer = { no: number; chosen: readonly number[] }
export type MarkedItem = { no: number; correct: boolean; chosen: number[]; answer: number[] }
export type Marks = {
  /** 0–100, truncated to a whole number. */
  score: number
  correct: number
  total: number
  /** How many questions have an answer; a paper is finished when it equals `total`. */
  answered: number
  perItem: MarkedItem[]
}

/** Marks a paper. An answer is right when it is the same set of options; order and repetition do not matter. */
export function markPaper(
  items: readonly Pick<PaperItem, 'no' | 'answer'>[],
  answers: readonly Answer[],
): Marks {
  const chosenByNo = new Map<number, number[]>()
  for (const { no, chosen } of answers)
    chosenByNo.set(
      no,
      Array.from(new Set(chosen)).sort((a, b) => a - b),
    )
  const perItem = items.map(({ no, answer }): MarkedItem => {
    const chosen = chosenByNo.get(no) ?? []
    const correct = chosen.length === answer.length && chosen.every((option) => answer.includes(option))
    return { no, correct, chosen, answer: answer.slice() }
  })
  const correct = perItem.filter((item) => item.correct).length
  const total = items.length
  return {
    score: total === 0 ? 0 : Math.floor((correct * 100) / total),
    correct,
    total,
    answered: perItem.filter((item) => item.chosen.length > 0).length,
    perItem,
  }
}
