import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope } from '../../platform/auth/area-scope.js'
import type { AppointedRole } from '../../platform/auth/roles.js'
import { Clock } from '../../platform/clock.js'
import { sha256 } from '../../platform/crypto/sealer.js'
import { AppointmentsService } from '../accounts/appointments.service.js'
import { RegistersService } from '../registers/registers.service.js'
import { NotificationsService } from '../reminders/notifications.service.js'
import type { TextKey } from '../reminders/reminder-texts.js'
import type { OrderRow, OrderStepRow } from './order.entity.js'
import type { StepKind } from './order-states.js'

/** Who answers for a village. */
const VILLAGE: readonly AppointedRole[] = ['village-secretary', 'posted-leader', 'case-worker']

/** Which side hears what of an order, and whether by WeChat too. */
export type Heard = { side: 'village' | 'office'; key: TextKey; message: boolean }

/** Whose turn it is hears of it, by WeChat too where he has something to do. */
const TOLD: Record<StepKind, Heard> = {
  issued: { side: 'village', key: 'order.issued', message: true },
  answered: { side: 'office', key: 'order.answered', message: false },
  returned: { side: 'village', key: 'order.returned', message: true },
  closed: { side: 'village', key: 'order.closed', message: false },
  withdrawn: { side: 'village', key: 'order.withdrawn', message: false },
}

/** Leaves the trail of a step, and tells those of the other side who may read the order, in words that say nothing of what it is about. */
@Injectable()
export class OrderNews {
  constructor(
    private readonly appointments: AppointmentsService,
    private readonly notifications: NotificationsService,
    private readonly registers: RegistersService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @param order as it stands after the step */
  async announce(tx: EntityManager, actor: Actor, order: OrderRow, step: OrderStepRow): Promise<void> {
    await this.audit.add(tx, {
      actor,
      areaCode: order.areaCode,
      action: `order.${step.kind}`,
      objectType: 'supervision-order',
      objectId: order.id,
      details: {
        stepId: step.id,
        about: order.aboutKind,
        state: order.state,
        dueOn: order.dueOn,
        wordsHash: sha256(step.words),
        appointmentId: actor.appointmentId,
      },
    })
    // What the steps before asked for is over with this one.
    await this.notifications.unsend(tx, targetOf(order))
    await this.tell(tx, order, TOLD[step.kind], step.id, step.accountId)
  }

  /**
   * @param occasion of the order: a person hears of each once
   * @param besides who knows of it already
   * @returns how many inbox lines were added
   */
  async tell(
    tx: EntityManager,
    order: OrderRow,
    { side, key, message }: Heard,
    occasion: string,
    besides?: string,
  ): Promise<number> {
    const on = this.clock.today()
    const holders =
      side === 'village'
        ? await this.appointments.holdersUnder(tx, {
            roles: VILLAGE,
            scope: AreaScope.of(order.areaCode),
            on,
          })
        : await this.appointments.holders(tx, { role: order.officeRole, areaCode: order.officeArea, on })
    const { subjectId } = order
    const isTellable = await this.registers.tellableTo(tx, subjectId === null ? [] : [subjectId])
    const readers = holders.filter(({ role }) => subjectId === null || isTellable(subjectId, role))
    const accounts = new Set(readers.map(({ accountId }) => accountId).filter((id) => id !== besides))
    let count = 0
    for (const accountId of accounts) {
      const isNew = await this.notifications.tell(tx, {
        accountId,
        areaCode: order.areaCode,
        dedupeKey: `order:${order.id}:${occasion}`,
        key,
        params: { dueOn: order.dueOn },
        target: targetOf(order),
        message,
      })
      if (isNew) count += 1
    }
    return count
  }
}

const targetOf = ({ id }: OrderRow): string => `order/${id}`
