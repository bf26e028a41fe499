import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { BindingCode } from './binding-code.entity.js'

@Injectable()
export class BindingCodesRepository {
  findForUpdate(tx: EntityManager, selector: string): Promise<BindingCode | null> {
    return tx.findOne(BindingCode, { where: { selector }, lock: { mode: 'pessimistic_write' } })
  }

  /** @throws the driver's duplicate key error when another code begins alike */
  async insert(tx: EntityManager, row: BindingCode): Promise<void> {
    await tx.createQueryBuilder().insert().into(BindingCode).values(row).updateEntity(false).execute()
  }

  /** An account has one code at most. */
  async deleteOf(tx: EntityManager, accountId: string): Promise<void> {
    await tx.delete(BindingCode, { accountId })
  }

  async countTry(tx: EntityManager, selector: string): Promise<void> {
    await tx.query(`UPDATE binding_code SET tries = tries + 1 WHERE selector = ?`, [selector])
  }

  async markUsed(tx: EntityManager, selector: string, at: Date): Promise<void> {
    await tx.update(BindingCode, { selector }, { usedAt: at })
  }
}
