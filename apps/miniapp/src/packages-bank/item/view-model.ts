import { BANK_WORDS } from '@dfv/rules'
import type { ItemVersion, QuestionWords } from '@/shared/api'
import { common, quizBank as copy } from '@/shared/copy'
import { showInstant } from '@/shared/format'

const LETTERS = 'ABCDEF'

export type QuestionView = {
  stem: string
  kind: string
  options: { letter: string; text: string; right: boolean }[]
  explanation: string
  basis: string
}

export const questionView = ({ item }: Pick<ItemVersion, 'item'>): QuestionView => ({
  stem: item.stem,
  kind: kindLine(item),
  options: item.options.map((text, at) => ({
    letter: LETTERS[at] ?? '',
    text,
    right: item.answer.includes(at),
  })),
  explanation: item.explanation,
  basis: item.basis,
})

/** Old versions may have no topic. */
const kindLine = ({ type, topic, audience }: QuestionWords): string =>
  [
    BANK_WORDS.type[type],
    topic ? BANK_WORDS.topic[topic] : '',
    audience.map((one) => BANK_WORDS.audience[one]).join(common.listComma),
  ]
    .filter((text) => text !== '')
    .join(common.separator)

/** Who wrote a version, who decided on it, and when. */
export function historyLines(version: ItemVersion, today: string): string[] {
  const { delivered, author, writtenAt, review, retirement } = version
  const when = (at: string) => showInstant(Date.parse(at), today)
  const lines = [
    delivered ? copy.delivered : copy.writtenBy(author ?? copy.somebody, writtenAt ? when(writtenAt) : ''),
  ]
  if (review) {
    const by = review.by ?? copy.somebody
    lines.push(
      review.returnedBecause === null
        ? copy.acceptedBy(by, when(review.at))
        : copy.returnedBy(by, when(review.at), review.returnedBecause),
    )
  }
  if (retirement)
    lines.push(copy.retiredBy(retirement.by ?? copy.somebody, when(retirement.at), retirement.because))
  return lines
}
