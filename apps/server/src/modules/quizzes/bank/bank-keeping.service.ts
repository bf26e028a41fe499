import { BANK_WORDS, type BankItem } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit } from '../../../platform/audit/audit.js'
import type { Actor } from '../../../platform/auth/actor.js'
import { canonicalJson } from '../../../platform/canonical-json.js'
import { Clock } from '../../../platform/clock.js'
import { isDuplicateKey, Transactions } from '../../../platform/database/transactions.js'
import { DomainError, notFound } from '../../../platform/errors/domain-error.js'
import { Outbox } from '../../../platform/outbox/outbox.js'
import { QuizBank } from '../quiz-bank.js'
import type { QuizItem } from '../quiz-item.entity.js'
import { QuizItemsRepository, type VersionName } from '../quiz-items.repository.js'
import { PAPER_SIZE, shortAudience, stockOf } from './in-force.js'
import { type ItemContent, inOrder, isSameQuestion, itemIdOf, plainStem } from './item-content.js'

export type ItemReview = { version: number; decision: 'accept' | 'return'; reason?: string | undefined }
export type Retirement = { version: number; reason: string }

/** Outbox event: `{ authorId, writtenOn }`, once a day and author. */
export const QUESTION_WAITS = 'question.waits'

/**
 * Writing, reviewing and taking out questions. A version's words are never changed: a change is the next version, which is
 * drawn once somebody who did not write it has accepted it.
 */
