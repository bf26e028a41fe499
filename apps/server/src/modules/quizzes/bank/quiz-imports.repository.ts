import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { QuizImport } from './quiz-import.entity.js'

/** Uploaded tables of questions. Whoever uploaded one is the only one to see it, so his account stands in each query. */
@Injectable()
export class QuizImportsRepository {
  async insert(tx: EntityManager, row: QuizImport): Promise<void> {
    await tx.createQueryBuilder().insert().into(QuizImport).values(row).updateEntity(false).execute()
  }

  find(tx: EntityManager, accountId: string, id: string): Promise<QuizImport | null> {
    return tx.findOneBy(QuizImport, { id, accountId })
  }

  /** Of two clicks the second waits and finds it done. */
  lock(tx: EntityManager, accountId: string, id: string): Promise<QuizImport | null> {
    return tx.findOne(QuizImport, { where: { id, accountId }, lock: { mode: 'pessimistic_write' } })
  }

  /** Marks it written; the rows stand in the bank now. */
  async finish(tx: EntityManager, id: string, confirmedAt: Date): Promise<void> {
    await tx.update(QuizImport, { id }, { confirmedAt, content: null })
  }

  async deleteExpired(tx: EntityManager, now: Date): Promise<void> {
    await tx.query('DELETE FROM quiz_import WHERE expires_at <= ? AND confirmed_at IS NULL', [now])
  }
}
