import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'

export type AuditNote = {
  id: string
  occurredAt: Date
  areaCode: string
  action: string
  objectType: string
  objectId: string
  details: Record<string, unknown>
}

/** Reads the audit trail for people: what somebody has done. */
@Injectable()
export class AuditReader {
  /** @param before exclusive: entries older than this one, newest first */
  async byActor(
    tx: EntityManager,
    accountId: string,
    actions: readonly string[],
    page: { before?: string; limit: number },
  ): Promise<AuditNote[]> {
    const marks = actions.map(() => '?').join(', ')
    const rows: (Omit<AuditNote, 'details'> & { details: string })[] = await tx.query(
      `SELECT id, occurred_at AS occurredAt, area_code AS areaCode, action, object_type AS objectType, object_id AS objectId, details
       FROM audit_entry WHERE actor_account_id = ? AND action IN (${marks}) ${page.before === undefined ? '' : 'AND id < ?'}
       ORDER BY id DESC LIMIT ?`,
      [accountId, ...actions, ...(page.before === undefined ? [] : [page.before]), page.limit],
    )
    return rows.map((row) => ({ ...row, details: JSON.parse(row.details) }))
  }

  /** What was done to one thing, by whom. @param before exclusive: entries older than this one, newest first */
  async byObject(
    tx: EntityManager,
    object: { type: string; id: string },
    actions: readonly string[],
    page: { before?: string; limit: number },
  ): Promise<(AuditNote & { accountId: string | null; role: string })[]> {
    const marks = actions.map(() => '?').join(', ')
    const rows: (Omit<AuditNote, 'details'> & { details: string; accountId: string | null; role: string })[] =
      await tx.query(
        `SELECT id, occurred_at AS occurredAt, area_code AS areaCode, action, object_type AS objectType, object_id AS objectId,
                details, actor_account_id AS accountId, actor_role AS role
         FROM audit_entry WHERE object_type = ? AND object_id = ? AND action IN (${marks})
           ${page.before === undefined ? '' : 'AND id < ?'} ORDER BY id DESC LIMIT ?`,
        [object.type, object.id, ...actions, ...(page.before === undefined ? [] : [page.before]), page.limit],
      )
    return rows.map((row) => ({ ...row, details: JSON.parse(row.details) }))
  }

  /** How often somebody did any of these since an instant. */
  async countSince(
    tx: EntityManager,
    accountId: string,
    actions: readonly string[],
    since: Date,
  ): Promise<number> {
    const [row]: { n: number | string }[] = await tx.query(
      `SELECT COUNT(*) AS n FROM audit_entry
       WHERE actor_account_id = ? AND action IN (${actions.map(() => '?').join(', ')}) AND occurred_at > ?`,
      [accountId, ...actions, since],
    )
    return Number(row?.n ?? 0)
  }

  /** What the trail says of the content of records, by `id:revision`. */
  async contentHashes(tx: EntityManager, recordIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (recordIds.length === 0) return new Map()
    const rows: { id: string; details: string }[] = await tx.query(
      `SELECT object_id AS id, details FROM audit_entry
       WHERE object_type = 'record' AND object_id IN (${recordIds.map(() => '?').join(', ')}) ORDER BY id`,
      [...recordIds],
    )
    const hashes = new Map<string, string>()
    for (const { id, details } of rows) {
      const { revision, contentHash } = JSON.parse(details) as { revision?: number; contentHash?: string }
      if (revision !== undefined && contentHash !== undefined) hashes.set(`${id}:${revision}`, contentHash)
    }
    return hashes
  }
}
