import type { BankAudience } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../../platform/auth/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { notFound } from '../../../platform/errors/domain-error.js'
import { AccountsService } from '../../accounts/accounts.service.js'
import { QuizBank } from '../quiz-bank.js'
import { ITEM_STATES, type ItemState, type QuizItem } from '../quiz-item.entity.js'
import { QuizItemsRepository } from '../quiz-items.repository.js'
import type { BankFilter, BankItemOut, BankList, BankQuery, ItemVersion, StudyCards } from './bank.dto.js'
import { questionOf } from './bank-keeping.service.js'
import { inForce } from './in-force.js'
import type { ItemContent } from './item-content.js'

/** The bank as those see it who keep it, and as cards for those who learn. */
@Injectable()
export class BankReader {
  constructor(
    private readonly items: QuizItemsRepository,
    private readonly bank: QuizBank,
    private readonly accounts: AccountsService,
    private readonly transactions: Transactions,
  ) {}

  async list(actor: Actor, query: BankQuery): Promise<BankList> {
    const tx = this.transactions.read
    const rows = await this.found(query)
    const drawn = new Map(inForce(await this.items.open(tx)).map(({ id, version }) => [id, version]))
    const shown = rows.filter(({ reviewState }) => isWanted(query, reviewState))
    const from = (query.page - 1) * query.pageSize
    return {
      items: shown.slice(from, from + query.pageSize).map((row) => {
        const { stem, audience, topic, type } = questionOf(row)
        return {
          id: row.id,
          version: row.version,
          state: row.reviewState,
          stem,
          audience,
          topic: topic ?? null,
          type,
          drawnVersion: drawn.get(row.id) ?? null,
          own: row.authorId === actor.accountId,
        }
      }),
      total: shown.length,
      page: query.page,
      pageSize: query.pageSize,
      states: ITEM_STATES.map((state) => ({
        state,
        count: rows.filter(({ reviewState }) => reviewState === state).length,
      })).filter(({ count }) => count > 0),
    }
  }

  /** @throws DomainError NOT_FOUND */
  async item(actor: Actor, id: string): Promise<BankItemOut> {
    const tx = this.transactions.read
    const rows = await this.items.ofItem(tx, id)
    const newest = rows[0]
    if (!newest) throw notFound()
    const ids = rows.flatMap(({ authorId, reviewedBy, retiredBy }) => [authorId, reviewedBy, retiredBy])
    const names = await this.accounts.displayNames(
      tx,
      ids.filter((one) => one !== null),
    )
    const drawn = inForce([...rows].reverse())[0]
    return {
      id,
      state: newest.reviewState,
      drawnVersion: drawn?.version ?? null,
      mayReview: newest.reviewState === 'awaiting' && newest.authorId !== actor.accountId,
      own: newest.authorId === actor.accountId,
      versions: rows.map((row) => versionOut(row, names)),
    }
  }

  /** The newest version of each question that a filter finds, for a table. */
  async matching(filter: BankFilter): Promise<QuizItem[]> {
    return (await this.found(filter)).filter(({ reviewState }) => isWanted(filter, reviewState))
  }

  /** In whatever state. */
  private async found({ audience, topic, text }: BankFilter): Promise<QuizItem[]> {
    const rows = await this.items.newest(this.transactions.read)
    return rows.filter((row) => {
      const question = questionOf(row)
      return (
        (audience === undefined || question.audience.includes(audience)) &&
        (topic === undefined || question.topic === topic) &&
        (text === undefined || row.id === text || question.stem.includes(text))
      )
    })
  }

  /** What an audience may be asked, with what is right, why, and by which law. */
  async cards(audience: BankAudience): Promise<StudyCards> {
    const { items, unreviewed } = await this.bank.drawable()
    return {
      items: items
        .filter((item) => item.audience.includes(audience))
        .map(({ id, topic, type, stem, options, answer, explanation, basis }) => ({
          id,
          topic: topic ?? null,
          type,
          stem,
          options,
          answer,
          explanation,
          basis,
          reviewed: !unreviewed.has(id),
        })),
    }
  }
}

const isWanted = ({ state }: BankFilter, found: ItemState): boolean => state === undefined || state === found

function versionOut(row: QuizItem, names: ReadonlyMap<string, string>): ItemVersion {
  const { id: _, ...item } = questionOf(row)
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  const reviewed = row.reviewedAt && { by: nameOf(row.reviewedBy), at: row.reviewedAt.toISOString() }
  const retired = row.retiredAt && { by: nameOf(row.retiredBy), at: row.retiredAt.toISOString() }
  return {
    version: row.version,
    state: row.reviewState,
    item: item as ItemContent,
    delivered: row.authorId === null,
    author: nameOf(row.authorId),
    writtenAt: row.writtenAt?.toISOString() ?? null,
    review: reviewed ? { ...reviewed, returnedBecause: row.returnedBecause } : null,
    retirement: retired ? { ...retired, because: row.retiredBecause ?? '' } : null,
  }
}
