import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { RecordRemark } from './record-remark.entity.js'

@Injectable()
export class RecordRemarksRepository {
  /** Adds it, unless it is there already. */
  async add(tx: EntityManager, remark: RecordRemark): Promise<void> {
    await tx.query(
      `INSERT INTO record_remark (record_id, id, area_code, revision, account_id, role, words, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = id`,
      [
        remark.recordId,
        remark.id,
        remark.areaCode,
        remark.revision,
        remark.accountId,
        remark.role,
        remark.words,
        remark.createdAt,
      ],
    )
  }

  find(tx: EntityManager, recordId: string, id: string): Promise<RecordRemark | null> {
    return tx.findOneBy(RecordRemark, { recordId, id })
  }

  /** Who wrote the record, and who else had to do with its review so far. */
  async takingPart(tx: EntityManager, recordId: string): Promise<{ authors: string[]; others: string[] }> {
    const rows: { id: string; isAuthor: 0 | 1 }[] = await tx.query(
      `SELECT id, MAX(isAuthor) AS isAuthor FROM (
         SELECT submitted_by_account AS id, 1 AS isAuthor FROM record_revision WHERE record_id = ?
         UNION ALL SELECT reviewed_by, 0 FROM record_revision WHERE record_id = ? AND reviewed_by IS NOT NULL
         UNION ALL SELECT account_id, 0 FROM record_remark WHERE record_id = ?) AS part
       GROUP BY id ORDER BY id`,
      [recordId, recordId, recordId],
    )
    const ids = (isAuthor: boolean) =>
      rows.filter((row) => Boolean(Number(row.isAuthor)) === isAuthor).map(({ id }) => id)
    return { authors: ids(true), others: ids(false) }
  }

  /** In the order in which they were said. */
  ofRecord(tx: EntityManager, recordId: string): Promise<RecordRemark[]> {
    return tx.find(RecordRemark, { where: { recordId }, order: { createdAt: 'ASC', id: 'ASC' } })
  }
}
