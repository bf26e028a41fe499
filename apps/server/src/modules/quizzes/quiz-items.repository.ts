import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { QuizItem } from './quiz-item.entity.js'

/** What drawing and marking need of a version. */
export type ItemRow = Pick<QuizItem, 'id' | 'version' | 'content' | 'reviewState' | 'authorId'>
export type VersionName = { id: string; version: number }

const ROW = 'q.id, q.version, q.content, q.review_state AS reviewState, q.author_id AS authorId'
const WHOLE = `${ROW}, q.written_at AS writtenAt, q.reviewed_by AS reviewedBy, q.reviewed_at AS reviewedAt,
  q.returned_because AS returnedBecause, q.retired_by AS retiredBy, q.retired_at AS retiredAt,
  q.retired_because AS retiredBecause`

@Injectable()
export class QuizItemsRepository {
  /** Every version that is or may come to be drawn from, by id and version. */
  open(tx: EntityManager): Promise<ItemRow[]> {
    return this.openRows(tx, '')
  }

  /** Of two who change the set that is drawn from, the second waits: neither empties it unseen. */
  lockOpen(tx: EntityManager): Promise<ItemRow[]> {
    return this.openRows(tx, 'FOR UPDATE')
  }

  private openRows(tx: EntityManager, lock: string): Promise<ItemRow[]> {
    return tx.query(
      `SELECT ${ROW} FROM quiz_item q WHERE q.review_state IN ('awaiting', 'reviewed') ORDER BY q.id, q.version ${lock}`,
    )
  }

  async versions(tx: EntityManager, wanted: readonly VersionName[]): Promise<ItemRow[]> {
    if (wanted.length === 0) return []
    return tx.query(`SELECT ${ROW} FROM quiz_item q WHERE (q.id, q.version) IN (?)`, [
      wanted.map(({ id, version }) => [id, version]),
    ])
  }

  /** The newest version of each question, by id. */
  newest(tx: EntityManager): Promise<QuizItem[]> {
    return tx.query(
      `SELECT ${WHOLE} FROM quiz_item q
       JOIN (SELECT id, MAX(version) AS version FROM quiz_item GROUP BY id) n ON n.id = q.id AND n.version = q.version
       ORDER BY q.id`,
    )
  }

  /** The newest version of each question that came with the software, by id. */
  newestDelivered(tx: EntityManager): Promise<ItemRow[]> {
    return tx.query(
      `SELECT ${ROW} FROM quiz_item q
       JOIN (SELECT id, MAX(version) AS version FROM quiz_item WHERE author_id IS NULL GROUP BY id) n
         ON n.id = q.id AND n.version = q.version
       ORDER BY q.id`,
    )
  }

  /** All versions of one question, the newest first. */
  ofItem(tx: EntityManager, id: string): Promise<QuizItem[]> {
    return tx.query(`SELECT ${WHOLE} FROM quiz_item q WHERE q.id = ? ORDER BY q.version DESC`, [id])
  }

  lockItem(tx: EntityManager, id: string): Promise<QuizItem[]> {
    return tx.query(`SELECT ${WHOLE} FROM quiz_item q WHERE q.id = ? ORDER BY q.version DESC FOR UPDATE`, [
      id,
    ])
  }

  /** @throws the engine's duplicate key where somebody else wrote that version a moment before */
  async add(
    tx: EntityManager,
    item: VersionName & { content: string; authorId: string | null; writtenAt: Date },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO quiz_item (id, version, content, review_state, author_id, written_at) VALUES (?, ?, ?, 'awaiting', ?, ?)`,
      [item.id, item.version, item.content, item.authorId, item.writtenAt],
    )
  }

  /**
   * Takes older versions of a question that still wait, or are drawn, out of the way of a newer one.
   * @param states those that give way
   */
  async supersede(
    tx: EntityManager,
    { id, version }: VersionName,
    states: readonly ('awaiting' | 'reviewed')[],
    which: 'all' | 'written-here' = 'all',
  ): Promise<void> {
    await tx.query(
      `UPDATE quiz_item SET review_state = 'superseded' WHERE id = ? AND version < ? AND review_state IN (?)
       ${which === 'all' ? '' : 'AND author_id IS NOT NULL'}`,
      [id, version, states],
    )
  }

  async settle(
    tx: EntityManager,
    { id, version }: VersionName,
    review: { state: 'reviewed' | 'returned'; by: string; at: Date; because: string | null },
  ): Promise<void> {
    await tx.query(
      `UPDATE quiz_item SET review_state = ?, reviewed_by = ?, reviewed_at = ?, returned_because = ?
       WHERE id = ? AND version = ?`,
      [review.state, review.by, review.at, review.because, id, version],
    )
  }

  /** The newest version, and each that is drawn or waits. */
  async retire(
    tx: EntityManager,
    { id, version }: VersionName,
    { by, at, because }: { by: string; at: Date; because: string },
  ): Promise<void> {
    await tx.query(
      `UPDATE quiz_item SET review_state = 'retired', retired_by = ?, retired_at = ?, retired_because = ?
       WHERE id = ? AND (version = ? OR review_state IN ('awaiting', 'reviewed'))`,
      [by, at, because, id, version],
    )
  }
}
