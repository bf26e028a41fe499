import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ReminderMute } from './reminder-mute.entity.js'

@Injectable()
export class MutesRepository {
  /** What is silent for a person on a day: kind → last day. */
  async of(tx: EntityManager, accountId: string, on: string): Promise<ReadonlyMap<string, string>> {
    const rows = await tx
      .createQueryBuilder(ReminderMute, 'm')
      .where('m.account_id = :accountId AND m.until_on >= :on', { accountId, on })
      .getMany()
    return new Map(rows.map(({ kind, untilOn }) => [kind, untilOn]))
  }

  async put(tx: EntityManager, { accountId, kind, untilOn }: ReminderMute): Promise<void> {
    await tx.query(
      `INSERT INTO reminder_mute (account_id, kind, until_on) VALUES (?, ?, ?)
       ON DUPLICATE KEY UPDATE until_on = VALUES(until_on)`,
      [accountId, kind, untilOn],
    )
  }

  async remove(tx: EntityManager, accountId: string, kind: string): Promise<void> {
    await tx.query(`DELETE FROM reminder_mute WHERE account_id = ? AND kind = ?`, [accountId, kind])
  }
}
