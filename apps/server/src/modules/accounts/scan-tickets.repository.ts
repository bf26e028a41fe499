import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ScanTicket } from './scan-ticket.entity.js'

@Injectable()
export class ScanTicketsRepository {
  find(tx: EntityManager, id: string): Promise<ScanTicket | null> {
    return tx.findOneBy(ScanTicket, { id })
  }

  findForUpdate(tx: EntityManager, id: string): Promise<ScanTicket | null> {
    return tx.findOne(ScanTicket, { where: { id }, lock: { mode: 'pessimistic_write' } })
  }

  async insert(tx: EntityManager, row: ScanTicket): Promise<void> {
    await tx.createQueryBuilder().insert().into(ScanTicket).values(row).updateEntity(false).execute()
  }

  async update(
    tx: EntityManager,
    id: string,
    change: Partial<Pick<ScanTicket, 'state' | 'accountId' | 'tries'>>,
  ): Promise<void> {
    await tx.update(ScanTicket, { id }, change)
  }

  /** What a phone has seen or confirmed and no PC has collected yet. */
  async revokeAll(tx: EntityManager, accountId: string, now: Date): Promise<void> {
    await tx.query(
      `UPDATE scan_ticket SET state = 'dead' WHERE expires_at > ? AND account_id = ? AND state IN ('seen', 'approved')`,
      [now, accountId],
    )
  }

  async purge(tx: EntityManager, expiredBefore: Date): Promise<void> {
    await tx.query(`DELETE FROM scan_ticket WHERE expires_at < ? LIMIT 5000`, [expiredBefore])
  }
}
