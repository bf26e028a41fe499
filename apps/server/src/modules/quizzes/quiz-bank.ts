import type { BankItem } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { z } from 'zod'
import { canonicalJson } from '../../platform/canonical-json.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { QuizItemsRepository } from './quiz-items.repository.js'

/** Whether the town office has signed off every question that is drawn. */
export type BankState = 'awaiting-town-review' | 'reviewed'
export type VersionedItem = BankItem & { version: number }
export type Bank = { items: readonly VersionedItem[]; state: BankState }

const RELOAD_MS = 60_000

const BankItemShape = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
    audience: z.array(z.enum(['public', 'migrant', 'venue', 'student'])).min(1),
    type: z.enum(['single', 'multiple', 'judge']),
    stem: z.string().trim().min(4).max(300),
    options: z.array(z.string().trim().min(1).max(200)).min(2).max(6),
    answer: z.array(z.int().min(0)).min(1),
    explanation: z.string().trim().min(4).max(600),
    basis: z.string().trim().min(2).max(300),
  })
  .superRefine((item, context) => {
    const fault = (message: string) => context.addIssue({ code: 'custom', message: `${item.id}: ${message}` })
    if (new Set(item.options).size < item.options.length) fault('two options are the same')
    if (new Set(item.answer).size < item.answer.length) fault('an answer is named twice')
    if (item.answer.some((index) => index >= item.options.length)) fault('an answer is not among the options')
    if (item.type === 'multiple' && item.answer.length < 2)
      fault('a multiple choice has at least two answers')
    if (item.type !== 'multiple' && item.answer.length !== 1) fault('has exactly one answer')
    if (item.type === 'judge' && item.options.join() !== '正确,错误') fault('is answered by 正确 or 错误')
  })

const BankShape = z
  .array(BankItemShape)
  .min(1)
  .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, {
    message: 'an id occurs twice',
  })

/**
 * The questions. The set that is drawn from is read at most once a minute; a version once read never changes, so
 * papers are marked without a query.
 */
@Injectable()
export class QuizBank {
  private current: { bank: Bank; readAt: number } | undefined
  private readonly versions = new Map<string, VersionedItem>()

  constructor(
    private readonly items: QuizItemsRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async drawable(): Promise<Bank> {
    const now = this.clock.now().getTime()
    const known = this.current
    if (known && known.bank.items.length > 0 && now - known.readAt < RELOAD_MS) return known.bank
    const rows = await this.items.drawable(this.transactions.read)
    const bank: Bank = {
      items: rows.map((row) => this.remember(row)),
      state: rows.every(({ reviewState }) => reviewState === 'reviewed')
        ? 'reviewed'
        : 'awaiting-town-review',
    }
    this.current = { bank, readAt: now }
    return bank
  }

  /** The versions named, drawn today or not; absent where there is no such version. */
  async find(
    wanted: readonly { id: string; version: number }[],
  ): Promise<ReadonlyMap<string, VersionedItem>> {
    const missing = wanted.filter((one) => !this.versions.has(versionKey(one)))
    for (const row of await this.items.versions(this.transactions.read, missing)) this.remember(row)
    return new Map(
      wanted.flatMap((one) => {
        const item = this.versions.get(versionKey(one))
        return item ? [[one.id, item]] : []
      }),
    )
  }

  /**
   * Loads a bank as it is kept in the repository. A changed question becomes a new version that awaits the town office's
   * review; loading the same bank again changes nothing.
   * @throws ZodError naming the questions that are not usable; nothing is loaded then
   */
  async load(tx: EntityManager, raw: unknown): Promise<{ added: number; unchanged: number }> {
    const items = BankShape.parse(raw)
    const latest = await this.items.latest(tx)
    let added = 0
    for (const item of items) {
      const content = canonicalJson(item)
      const known = latest.get(item.id)
      if (known?.content === content) continue
      if (known) await this.items.retire(tx, item.id)
      await this.items.add(tx, { id: item.id, version: (known?.version ?? 0) + 1, content })
      added += 1
    }
    this.current = undefined
    return { added, unchanged: items.length - added }
  }

  private remember(row: { id: string; version: number; content: string }): VersionedItem {
    const key = versionKey(row)
    const known = this.versions.get(key)
    if (known) return known
    const item: VersionedItem = { ...(JSON.parse(row.content) as BankItem), version: row.version }
    this.versions.set(key, item)
    return item
  }
}

const versionKey = ({ id, version }: { id: string; version: number }): string => `${id}@${version}`
