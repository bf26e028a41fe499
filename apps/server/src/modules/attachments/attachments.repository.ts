import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AttachmentOwner, AttachmentRow } from './attachment.entity.js'

/** What a record, or a year's self-assessment, says of the files it names. */
export type Claim = {
  owner: AttachmentOwner
  recordId: string
  areaCode: string
  subjectId: string
  isSealed: boolean
  accountId: string
  at: Date
}

export type StoredFile = Pick<AttachmentRow, 'mime' | 'width' | 'height' | 'blobHash' | 'thumbHash'>

const COLUMNS = `a.id, a.area_code AS areaCode, a.owner, a.record_id AS recordId, a.subject_id AS subjectId, a.is_sealed AS isSealed,
  a.account_id AS accountId, a.state,
  a.declared_hash AS declaredHash, a.declared_bytes AS declaredBytes, a.declared_at AS declaredAt, a.changed_at AS changedAt,
  a.refusal, a.mime, a.width, a.height, a.blob_hash AS blobHash, a.thumb_hash AS thumbHash`
const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

@Injectable()
export class AttachmentsRepository {
  /** Notes the ids that a record names. One that is known already stays as it is. */
  async claim(tx: EntityManager, claim: Claim, ids: readonly string[]): Promise<void> {
    const { owner, recordId, areaCode, subjectId, isSealed, accountId, at } = claim
    await tx.query(
      `INSERT INTO attachment (id, area_code, owner, record_id, subject_id, is_sealed, account_id, state, changed_at)
       VALUES ${ids.map(() => `(?, ?, ?, ?, ?, ?, ?, 'awaited', ?)`).join(', ')} ON DUPLICATE KEY UPDATE id = id`,
      ids.flatMap((id) => [id, areaCode, owner, recordId, subjectId, isSealed ? 1 : 0, accountId, at]),
    )
  }

  /** How many of the ids belong to the record. */
  async countOf(tx: EntityManager, recordId: string, ids: readonly string[]): Promise<number> {
    const [row]: { n: number }[] = await tx.query(
      `SELECT COUNT(*) AS n FROM attachment WHERE id IN (${marks(ids)}) AND record_id = ?`,
      [...ids, recordId],
    )
    return Number(row?.n)
  }

  async find(tx: EntityManager, id: string): Promise<AttachmentRow | undefined> {
    const rows: AttachmentRow[] = await tx.query(`SELECT ${COLUMNS} FROM attachment a WHERE a.id = ?`, [id])
    return rows[0]
  }

  async lock(tx: EntityManager, id: string): Promise<AttachmentRow | undefined> {
    const rows: AttachmentRow[] = await tx.query(
      `SELECT ${COLUMNS} FROM attachment a WHERE a.id = ? FOR UPDATE`,
      [id],
    )
    return rows[0]
  }

  ofRecords(tx: EntityManager, recordIds: readonly string[]): Promise<AttachmentRow[]> {
    if (recordIds.length === 0) return Promise.resolve([])
    return tx.query(
      `SELECT ${COLUMNS} FROM attachment a WHERE a.record_id IN (${marks(recordIds)}) ORDER BY a.record_id, a.id`,
      [...recordIds],
    )
  }

  /**
   * Lets go of what is named no more: pieces and rows. The stored bytes go with the sweep, unless something else uses them.
   * @param but ids that stay
   */
  async release(tx: EntityManager, recordId: string, but: readonly string[]): Promise<void> {
    const gone = (await this.ofRecords(tx, [recordId])).map(({ id }) => id).filter((id) => !but.includes(id))
    if (gone.length === 0) return
    await tx.query(`DELETE FROM attachment_chunk WHERE attachment_id IN (${marks(gone)})`, gone)
    await tx.query(`DELETE FROM attachment WHERE id IN (${marks(gone)})`, gone)
  }

  /** What an account announced since an instant. */
  async declaredSince(
    tx: EntityManager,
    accountId: string,
    since: Date,
  ): Promise<{ files: number; bytes: number }> {
    const [row]: { files: number; bytes: string | number }[] = await tx.query(
      `SELECT COUNT(*) AS files, COALESCE(SUM(declared_bytes), 0) AS bytes FROM attachment WHERE account_id = ? AND declared_at >= ?`,
      [accountId, since],
    )
    return { files: Number(row?.files), bytes: Number(row?.bytes) }
  }