@Injectable()
export class BankKeeping {
  constructor(
    private readonly items: QuizItemsRepository,
    private readonly bank: QuizBank,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * A new question. Sent again by the same person it is the one that is there.
   * @returns its id
   * @throws DomainError QUIZ_ITEM_EXISTS naming the question that has these words
   */
  async create(actor: Actor, content: ItemContent): Promise<string> {
    return this.changing(async (tx) => {
      const id = itemIdOf(content.stem)
      const plain = plainStem(content.stem)
      // A question keeps the number of its first words.
      const known = (await this.items.newest(tx)).find(
        (row) => row.id === id || plainStem(questionOf(row).stem) === plain,
      )
      if (known) {
        if (isRepeated(known, actor, content)) return known.id
        throw new DomainError('QUIZ_ITEM_EXISTS', { id: known.id })
      }
      await this.write(tx, actor, { id, version: 1 }, content)
      return id
    })
  }

  /**
   * The next version of a question. Sent again by the same person it is the one that is there.
   * @param basedOn the version that was on screen
   * @throws DomainError NOT_FOUND, QUIZ_ITEM_SAME; QUIZ_ITEM_CHANGED where there is a newer version than that
   */
  async change(actor: Actor, id: string, basedOn: number, content: ItemContent): Promise<void> {
    await this.changing(async (tx) => {
      const newest = await this.lockNewest(tx, id)
      if (newest.version === basedOn + 1 && isRepeated(newest, actor, content)) return
      if (newest.version !== basedOn) throw new DomainError('QUIZ_ITEM_CHANGED')
      if (newest.reviewState !== 'retired' && isSameQuestion(questionOf(newest), content))
        throw new DomainError('QUIZ_ITEM_SAME')
      await this.write(tx, actor, { id, version: newest.version + 1 }, content)
    })
  }

  /**
   * Accepts the newest version, which is then drawn in place of the one before it, or sends it back.
   * @throws DomainError NOT_FOUND, QUIZ_ITEM_CHANGED, QUIZ_ITEM_SETTLED, QUIZ_ITEM_OWN, QUIZ_BANK_TOO_SMALL
   */
  async review(actor: Actor, id: string, { version, decision, reason }: ItemReview): Promise<void> {
    await this.changing(async (tx) => {
      const newest = await this.lockNewest(tx, id)
      const state = decision === 'accept' ? 'reviewed' : 'returned'
      if (newest.version !== version) throw new DomainError('QUIZ_ITEM_CHANGED')
      if (newest.reviewState === state && newest.reviewedBy === actor.accountId) return
      if (newest.reviewState !== 'awaiting') throw new DomainError('QUIZ_ITEM_SETTLED')
      if (newest.authorId === actor.accountId) throw new DomainError('QUIZ_ITEM_OWN')
      const before = stockOf(await this.items.lockOpen(tx))
      const at = this.clock.now()
      const because = decision === 'return' ? (reason ?? null) : null
      await this.items.settle(tx, newest, { state, by: actor.accountId, at, because })
      if (state === 'reviewed') await this.items.supersede(tx, newest, ['awaiting', 'reviewed'])
      await this.assertEnough(tx, before)
      await this.note(tx, actor, `quiz-item.${state}`, newest)
    })
  }

  /**
   * Takes a question out: it is not drawn any more, whatever version. Papers that were handed out keep it.
   * @throws DomainError NOT_FOUND, QUIZ_ITEM_CHANGED, QUIZ_BANK_TOO_SMALL
   */
  async retire(actor: Actor, id: string, { version, reason }: Retirement): Promise<void> {
    await this.changing(async (tx) => {
      const newest = await this.lockNewest(tx, id)
      if (newest.version !== version) throw new DomainError('QUIZ_ITEM_CHANGED')
      if (newest.reviewState === 'retired') return
      const before = stockOf(await this.items.lockOpen(tx))
      await this.items.retire(tx, newest, { by: actor.accountId, at: this.clock.now(), because: reason })
      await this.assertEnough(tx, before)
      await this.note(tx, actor, 'quiz-item.retired', newest)
    })
  }

  /**
   * Writes a version that awaits review, within the caller's transaction. An older one that still waits gives way, but for
   * the one that came with the software: it is drawn until this one is accepted.
   */
  async write(tx: EntityManager, actor: Actor, name: VersionName, content: ItemContent): Promise<void> {
    await this.items.supersede(tx, name, ['awaiting'], 'written-here')
    await this.items.add(tx, {
      ...name,
      content: canonicalJson({ id: name.id, ...inOrder(content) }),
      authorId: actor.accountId,
      writtenAt: this.clock.now(),
    })
    const areaCode = officeOf(actor)
    const writtenOn = this.clock.today()
    await this.outbox.add(tx, {
      type: QUESTION_WAITS,
      areaCode,
      payload: { authorId: actor.accountId, writtenOn },
      dedupeKey: `${QUESTION_WAITS}:${actor.accountId}:${writtenOn}`,
    })
    await this.note(tx, actor, 'quiz-item.written', name)
  }

  private async changing<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.transactions.run(work)
    } catch (error) {
      // Two wrote the same version at the same moment.
      if (isDuplicateKey(error)) throw new DomainError('QUIZ_ITEM_CHANGED', {}, [], { cause: error })
      throw error
    } finally {
      this.bank.forget()
    }
  }

  private async lockNewest(tx: EntityManager, id: string): Promise<QuizItem> {
    const [newest] = await this.items.lockItem(tx, id)
    if (!newest) throw notFound()
    return newest
  }

  private async assertEnough(tx: EntityManager, before: ReturnType<typeof stockOf>): Promise<void> {
    const short = shortAudience(before, stockOf(await this.items.open(tx)))
    if (!short) return
    const audience = BANK_WORDS.audience[short]
    throw new DomainError('QUIZ_BANK_TOO_SMALL', { audience, size: PAPER_SIZE })
  }

  private note(tx: EntityManager, actor: Actor, action: string, { id, version }: VersionName): Promise<void> {
    return this.audit.add(tx, {
      actor,
      areaCode: officeOf(actor),
      action,
      objectType: 'quiz-item',
      objectId: id,
      details: { version, appointmentId: actor.appointmentId },
    })
  }
}

/** The office that somebody keeps the bank for. @throws DomainError FORBIDDEN without one */
export function officeOf({ areaCode }: Actor): string {
  if (areaCode === null) throw new DomainError('FORBIDDEN')
  return areaCode
}

export const questionOf = ({ content }: Pick<QuizItem, 'content'>): BankItem =>
  JSON.parse(content) as BankItem

const isRepeated = (row: QuizItem, { accountId }: Actor, content: ItemContent): boolean =>
  row.authorId === accountId && row.reviewState === 'awaiting' && isSameQuestion(questionOf(row), content)
