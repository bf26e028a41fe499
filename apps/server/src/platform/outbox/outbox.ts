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

  /** Adds the event in the caller's transaction. */
  async add(tx: EntityManager, message: OutboxMessage): Promise<void> {
    const id = uuidv7()
    const now = this.clock.now()
    await tx.query(
      `INSERT INTO outbox_event (id, area_code, type, dedupe_key, payload, state, run_at, worker, tries, created_at)
       VALUES (?, ?, ?, ?, ?, 'ready', ?, NULL, 0, ?) ON DUPLICATE KEY UPDATE id = id`,
      [
        id,
        message.areaCode,
        message.type,
        message.dedupeKey ?? id,
        JSON.stringify(message.payload),
        message.runAt ?? now,
        now,
      ],
    )
  }
}
