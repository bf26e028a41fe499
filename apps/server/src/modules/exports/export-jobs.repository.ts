import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { ExportJob } from './export-job.entity.js'

const COLUMNS = `id, area_code AS areaCode, account_id AS accountId, appointment_id AS appointmentId, role, form, format,
  from_on AS \`from\`, to_on AS \`to\`, is_named AS isNamed, purpose, note_sealed AS noteSealed, wrapped_key AS wrappedKey, state,
  rows_total AS rowsTotal, rows_done AS rowsDone, parts, byte_length AS byteLength, worker, lease_until AS leaseUntil, tries,
  created_at AS createdAt, finished_at AS finishedAt, expires_at AS expiresAt`

export type NewExport = Omit<
  ExportJob,
  'rowsDone' | 'parts' | 'byteLength' | 'worker' | 'leaseUntil' | 'tries' | 'finishedAt'
>

/** An attempt's hold on an export. */
export type Hold = { id: string; worker: string }

@Injectable()
export class ExportJobsRepository {
  async insert(tx: EntityManager, job: NewExport): Promise<void> {
    await tx.query(
      `INSERT INTO export_job (id, area_code, account_id, appointment_id, role, form, format, from_on, to_on, is_named, purpose,
         note_sealed, wrapped_key, state, rows_total, rows_done, tries, created_at, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)`,
      [
        job.id,
        job.areaCode,
        job.accountId,
        job.appointmentId,
        job.role,
        job.form,
        job.format,
        job.from,
        job.to,
        job.isNamed,
        job.purpose,
        job.noteSealed,
        job.wrappedKey,
        job.state,
        job.rowsTotal,
        job.createdAt,
        job.expiresAt,
      ],
    )
  }

  /** Only the asker's own, under the appointment he asked with. */
  async findOwn(
    tx: EntityManager,
    id: string,
    asker: { accountId: string; appointmentId: string | null },
  ): Promise<ExportJob | undefined> {
    const rows: ExportJob[] = await tx.query(
      `SELECT ${COLUMNS} FROM export_job WHERE id = ? AND account_id = ? AND appointment_id = ?`,
      [id, asker.accountId, asker.appointmentId],
    )
    return rows[0]
  }

  listOwn(
    tx: EntityManager,
    asker: { accountId: string; appointmentId: string | null },
    since: Date,
    limit: number,
  ): Promise<ExportJob[]> {
    return tx.query(
      `SELECT ${COLUMNS} FROM export_job WHERE account_id = ? AND appointment_id = ? AND created_at > ? AND state <> 'gone'
       ORDER BY created_at DESC, id DESC LIMIT ?`,
      [asker.accountId, asker.appointmentId, since, limit],
    )
  }

  async countUnfinished(tx: EntityManager, accountId: string): Promise<number> {
    const [row]: { n: number | string }[] = await tx.query(
      `SELECT COUNT(*) AS n FROM export_job WHERE account_id = ? AND state IN ('waiting', 'running')`,
      [accountId],
    )
    return Number(row?.n ?? 0)
  }

  /** Takes the oldest that waits, or whose attempt has died. */
  async claim(tx: EntityManager, worker: string, now: Date, until: Date): Promise<ExportJob | undefined> {
    await tx.query(
      `UPDATE export_job SET state = 'running', worker = ?, lease_until = ?, tries = tries + 1, rows_done = 0
       WHERE state = 'waiting' OR (state = 'running' AND lease_until < ?) ORDER BY created_at, id LIMIT 1`,
      [worker, until, now],
    )
    const rows: ExportJob[] = await tx.query(
      `SELECT ${COLUMNS} FROM export_job WHERE state = 'running' AND worker = ?`,
      [worker],
    )
    return rows[0]
  }

  /** @returns whether the attempt still holds it */
  async keep(tx: EntityManager, { id, worker }: Hold, rowsDone: number, until: Date): Promise<boolean> {
    const result: { affectedRows: number } = await tx.query(
      `UPDATE export_job SET rows_done = ?, lease_until = ? WHERE id = ? AND worker = ? AND state = 'running'`,
      [rowsDone, until, id, worker],
    )
    return result.affectedRows === 1
  }

  async finish(
    tx: EntityManager,
    { id, worker }: Hold,
    file: { parts: number; byteLength: number; rowsDone: number; at: Date; expiresAt: Date },
  ): Promise<boolean> {
    const result: { affectedRows: number } = await tx.query(
      `UPDATE export_job SET state = 'done', lease_until = NULL, parts = ?, byte_length = ?, rows_done = ?,
         finished_at = ?, expires_at = ? WHERE id = ? AND worker = ? AND state = 'running'`,
      [file.parts, file.byteLength, file.rowsDone, file.at, file.expiresAt, id, worker],
    )
    return result.affectedRows === 1
  }

  /** Gives up for good, or lets another attempt begin. */
  async release(
    tx: EntityManager,
    { id, worker }: Hold,
    state: 'waiting' | 'failed',
    at: Date,
  ): Promise<void> {
    await tx.query(
      `UPDATE export_job SET state = ?, worker = NULL, lease_until = NULL, finished_at = ? WHERE id = ? AND worker = ? AND state = 'running'`,
      [state, state === 'failed' ? at : null, id, worker],
    )
  }

  async expired(tx: EntityManager, now: Date, limit: number): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `SELECT id FROM export_job WHERE expires_at <= ? AND state <> 'gone' ORDER BY expires_at LIMIT ?`,
      [now, limit],
    )
    return rows.map(({ id }) => id)
  }

  /** Without its key nothing of it can be opened, in no backup either. */
  async forget(tx: EntityManager, id: string): Promise<void> {
    await tx.query(
      `UPDATE export_job SET state = 'gone', wrapped_key = NULL, note_sealed = NULL, worker = NULL, lease_until = NULL WHERE id = ?`,
      [id],
    )
  }

  async deleteGone(tx: EntityManager, before: Date): Promise<void> {
    await tx.query(`DELETE FROM export_job WHERE state = 'gone' AND expires_at < ?`, [before])
  }

  async addPart(tx: EntityManager, { id, worker }: Hold, part: number, address: string): Promise<void> {
    await tx.query('INSERT INTO export_part (export_id, attempt, part, address) VALUES (?, ?, ?, ?)', [
      id,
      worker,
      part,
      address,
    ])
  }

  async addressOf(tx: EntityManager, { id, worker }: Hold, part: number): Promise<string | undefined> {
    const rows: { address: string }[] = await tx.query(
      'SELECT address FROM export_part WHERE export_id = ? AND attempt = ? AND part = ?',
      [id, worker, part],
    )
    return rows[0]?.address
  }

  async addresses(tx: EntityManager, exportId: string): Promise<string[]> {
    const rows: { address: string }[] = await tx.query(
      'SELECT address FROM export_part WHERE export_id = ?',
      [exportId],
    )
    return rows.map(({ address }) => address)
  }

  async deleteParts(tx: EntityManager, exportId: string): Promise<void> {
    await tx.query('DELETE FROM export_part WHERE export_id = ?', [exportId])
  }

  /** How many wait and how many are being made. */
  async countOpen(tx: EntityManager): Promise<{ waiting: number; running: number }> {
    const rows: { state: 'waiting' | 'running'; count: number }[] = await tx.query(
      `SELECT state, COUNT(*) AS count FROM export_job WHERE state IN ('waiting', 'running') GROUP BY state`,
    )
    const of = (wanted: string) => Number(rows.find(({ state }) => state === wanted)?.count ?? 0)
    return { waiting: of('waiting'), running: of('running') }
  }
}
