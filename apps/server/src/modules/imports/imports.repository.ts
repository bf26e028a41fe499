import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AreaScope } from '../../platform/auth/area-scope.js'
import type { ImportUploadRow } from './import-upload.entity.js'

const COLUMNS = `u.id, u.area_code AS areaCode, u.sheet, u.account_id AS accountId, u.role, u.created_at AS createdAt,
  u.expires_at AS expiresAt, u.wrapped_key AS wrappedKey, u.content, u.digest, u.counts, u.issue_count AS issueCount,
  u.confirmed_at AS confirmedAt`
/** Statements stay well under the packet size. */
const CHUNK = 500

/** Uploaded tables. Whoever uploaded one is the only one to see its rows, so his account stands in each query. */
@Injectable()
export class ImportsRepository {
  async insert(tx: EntityManager, row: ImportUploadRow): Promise<void> {
    await tx.query(
      `INSERT INTO import_upload (id, area_code, sheet, account_id, role, created_at, expires_at, wrapped_key, content, digest, counts, issue_count, confirmed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        row.id,
        row.areaCode,
        row.sheet,
        row.accountId,
        row.role,
        row.createdAt,
        row.expiresAt,
        row.wrappedKey,
        row.content,
        row.digest,
        row.counts,
        row.issueCount,
        row.confirmedAt,
      ],
    )
  }

  find(tx: EntityManager, accountId: string, id: string): Promise<ImportUploadRow | undefined> {
    return this.one(tx, accountId, id, '')
  }

  /** The first lock of a confirmation: of two clicks the second waits and finds it done. */
  lock(tx: EntityManager, accountId: string, id: string): Promise<ImportUploadRow | undefined> {
    return this.one(tx, accountId, id, 'FOR UPDATE')
  }

  private async one(
    tx: EntityManager,
    accountId: string,
    id: string,
    lock: string,
  ): Promise<ImportUploadRow | undefined> {
    const rows: ImportUploadRow[] = await tx.query(
      `SELECT ${COLUMNS} FROM import_upload u WHERE u.id = ? AND u.account_id = ? ${lock}`,
      [id, accountId],
    )
    return rows[0]
  }

  /** Marks it written; its rows are deleted with their key. */
  async finish(
    tx: EntityManager,
    id: string,
    { confirmedAt, counts }: { confirmedAt: Date; counts: string },
  ): Promise<void> {
    await tx.query(
      `UPDATE import_upload SET confirmed_at = ?, counts = ?, wrapped_key = NULL, content = NULL WHERE id = ?`,
      [confirmedAt, counts, id],
    )
  }

  async addRecords(tx: EntityManager, importId: string, recordIds: readonly string[]): Promise<void> {
    for (let at = 0; at < recordIds.length; at += CHUNK) {
      const part = recordIds.slice(at, at + CHUNK)
      await tx.query(
        `INSERT INTO import_record (import_id, record_id) VALUES ${part.map(() => '(?, ?)').join(', ')}`,
        part.flatMap((recordId) => [importId, recordId]),
      )
    }
  }

  /** Nothing was written by it, so nothing has to be remembered of it. */
  async discard(tx: EntityManager, accountId: string, id: string): Promise<void> {
    await tx.query(`DELETE FROM import_upload WHERE id = ? AND account_id = ? AND confirmed_at IS NULL`, [
      id,
      accountId,
    ])
  }

  /** @returns how many were deleted */
  async deleteExpired(tx: EntityManager, now: Date): Promise<number> {
    const result: { affectedRows: number } = await tx.query(
      `DELETE FROM import_upload WHERE expires_at <= ? AND confirmed_at IS NULL`,
      [now],
    )
    return result.affectedRows
  }

  /** Confirmed uploads of an area, the newest first. */
  confirmed(tx: EntityManager, scope: AreaScope, since: Date, limit: number): Promise<ImportUploadRow[]> {
    return tx.query(
      `SELECT ${COLUMNS} FROM import_upload u WHERE u.area_code >= ? AND u.area_code < ? AND u.confirmed_at > ?
       ORDER BY u.confirmed_at DESC, u.id LIMIT ?`,
      [scope.from, scope.to, since, limit],
    )
  }

  /** A confirmed upload of an area, whoever made it. */
  async findConfirmed(tx: EntityManager, scope: AreaScope, id: string): Promise<ImportUploadRow | undefined> {
    const rows: ImportUploadRow[] = await tx.query(
      `SELECT ${COLUMNS} FROM import_upload u
       WHERE u.id = ? AND u.area_code >= ? AND u.area_code < ? AND u.confirmed_at IS NOT NULL`,
      [id, scope.from, scope.to],
    )
    return rows[0]
  }

  async recordsOf(tx: EntityManager, importId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `SELECT record_id AS id FROM import_record WHERE import_id = ? ORDER BY record_id`,
      [importId],
    )
    return rows.map(({ id }) => id)
  }
}
