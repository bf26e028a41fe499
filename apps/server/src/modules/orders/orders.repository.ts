import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AreaScope } from '../../platform/auth/area-scope.js'
import { OrderRow, OrderStepRow } from './order.entity.js'
import { CURRENT_STATES, type OrderState } from './order-states.js'

/** Half-open range of area codes. */
type AreaRange = Pick<AreaScope, 'from' | 'to'>
export type OrderCursor = { dueOn: string; id: string }
export type OrderCounts = { open: number; answered: number; late: number }

@Injectable()
export class OrdersRepository {
  find(tx: EntityManager, { from, to }: AreaRange, id: string, lock = false): Promise<OrderRow | null> {
    const query = tx
      .createQueryBuilder(OrderRow, 'o')
      .where('o.id = :id AND o.area_code >= :from AND o.area_code < :to', { id, from, to })
    return (lock ? query.setLock('pessimistic_write') : query).getOne()
  }

  /** Whether the id is in use anywhere. */
  async isTaken(tx: EntityManager, id: string): Promise<boolean> {
    return (await tx.countBy(OrderRow, { id })) > 0
  }

  /** Current ones, first due first; or ended ones, last due first. */
  page(
    tx: EntityManager,
    { from, to }: AreaRange,
    query: { current: boolean; after: OrderCursor | undefined; limit: number },
  ): Promise<OrderRow[]> {
    const [compare, direction] = query.current ? ['>', 'ASC' as const] : ['<', 'DESC' as const]
    const rows = tx
      .createQueryBuilder(OrderRow, 'o')
      .where('o.area_code >= :from AND o.area_code < :to AND o.state IN (:...states)', {
        from,
        to,
        states: statesOf(query.current),
      })
      .orderBy('o.due_on', direction)
      .addOrderBy('o.id', direction)
      .limit(query.limit)
    if (query.after) rows.andWhere(`(o.due_on, o.id) ${compare} (:dueOn, :id)`, { ...query.after })
    return rows.getMany()
  }

  async counts(tx: EntityManager, { from, to }: AreaRange, today: string): Promise<OrderCounts> {
    const rows: { state: OrderState; count: string; late: string }[] = await tx.query(
      `SELECT state, COUNT(*) AS count, SUM(due_on < ?) AS late FROM supervision_order
       WHERE area_code >= ? AND area_code < ? AND state IN (?) GROUP BY state`,
      [today, from, to, CURRENT_STATES],
    )
    const of = (state: OrderState) => rows.find((row) => row.state === state)
    return {
      open: Number(of('open')?.count ?? 0),
      answered: Number(of('answered')?.count ?? 0),
      // What was answered waits for the office, not for the village.
      late: Number(of('open')?.late ?? 0),
    }
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
