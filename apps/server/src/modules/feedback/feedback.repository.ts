import { Injectable } from '@nestjs/common'
import { type EntityManager, LessThan, MoreThan, MoreThanOrEqual } from 'typeorm'
import { FeedbackRow } from './feedback.entity.js'

@Injectable()
export class FeedbackRepository {
  find(tx: EntityManager, id: string): Promise<FeedbackRow | null> {
    return tx.findOneBy(FeedbackRow, { id })
  }

  ofOffice(tx: EntityManager, areaCode: string, id: string): Promise<FeedbackRow | null> {
    return tx.findOneBy(FeedbackRow, { areaCode, id })
  }

  /** Oldest first while they wait, newest first once answered. @param cursor exclusive */
  pageOfOffice(
    tx: EntityManager,
    areaCode: string,
    state: FeedbackRow['state'],
    cursor: string | undefined,
    limit: number,
  ): Promise<FeedbackRow[]> {
    const isOpen = state === 'open'
    const after = cursor === undefined ? {} : { id: isOpen ? MoreThan(cursor) : LessThan(cursor) }
    return tx.find(FeedbackRow, {
      where: { areaCode, state, ...after },
      order: { id: isOpen ? 'ASC' : 'DESC' },
      take: limit,
    })
  }

  ofAccount(tx: EntityManager, accountId: string, limit: number): Promise<FeedbackRow[]> {
    return tx.find(FeedbackRow, { where: { accountId }, order: { id: 'DESC' }, take: limit })
  }

  countSince(tx: EntityManager, accountId: string, since: Date): Promise<number> {
    return tx.countBy(FeedbackRow, { accountId, createdAt: MoreThanOrEqual(since) })
  }

  async insert(tx: EntityManager, row: FeedbackRow): Promise<void> {
    await tx.createQueryBuilder().insert().into(FeedbackRow).values(row).updateEntity(false).execute()
  }

  /** @returns false when somebody answered first */
  async answer(
    tx: EntityManager,
    id: string,
    answer: Pick<FeedbackRow, 'answerSealed' | 'answeredAt' | 'answeredBy'>,
  ): Promise<boolean> {
    const { affected } = await tx.update(FeedbackRow, { id, state: 'open' }, { ...answer, state: 'answered' })
    return affected === 1
  }
}
