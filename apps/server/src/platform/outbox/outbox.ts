import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { uuidv7 } from 'uuidv7'
import { Clock } from '../clock.js'

export type OutboxMessage = {
  type: string
  areaCode: string
  /** Ids and codes only: the table is not encrypted. */
  payload: Readonly<Record<string, string | number>>
  /** Same key, same event: it is added once. Default: a key of its own. */
  dedupeKey?: string
  runAt?: Date
}

@Injectable()
export class Outbox {
  constructor(private readonly clock: Clock) {}

  /** Adds events in the caller's transaction. */
  async add(tx: EntityManager, ...messages: readonly OutboxMessage[]): Promise<void> {
    if (messages.length === 0) return
    const now = this.clock.now()
    await tx.query(
      `INSERT INTO outbox_event (id, area_code, type, dedupe_key, payload, run_at, created_at, state, worker, tries)
       VALUES ${messages.map(() => `(?, ?, ?, ?, ?, ?, ?, 'ready', NULL, 0)`).join(', ')} ON DUPLICATE KEY UPDATE id = id`,
      messages.flatMap(({ type, areaCode, payload, dedupeKey, runAt }) => {
        const id = uuidv7()
        return [id, areaCode, type, dedupeKey ?? id, JSON.stringify(payload), runAt ?? now, now]
      }),
    )
  }
}
