import {
  addDays,
  arrangesDuty,
  EXPLANATION_REASONS,
  explainable,
  mayDoDuty,
  type ObligationKind,
} from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { isAreaCode } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { derivedId } from '../../platform/derived-id.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { AppointmentsService } from '../accounts/appointments.service.js'
import { workScope } from '../registers/file-access.js'
import { RegistersService } from '../registers/registers.service.js'
import { NotificationsService } from '../reminders/notifications.service.js'
import { Recipients } from '../reminders/recipients.service.js'
import { type Arrangement, DutyArrangements } from '../scoring/duty-arrangements.js'
import { type Duty, ObligationsService } from '../scoring/obligations.service.js'
import type { ArrangementOut, AssignmentIn, ExplanationIn } from './duties.dto.js'

/** Work that can be made up is asked for again after so many days, whatever the reason was. */
const EXPLAINED_DAYS = 31

/** Hands single duties to other cadres, and takes reasons for what was not done. No outcome and no figure changes by either. */
@Injectable()
export class DutiesService {
  constructor(
    private readonly obligations: ObligationsService,
    private readonly arrangements: DutyArrangements,
    private readonly appointments: AppointmentsService,
    private readonly registers: RegistersService,
    private readonly notifications: NotificationsService,
    private readonly transactions: Transactions,
    private readonly writePolicy: AreaWritePolicy,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError NOT_FOUND, FORBIDDEN, DEMO_READ_ONLY; INVALID when the other may not do it */
  assign(actor: Actor, { accountId, ...key }: AssignmentIn): Promise<ArrangementOut> {
    return this.transactions.run(async (tx) => {
      const { duty, assignment } = await this.own(tx, actor, key)
      if (accountId === null) {
        if (!(await this.arrangements.takeBack(tx, key))) return this.answer(tx, duty)
      } else {
        if (!(await this.arrangements.mayDo(tx, accountId, duty)))
          throw refused('accountId', 'mayNotDo', '这件事不能交给这个人：他的身份不能办，请换一个人。')
        if (assignment?.accountId === accountId) return this.answer(tx, duty)
        await this.arrangements.assign(tx, {
          areaCode: key.areaCode,
          obligationId: key.id,
          accountId,
          assignedBy: actor.accountId,
          assignedAt: this.clock.now(),
        })
        if (accountId !== actor.accountId)
          await this.notifications.tell(tx, {
            accountId,
            areaCode: key.areaCode,
            dedupeKey: `duty-handed:${key.areaCode}:${key.id}:${this.clock.now().toISOString()}`,
            key: 'duty.handed',
            target: 'duties',
            dutyId: key.id,
            message: true,
          })
      }
      await this.note(tx, actor, duty, accountId === null ? 'duty.taken-back' : 'duty.handed-over', {
        accountId,
      })
      return this.answer(tx, duty)
    })
  }

  /** @throws DomainError NOT_FOUND, FORBIDDEN, DEMO_READ_ONLY; INVALID when this cannot be explained so */
  explain(actor: Actor, { reason, ...key }: ExplanationIn): Promise<ArrangementOut> {
    return this.transactions.run(async (tx) => {
      const { duty, ...arrangement } = await this.own(tx, actor, key)
      const { explanation } = arrangement
      if (reason !== null) {
        if (!explainable(duty.kind as ObligationKind)?.reasons.includes(reason))
          throw refused('reason', 'notExplainable', '这件事不能这样说明，请照常办理，或和镇禁毒办联系。')
        const today = this.clock.today()
        await this.arrangements.explain(tx, {
          areaCode: key.areaCode,
          obligationId: key.id,
          reason,
          untilOn: duty.mendableAfterDue ? addDays(today, EXPLAINED_DAYS) : duty.dueOn,
          explainedBy: actor.accountId,
          explainedAt: this.clock.now(),
        })
      } else {
        if (!(await this.arrangements.withdraw(tx, key))) return this.answer(tx, duty)
        if (explanation) await this.tellStillOpen(tx, actor, duty, { ...arrangement, explanation })
      }
      // Beside the id of a duty about a person the reason may be a fact of his health: the trail does not keep it.
      await this.note(tx, actor, duty, reason === null ? 'duty.reason-withdrawn' : 'duty.explained')
      return this.answer(tx, duty)
    })
  }

  /** The open duty, for somebody who arranges it: whoever owes it, whom it was handed to, or who answers for all. */
  private async own(
    tx: EntityManager,
    actor: Actor,
    key: { areaCode: string; id: string },
  ): Promise<{ duty: Duty } & Arrangement> {
    const isInScope = isAreaCode(key.areaCode) && workScope(actor).contains(key.areaCode)
    const duty = isInScope ? await this.obligations.find(tx, key.areaCode, key.id) : null
    if (duty?.state !== 'open') throw notFound()
    const isTellable = await this.registers.tellableTo(tx, [duty.subjectId])
    if (!isTellable(duty.subjectId, actor.role)) throw notFound()
    this.writePolicy.assertWritable(key.areaCode)
    const arrangement = await this.arrangementOf(tx, duty)
    const isHandedTo = arrangement.assignment?.accountId === actor.accountId && mayDoDuty(actor.role, duty)
    if (!isHandedTo && !arrangesDuty(actor.role, duty)) throw new DomainError('FORBIDDEN')
    return { duty, ...arrangement }
  }

  /** The reason that kept it silent is gone: whoever is to do it now hears that it still stands. */
  private async tellStillOpen(
    tx: EntityManager,
    actor: Actor,
    duty: Duty,
    { assignment, explanation }: Arrangement & Required<Pick<Arrangement, 'explanation'>>,
  ): Promise<void> {
    const { areaCode, id } = duty
    const recipients = new Recipients(this.appointments, tx, this.clock.today())
    for (const accountId of await recipients.of('owner', duty, assignment?.accountId))
      if (accountId !== actor.accountId)
        await this.notifications.tell(tx, {
          accountId,
          areaCode,
          dedupeKey: `explanation-returned:${areaCode}:${id}:${explanation.explainedAt.toISOString()}`,
          key: 'duty.still-open',
          target: 'work',
          dutyId: id,
          message: true,
        })
  }

  private async arrangementOf(tx: EntityManager, duty: Duty): Promise<Arrangement> {
    return (await this.arrangements.of(tx, [duty], this.clock.today())).of(duty)
  }

  private note(
    tx: EntityManager,
    actor: Actor,
    { areaCode, id }: Duty,
    action: string,
    details: Record<string, string | null> = {},
  ): Promise<void> {
    return this.audit.add(tx, {
      actor,
      areaCode,
      action,
      objectType: 'duty',
      objectId: derivedId('duty', areaCode, id),
      details: { ...details, dutyId: id, appointmentId: actor.appointmentId },
    })
  }

  private async answer(tx: EntityManager, duty: Duty): Promise<ArrangementOut> {
    const { assignment, explanation } = await this.arrangementOf(tx, duty)
    return {
      areaCode: duty.areaCode,
      id: duty.id,
      assigneeId: assignment?.accountId ?? null,
      explanation: explanation
        ? {
            reason: explanation.reason,
            text: EXPLANATION_REASONS[explanation.reason],
            untilOn: explanation.untilOn,
          }
        : null,
    }
  }
}

const refused = (path: string, code: string, text: string): DomainError =>
  new DomainError('INVALID', { count: 1 }, [{ path, code, text }])
