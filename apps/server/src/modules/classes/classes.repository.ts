import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AreaScope } from '../../platform/auth/area-scope.js'
import { ClassSession } from './class-session.entity.js'

/** The school of a teacher: both stand in the WHERE of every query of his. */
export type SchoolScope = { scope: AreaScope; schoolId: string }
export type Counted = { isValid: boolean; isAware: boolean }
export type ItemCount = { itemId: string; itemVersion: number; asked: number; correct: number }

const OPEN = 'c.ended_at IS NULL'

@Injectable()
export class ClassesRepository {
  async insert(tx: EntityManager, row: ClassSession): Promise<void> {
    await tx.createQueryBuilder().insert().into(ClassSession).values(row).updateEntity(false).execute()
  }

  /** One page of a school's classes, the newest first. */
  page(
    tx: EntityManager,
    { scope, schoolId }: SchoolScope,
    before: string | undefined,
    limit: number,
  ): Promise<ClassSession[]> {
    const query = this.inSchool(tx, { scope, schoolId }).orderBy('c.id', 'DESC').limit(limit)
    if (before !== undefined) query.andWhere('c.id < :before', { before })
    return query.getMany()
  }

  find(tx: EntityManager, school: SchoolScope, id: string): Promise<ClassSession | null> {
    return this.inSchool(tx, school).andWhere('c.id = :id', { id }).getOne()
  }

  /** The class that is open under a code, whoever asks. */
  findOpen(tx: EntityManager, code: string, now: Date): Promise<ClassSession | null> {
    return tx
      .createQueryBuilder(ClassSession, 'c')
      .where(`c.open_code = :code AND ${OPEN} AND c.code_until > :now`, { code, now })
      .getOne()
  }

  /** Locks a class for a change of its sums. */
  lock(tx: EntityManager, id: string): Promise<ClassSession | null> {
    return tx
      .createQueryBuilder(ClassSession, 'c')
      .where('c.id = :id', { id })
      .setLock('pessimistic_write')
      .getOne()
  }

  /** Classes whose time ran out before an instant and that nobody ended. */
  async overdue(tx: EntityManager, before: Date, limit: number): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      'SELECT id FROM class_session WHERE open_code IS NOT NULL AND code_until < ? ORDER BY id LIMIT ?',
      [before, limit],
    )
    return rows.map(({ id }) => id)
  }

  /** @returns false when as many were handed out as the class may have */
  async takePaper(tx: EntityManager, id: string, most: number): Promise<boolean> {
    const { affectedRows }: { affectedRows: number } = await tx.query(
      'UPDATE class_session SET papers = papers + 1 WHERE id = ? AND ended_at IS NULL AND papers < ?',
      [id, most],
    )
    return affectedRows === 1
  }

  async isHandedIn(tx: EntityManager, classId: string, paperId: string): Promise<boolean> {
    const rows: unknown[] = await tx.query('SELECT 1 FROM class_paper WHERE class_id = ? AND paper_id = ?', [
      classId,
      paperId,
    ])
    return rows.length > 0
  }

  /** Adds one paper to the sums of its locked class. */
  async add(
    tx: EntityManager,
    classId: string,
    paperId: string,
    { isValid, isAware }: Counted,
    items: readonly ItemCount[],
  ): Promise<void> {
    await tx.query('INSERT INTO class_paper (class_id, paper_id) VALUES (?, ?)', [classId, paperId])
    await tx.query(
      'UPDATE class_session SET answered = answered + 1, valid = valid + ?, aware = aware + ? WHERE id = ?',
      [isValid ? 1 : 0, isValid && isAware ? 1 : 0, classId],
    )
    if (!isValid) return
    await tx.query(
      `INSERT INTO class_item (class_id, item_id, item_version, asked, correct) VALUES ?
       ON DUPLICATE KEY UPDATE asked = asked + VALUES(asked), correct = correct + VALUES(correct)`,
      [items.map((one) => [classId, one.itemId, one.itemVersion, one.asked, one.correct])],
    )
  }

  items(tx: EntityManager, classId: string): Promise<ItemCount[]> {
    return tx.query(
      `SELECT item_id AS itemId, item_version AS itemVersion, asked, correct FROM class_item WHERE class_id = ?
       ORDER BY correct / asked, item_id`,
      [classId],
    )
  }

  async extend(tx: EntityManager, id: string, until: Date): Promise<void> {
    await tx.query('UPDATE class_session SET code_until = ? WHERE id = ?', [until, id])
  }

  /** Nobody joins any more, and which papers there were is forgotten. */
  async end(tx: EntityManager, id: string, at: Date): Promise<void> {
    await tx.query('UPDATE class_session SET open_code = NULL, ended_at = ? WHERE id = ?', [at, id])
    await tx.query('DELETE FROM class_paper WHERE class_id = ?', [id])
  }

  private inSchool(tx: EntityManager, { scope, schoolId }: SchoolScope) {
    return tx
      .createQueryBuilder(ClassSession, 'c')
      .where('c.area_code >= :from AND c.area_code < :to AND c.school_id = :schoolId', {
        from: scope.from,
        to: scope.to,
        schoolId,
      })
  }
}