  async declare(
    tx: EntityManager,
    id: string,
    file: { sha256: string; bytes: number; at: Date },
  ): Promise<void> {
    await tx.query(
      `UPDATE attachment SET state = 'partial', declared_hash = ?, declared_bytes = ?, declared_at = ?, changed_at = ? WHERE id = ?`,
      [file.sha256, file.bytes, file.at, file.at, id],
    )
  }

  async putChunk(tx: EntityManager, id: string, index: number, bytes: Buffer, at: Date): Promise<void> {
    await tx.query(
      `INSERT INTO attachment_chunk (attachment_id, chunk_index, bytes) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE bytes = VALUES(bytes)`,
      [id, index, bytes],
    )
    await tx.query(`UPDATE attachment SET changed_at = ? WHERE id = ?`, [at, id])
  }

  async chunkIndexes(tx: EntityManager, id: string): Promise<number[]> {
    const rows: { i: number }[] = await tx.query(
      `SELECT chunk_index AS i FROM attachment_chunk WHERE attachment_id = ? ORDER BY chunk_index`,
      [id],
    )
    return rows.map((row) => row.i)
  }

  async chunks(tx: EntityManager, id: string): Promise<Buffer[]> {
    const rows: { bytes: Buffer }[] = await tx.query(
      `SELECT bytes FROM attachment_chunk WHERE attachment_id = ? ORDER BY chunk_index`,
      [id],
    )
    return rows.map((row) => row.bytes)
  }

  async dropChunks(tx: EntityManager, id: string): Promise<void> {
    await tx.query(`DELETE FROM attachment_chunk WHERE attachment_id = ?`, [id])
  }

  async settle(tx: EntityManager, id: string, file: StoredFile, at: Date): Promise<void> {
    await tx.query(
      `UPDATE attachment SET state = 'stored', mime = ?, width = ?, height = ?, blob_hash = ?, thumb_hash = ?, changed_at = ? WHERE id = ?`,
      [file.mime, file.width, file.height, file.blobHash, file.thumbHash, at, id],
    )
  }

  async refuse(tx: EntityManager, id: string, refusal: string, at: Date): Promise<void> {
    await tx.query(`UPDATE attachment SET state = 'refused', refusal = ?, changed_at = ? WHERE id = ?`, [
      refusal,
      at,
      id,
    ])
  }

  /** Back to where nothing of the file has arrived. */
  async restart(tx: EntityManager, id: string, at: Date): Promise<void> {
    await tx.query(
      `UPDATE attachment SET state = 'awaited', declared_hash = NULL, declared_bytes = NULL, changed_at = ? WHERE id = ?`,
      [at, id],
    )
  }

  /** Files that stopped arriving before an instant. */
  async stalled(tx: EntityManager, before: Date, limit: number): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `SELECT id FROM attachment WHERE state = 'partial' AND changed_at < ? ORDER BY changed_at, id LIMIT ?`,
      [before, limit],
    )
    return rows.map((row) => row.id)
  }

  /** Before bytes are put: whoever sweeps at the same moment waits, or is waited for. */
  async touchBlob(tx: EntityManager, hash: string, at: Date): Promise<void> {
    await tx.query(
      `INSERT INTO stored_blob (hash, touched_at) VALUES (?, ?) ON DUPLICATE KEY UPDATE touched_at = VALUES(touched_at)`,
      [hash, at],
    )
  }

  /** Files in the store that no attachment uses. */
  async unusedBlobs(tx: EntityManager, before: Date, limit: number): Promise<string[]> {
    const rows: { hash: string }[] = await tx.query(
      `SELECT b.hash FROM stored_blob b WHERE b.touched_at < ?
         AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.blob_hash = b.hash)
         AND NOT EXISTS (SELECT 1 FROM attachment t WHERE t.thumb_hash = b.hash)
       ORDER BY b.touched_at, b.hash LIMIT ?`,
      [before, limit],
    )
    return rows.map((row) => row.hash)
  }

  /** @returns false when it has come into use, or is being put again */
  async dropUnusedBlob(tx: EntityManager, hash: string, before: Date): Promise<boolean> {
    const result: { affectedRows: number } = await tx.query(
      `DELETE FROM stored_blob WHERE hash = ? AND touched_at < ?
         AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.blob_hash = ?)
         AND NOT EXISTS (SELECT 1 FROM attachment t WHERE t.thumb_hash = ?)`,
      [hash, before, hash, hash],
    )
    return result.affectedRows === 1
  }
}
