import type { Role } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { AreasService } from '../areas/areas.service.js'
import { ObligationsService } from '../scoring/obligations.service.js'
import type { OrderRow, OrderStepRow } from './order.entity.js'
import { stateAfter } from './order-states.js'
import type { OrderListOut, OrderOut } from './orders.dto.js'
import { OrdersRepository } from './orders.repository.js'

/** Orders as their readers see them. */
@Injectable()
export class OrderViews {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly obligations: ObligationsService,
    private readonly areas: AreasService,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  async heads(tx: EntityManager, rows: readonly OrderRow[]): Promise<OrderListOut['items']> {
    const names = await this.namesOf(tx, rows)
    return rows.map((row) => headOf(row, names, this.clock.today()))
  }

  /** With everything that was said. @param order that the actor may read */
  async of(tx: EntityManager, actor: Actor, order: OrderRow): Promise<OrderOut> {
    const asOf = this.clock.today()
    const duty =
      order.aboutKind === 'duty' ? await this.obligations.find(tx, order.areaCode, order.aboutId) : null
    const steps = await this.orders.steps(tx, order.id)
    return {
      ...headOf(order, await this.namesOf(tx, [order]), asOf),
      about: { kind: order.aboutKind, id: order.aboutId },
      subjectId: order.subjectId,
      dutyState: duty?.state ?? null,
      mayAnswer: actor.permissions.has('order.answer') && stateAfter(order.state, 'answered') !== undefined,
      mayDecide:
        actor.permissions.has('order.issue') &&
        isOfOffice(actor, order) &&
        stateAfter(order.state, 'closed') !== undefined,
      steps: steps.map((step) => ({
        id: step.id,
        kind: step.kind,
        text: this.words(order, step),
        dueOn: step.dueOn,
        role: step.role as Role,
        at: step.doneAt.toISOString(),
      })),
      asOf,
    }
  }

  /** What was said in a step. */
  words({ id, wrappedKey }: OrderRow, step: OrderStepRow): string {
    return this.cipher.open(wrappedKey, id, `step:${step.id}`, step.words)
  }

  private async namesOf(
    tx: EntityManager,
    rows: readonly Pick<OrderRow, 'areaCode' | 'officeArea'>[],
  ): Promise<ReadonlyMap<string, string>> {
    return this.areas.names(
      tx,
      rows.flatMap(({ areaCode, officeArea }) => [areaCode, officeArea]),
    )
  }
}

/** Whether the actor acts for the office that issued it. */
export const isOfOffice = ({ role, areaCode }: Actor, order: OrderRow): boolean =>
  role === order.officeRole && areaCode === order.officeArea

function headOf(
  row: OrderRow,
  names: ReadonlyMap<string, string>,
  asOf: string,
): OrderListOut['items'][number] {
  return {
    id: row.id,
    areaCode: row.areaCode,
    areaName: names.get(row.areaCode) ?? row.areaCode,
    office: `${names.get(row.officeArea) ?? ''}禁毒办`,
    title: row.title,
    part: row.part,
    state: row.state,
    dueOn: row.dueOn,
    isLate: row.state === 'open' && row.dueOn < asOf,
    issuedAt: row.issuedAt.toISOString(),
  }
}
