import type { BankItem } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { canonicalJson } from '../../platform/canonical-json.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { inForce } from './bank/in-force.js'
import { DeliveredBank } from './bank/item-content.js'
import { type ItemRow, QuizItemsRepository } from './quiz-items.repository.js'

/** Whether a second person has read every question that is drawn. */
export type BankState = 'awaiting-town-review' | 'reviewed'
export type VersionedItem = BankItem & { version: number }
export type Bank = {
  items: readonly VersionedItem[]
  /** Ids of those that nobody has reviewed yet. */
  unreviewed: ReadonlySet<string>
}

const RELOAD_MS = 60_000

/**
 * The questions that are drawn. The set is read at most once a minute; a version once read never changes, so papers are
 * marked without a query.
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
    const rows = inForce(await this.items.open(this.transactions.read))
    const unreviewed = rows.filter(({ reviewState }) => reviewState !== 'reviewed').map(({ id }) => id)
    const bank: Bank = { items: rows.map((row) => this.remember(row)), unreviewed: new Set(unreviewed) }
    this.current = { bank, readAt: now }
    return bank
  }

  /** A change made here is drawn from at once; the other replicas see it within a minute. */
  forget(): void {
    this.current = undefined
  }

  /** The versions named, in that order, drawn today or not; undefined where there is no such version. */
  async find(
    wanted: readonly (readonly [id: string, version: number, ...unknown[]])[],
  ): Promise<(VersionedItem | undefined)[]> {
    const keys = wanted.map(([id, version]) => versionKey(id, version))
    const missing = wanted.filter((_, at) => !this.versions.has(keys[at] ?? ''))
    if (missing.length > 0) {
      const names = missing.map(([id, version]) => ({ id, version }))
      for (const row of await this.items.versions(this.transactions.read, names)) this.remember(row)
    }
    return keys.map((key) => this.versions.get(key))
  }

  /**
   * Loads the bank that comes with the software. A changed question becomes a new version that awaits review; what was
   * changed here since, or was taken out here, is not brought back, and the same bank again changes nothing.
   * @throws ZodError naming the places that are not usable; nothing is loaded then
   */
  async load(tx: EntityManager, raw: unknown): Promise<{ added: number; unchanged: number }> {
    const bank = DeliveredBank.parse(raw)
    const newest = new Map((await this.items.newest(tx)).map((row) => [row.id, row]))
    const delivered = new Map((await this.items.newestDelivered(tx)).map((row) => [row.id, row.content]))
    let added = 0
    for (const item of bank) {
      const content = canonicalJson(item)
      const last = newest.get(item.id)
      if (delivered.get(item.id) === content || last?.content === content) continue
      if (last?.reviewState === 'retired') continue
      const name = { id: item.id, version: (last?.version ?? 0) + 1 }
      await this.items.supersede(tx, name, ['awaiting'])
      await this.items.add(tx, { ...name, content, authorId: null, writtenAt: this.clock.now() })
      added += 1
    }
    this.forget()
    return { added, unchanged: bank.length - added }
  }

  private remember(row: Pick<ItemRow, 'id' | 'version' | 'content'>): VersionedItem {
    const key = versionKey(row.id, row.version)
    const known = this.versions.get(key)
    if (known) return known
    const item: VersionedItem = { ...(JSON.parse(row.content) as BankItem), version: row.version }
    this.versions.set(key, item)
    return item
  }
}

const versionKey = (id: string, version: number): string => `${id}@${version}`
