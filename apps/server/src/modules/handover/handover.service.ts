import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AppointmentOfficeService, type Post } from '../accounts/appointment-office.service.js'
import { RecordReader } from '../records/record-reader.js'
import { NotificationsService } from '../reminders/notifications.service.js'
import { ObligationsService } from '../scoring/obligations.service.js'
import type { HandoverDone, HandoverIn, HandoverOut } from './handover.dto.js'

/**
 * A cadre leaves and another comes. Duties belong to the post, not to the person, so they need no moving; what would be
 * lost is what only the leaver was told: records sent back to him, and that there is work at all.
 */
@Injectable()
export class HandoverService {
  constructor(
    private readonly office: AppointmentOfficeService,
    private readonly duties: ObligationsService,
    private readonly records: RecordReader,
    private readonly notifications: NotificationsService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** What goes with a post. @throws DomainError NOT_FOUND */
  async preview(actor: Actor, id: string): Promise<HandoverOut> {
    const tx = this.transactions.read
    return this.workOf(tx, await this.office.find(tx, actor, id))
  }

  /** @throws DomainError NOT_FOUND, APPOINTMENT_ENDED, PHONE_OTHER_NAME */
  handOver(actor: Actor, id: string, successor: HandoverIn): Promise<HandoverDone> {
    return this.transactions.run(async (tx) => {
      const { ended, item } = await this.office.handOver(tx, actor, id, successor)
      const work = await this.workOf(tx, ended)
      const count = work.open + work.returned
      if (count > 0)
        await this.notifications.tell(tx, {
          accountId: item.accountId,
          areaCode: ended.areaCode,
          dedupeKey: `handover:${ended.id}:${item.id}`,
          key: 'handover',
          params: { count },
          target: 'work',
          message: false,
        })
      return { successor: item, work }
    })
  }

  private async workOf(tx: EntityManager, post: Post): Promise<HandoverOut> {
    const today = this.clock.today()
    const open = await this.duties.openFor(tx, AreaScope.of(post.areaCode), today, { owedBy: [post.role] })
    return {
      open: open.length,
      overdue: open.filter(({ dueOn }) => dueOn < today).length,
      ...(await this.records.unfinishedOf(tx, post.accountId, AreaScope.of(post.areaCode))),
    }
  }
}
