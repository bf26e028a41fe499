import type { BankItem } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AreaScope } from '../../platform/auth/area-scope.js'
import { Transactions } from '../../platform/database/transactions.js'
import { outcomesOf } from './kept-answers.js'

/** What few people know, with the law it rests on. */
export type ItemCount = { itemId: string; stem: string; basis: string; asked: number; correct: number }

/** Papers counted in one transaction. */
const AT_ONCE = 200
/** Fewer answers to a question could tell of one person. */
const LEAST_SHOWN = 5

type Waiting = { id: string; areaCode: string; year: number; audience: string; answers: string }

/**
 * Which facts people do not know, by village. Counted beside the storm: an answered paper is stored first, and its questions
 * are added up by a job, so that ten rows a paper slow nobody down.
 */
@Injectable()
export class ItemCounts {
  constructor(private readonly transactions: Transactions) {}

  /** Adds the questions of every counted paper that was not added yet. @returns how many papers */
  async catchUp(): Promise<number> {
    let papers = 0
    for (;;) {
      const added = await this.transactions.run((tx) => this.addSome(tx))
      papers += added
      if (added < AT_ONCE) return papers
    }
  }

  /** The questions of an area's year, the least known first; those with fewer than five answers are left out. */
  async leastKnown(
    tx: EntityManager,
    { from, to }: AreaScope,
    year: number,
    audience: string,
    most: number,
  ): Promise<ItemCount[]> {
    const rows: { itemId: string; asked: string; correct: string }[] = await tx.query(
      `SELECT item_id AS itemId, SUM(asked) AS asked, SUM(correct) AS correct FROM awareness_item
       WHERE area_code >= ? AND area_code < ? AND year = ? AND audience = ?
       GROUP BY item_id HAVING SUM(asked) >= ? ORDER BY SUM(correct) / SUM(asked), item_id LIMIT ?`,
      [from, to, year, audience, LEAST_SHOWN, most],
    )
    const items = await this.newestOf(
      tx,
      rows.map(({ itemId }) => itemId),
    )
    return rows.flatMap(({ itemId, asked, correct }) => {
      const item = items.get(itemId)
      return item
        ? [{ itemId, stem: item.stem, basis: item.basis, asked: Number(asked), correct: Number(correct) }]
        : []
    })
  }

  /** Questions in the words of their newest version. */
  private async newestOf(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, BankItem>> {
    if (ids.length === 0) return new Map()
    const rows: { id: string; content: string }[] = await tx.query(
      'SELECT id, content FROM quiz_item WHERE id IN (?) ORDER BY id, version',
      [ids],
    )
    return new Map(rows.map(({ id, content }) => [id, JSON.parse(content) as BankItem]))
  }

  /** The rows stay locked until they are marked, so that two replicas never add one paper twice. */
  private async addSome(tx: EntityManager): Promise<number> {
    const waiting: Waiting[] = await tx.query(
      `SELECT id, area_code AS areaCode, year, audience, answers FROM quiz_attempt
       WHERE items_counted = 0 AND is_counted = 1 ORDER BY id LIMIT ? FOR UPDATE`,
      [AT_ONCE],
    )
    if (waiting.length === 0) return 0
    const sums = new Map<string, [string, number, string, string, number, number]>()
    for (const { areaCode, year, audience, answers } of waiting) {
      for (const { itemId, isCorrect } of outcomesOf(answers)) {
        const key = [areaCode, year, audience, itemId].join('/')
        const sum = sums.get(key) ?? [areaCode, year, audience, itemId, 0, 0]
        sum[4] += 1
        sum[5] += isCorrect ? 1 : 0
        sums.set(key, sum)
      }
    }
    const rows = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)
    await tx.query(
      `INSERT INTO awareness_item (area_code, year, audience, item_id, asked, correct) VALUES ?
       ON DUPLICATE KEY UPDATE asked = asked + VALUES(asked), correct = correct + VALUES(correct)`,
      [rows],
    )
    await tx.query('UPDATE quiz_attempt SET items_counted = 1 WHERE id IN (?)', [waiting.map(({ id }) => id)])
    return waiting.length
  }
}
