import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { ReviewState } from './quiz-item.entity.js'

export type QuizItemRow = { id: string; version: number; content: string; reviewState: ReviewState }

@Injectable()
export class QuizItemsRepository {
  /** Every version that is drawn from, in the order of the ids. */
  drawable(tx: EntityManager): Promise<QuizItemRow[]> {
    return tx.query(
      `SELECT id, version, content, review_state AS reviewState FROM quiz_item WHERE review_state <> 'retired' ORDER BY id, version`,
    )
  }

  async versions(
    tx: EntityManager,
    wanted: readonly { id: string; version: number }[],
  ): Promise<QuizItemRow[]> {
    if (wanted.length === 0) return []
    return tx.query(
      `SELECT id, version, content, review_state AS reviewState FROM quiz_item WHERE (id, version) IN (?)`,
      [wanted.map(({ id, version }) => [id, version])],
    )
  }

  async latest(tx: EntityManager): Promise<ReadonlyMap<string, QuizItemRow>> {
    const rows: QuizItemRow[] = await tx.query(
      `SELECT id, version, content, review_state AS reviewState FROM quiz_item ORDER BY id, version`,
    )
    return new Map(rows.map((row) => [row.id, row]))
  }

  async retire(tx: EntityManager, id: string): Promise<void> {
    await tx.query(
      `UPDATE quiz_item SET review_state = 'retired' WHERE id = ? AND review_state <> 'retired'`,
      [id],
    )
  }

  /** A second loader at the same moment finds the same version there. */
  async add(tx: EntityManager, item: { id: string; version: number; content: string }): Promise<void> {
    await tx.query(
      `INSERT INTO quiz_item (id, version, content, review_state, reviewed_by, reviewed_at)
       VALUES (?, ?, ?, 'awaiting-town-review', NULL, NULL) ON DUPLICATE KEY UPDATE id = id`,
      [item.id, item.version, item.content],
    )
  }
}
