import type { IsoDate } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ReminderProgress } from './reminder-progress.entity.js'

const LADDER = 'ladder'

@Injectable()
export class ProgressRepository {
  find(tx: EntityManager): Promise<ReminderProgress | null> {
    return tx.findOneBy(ReminderProgress, { name: LADDER })
  }

  /** Notes that all duties were looked at on a day; never goes back. */
  async complete(tx: EntityManager, today: IsoDate, before: IsoDate): Promise<void> {
    await tx.query(
      `INSERT INTO reminder_progress (name, completed_on, previous_on) VALUES (?, ?, ?)
       ON DUPLICATE KEY UPDATE
         previous_on = CASE WHEN completed_on < VALUES(completed_on) THEN completed_on ELSE previous_on END,
         completed_on = GREATEST(completed_on, VALUES(completed_on))`,
      [LADDER, today, before],
    )
  }
}
