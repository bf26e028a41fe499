import { BANK_AUDIENCES, type BankAudience, type BankItem } from '@dfv/rules'
import type { ItemRow } from '../quiz-items.repository.js'

/** Questions of one paper. */
export const PAPER_SIZE = 10

/**
 * The versions that are drawn: of each question the newest that somebody reviewed; of one that nobody has reviewed yet the
 * newest that came with the software. What is written here is drawn only after a second person has read it.
 * @param rows open ones by id and version
 */
export function inForce<R extends Pick<ItemRow, 'id' | 'version' | 'reviewState' | 'authorId'>>(
  rows: readonly R[],
): R[] {
  const drawn = new Map<string, R>()
  for (const row of rows) {
    const known = drawn.get(row.id)
    const isReviewed = row.reviewState === 'reviewed'
    const isDelivered = row.reviewState === 'awaiting' && row.authorId === null
    if (isReviewed || (isDelivered && known?.reviewState !== 'reviewed')) drawn.set(row.id, row)
  }
  return [...drawn.values()]
}

type Stock = Record<BankAudience, number>

export function stockOf(rows: readonly ItemRow[]): Stock {
  const stock: Stock = { public: 0, migrant: 0, venue: 0, student: 0 }
  for (const { content } of inForce(rows))
    for (const audience of (JSON.parse(content) as BankItem).audience) stock[audience] += 1
  return stock
}

/** The audience that a change leaves with too few questions for a paper; it had more before. */
export const shortAudience = (before: Stock, after: Stock): BankAudience | undefined =>
  BANK_AUDIENCES.find((audience) => after[audience] < PAPER_SIZE && after[audience] < before[audience])
