import { BANK_AUDIENCES, BANK_WORDS, TOPICS, type Topic } from '@dfv/rules'
import type { StudyCard } from '@/shared/api'
import { study as copy } from '@/shared/copy'

export const AUDIENCES = BANK_AUDIENCES.map((value) => ({ value, label: BANK_WORDS.audience[value] }))

export type TopicRow = { topic: Topic | 'other'; title: string; note: string }

/** The topics that have cards, in the order in which one learns them. */
export function topicRows(cards: readonly StudyCard[]): TopicRow[] {
  return [...TOPICS, 'other' as const].flatMap((topic) => {
    const count = cardsOf(cards, topic).length
    const title = topic === 'other' ? copy.otherTopic : BANK_WORDS.topic[topic]
    return count === 0 ? [] : [{ topic, title, note: copy.cards(count) }]
  })
}

/** A question from before there were topics has none. */
export const cardsOf = (cards: readonly StudyCard[], topic: Topic | 'other'): StudyCard[] =>
  cards.filter((card) => (card.topic ?? 'other') === topic)

export type CardView = { stem: string; answer: string; why: string; basis: string; note: string | null }

/** A card in words: what is right, not what is wrong. */
export const cardView = ({
  type,
  stem,
  options,
  answer,
  explanation,
  basis,
  reviewed,
}: StudyCard): CardView => ({
  stem,
  answer:
    type === 'judge'
      ? copy.judged(options[answer[0] ?? 0] ?? '')
      : copy.answer(answer.map((at) => `“${options[at] ?? ''}”`).join('、')),
  why: explanation,
  basis,
  note: reviewed ? null : copy.unreviewed,
})
