import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import type { AreaScope } from '../../platform/auth/area-scope.js'
import type { Role } from '../../platform/auth/roles.js'
import { tellable, toldTo } from '../registers/file-access.js'
import { OrderRow, OrderStepRow } from './order.entity.js'
import { CURRENT_STATES, type OrderState } from './order-states.js'

/** Who asks: a half-open range of area codes, and the role, which may be kept from files of persons that orders are about. */
export type OrderReader = { range: Pick<AreaScope, 'from' | 'to'>; role: Role }
export type OrderCursor = { dueOn: string; id: string }
export type OrderCounts = { open: number; answered: number; late: number }

@Injectable()
export class OrdersRepository {
  find(tx: EntityManager, reader: OrderReader, id: string, lock = false): Promise<OrderRow | null> {
    const query = this.readable(tx, reader).andWhere('o.id = :id', { id })
    return (lock ? query.setLock('pessimistic_write') : query).getOne()
  }

  /** Current ones, first due first; or ended ones, last due first. */
  page(
    tx: EntityManager,
    reader: OrderReader,
    query: { current: boolean; after: OrderCursor | undefined; limit: number },
  ): Promise<OrderRow[]> {
    const [compare, direction] = query.current ? ['>', 'ASC' as const] : ['<', 'DESC' as const]
    const rows = this.readable(tx, reader)
      .andWhere('o.state IN (:...states)', { states: statesOf(query.current) })
      .orderBy('o.due_on', direction)
      .addOrderBy('o.id', direction)
      .limit(query.limit)
    if (query.after) rows.andWhere(`(o.due_on, o.id) ${compare} (:dueOn, :id)`, { ...query.after })
    return rows.getMany()
  }

  async counts(tx: EntityManager, reader: OrderReader, today: string): Promise<OrderCounts> {
    const rows: { state: OrderState; count: string; late: string }[] = await this.readable(tx, reader)
      .andWhere('o.state IN (:...states)', { states: CURRENT_STATES })
      .select('o.state', 'state')
      .addSelect('COUNT(*)', 'count')
      .addSelect('SUM(o.due_on < :today)', 'late')
      .setParameter('today', today)
      .groupBy('o.state')
      .getRawMany()
    const of = (state: OrderState) => rows.find((row) => row.state === state)
    return {
      open: Number(of('open')?.count ?? 0),
      answered: Number(of('answered')?.count ?? 0),
      // What was answered waits for the office, not for the village.
      late: Number(of('open')?.late ?? 0),
    }
  }

  /** Ids of those that wait for the village and whose day lies in a span, both ends included, the first due first. */
  async openDue(tx: EntityManager, { from, to }: { from: string; to: string }): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `SELECT id FROM supervision_order WHERE state = 'open' AND due_on BETWEEN ? AND ? ORDER BY due_on, id`,
      [from, to],
    )
    return rows.map(({ id }) => id)
  }

  /** For the server's own work, which no reader asks for. */
  lock(tx: EntityManager, id: string): Promise<OrderRow | null> {
    return tx.findOne(OrderRow, { where: { id }, lock: { mode: 'pessimistic_write' } })
  }

  private readable(
    tx: EntityManager,
    { range: { from, to }, role }: OrderReader,
  ): SelectQueryBuilder<OrderRow> {
    return tx
      .createQueryBuilder(OrderRow, 'o')
      .where(`o.area_code >= :from AND o.area_code < :to AND ${tellable('o.subject_id')}`, {
        from,
        to,
        ...toldTo(role),
      })
  }

  async insert(tx: EntityManager, order: OrderRow, step: OrderStepRow): Promise<void> {
    await tx.createQueryBuilder().insert().into(OrderRow).values(order).updateEntity(false).execute()
    await this.addStep(tx, step)
  }

  async move(
    tx: EntityManager,
    { id, state, dueOn }: Pick<OrderRow, 'id' | 'state' | 'dueOn'>,
    step: OrderStepRow,
  ): Promise<void> {
    await tx.query('UPDATE supervision_order SET state = ?, due_on = ? WHERE id = ?', [state, dueOn, id])
    await this.addStep(tx, step)
  }

  /** In the order in which they were done. */
  steps(tx: EntityManager, orderId: string): Promise<OrderStepRow[]> {
    return tx.find(OrderStepRow, { where: { orderId }, order: { number: 'ASC' } })
  }

  private async addStep(tx: EntityManager, step: OrderStepRow): Promise<void> {
    await tx.createQueryBuilder().insert().into(OrderStepRow).values(step).updateEntity(false).execute()
  }
}

const statesOf = (current: boolean): OrderState[] => (current ? [...CURRENT_STATES] : ['closed', 'withdrawn'])
