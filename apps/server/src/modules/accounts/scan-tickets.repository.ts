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

  async purge(tx: EntityManager, expiredBefore: Date): Promise<void> {
    await tx.query(`DELETE FROM scan_ticket WHERE expires_at < ? LIMIT 5000`, [expiredBefore])
  }
}
