import type { ObligationKind } from '@dfv/rules'
import { addDays, EXPLANATION_REASONS, explainable, isKindId, RECORD_KINDS } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { isAreaCode } from '../../platform/auth/area-scope.js'
import type { Role } from '../../platform/auth/roles.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { derivedId } from '../../platform/derived-id.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { AppointmentsService } from '../accounts/appointments.service.js'
import { workScope } from '../registers/file-access.js'
import { RegistersService } from '../registers/registers.service.js'
import { NotificationsService } from '../reminders/notifications.service.js'
import { type Arrangement, DutyArrangements } from '../scoring/duty-arrangements.js'
import { type Duty, ObligationsService } from '../scoring/obligations.service.js'
import type { ArrangementOut, AssignmentIn, ExplanationIn } from './duties.dto.js'

/** These arrange the work of others: the village's first responsible person, and the office above. */
const ARRANGES_ALL: readonly Role[] = ['village-secretary', 'town-office']
/** Duties to report or to decide stay with the role that the law names. @see 戒毒条例 第二十、二十一条 */
const STAYS_WITH_ROLE: readonly string[] = ['police-report', 'town-decision']
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
      const { duty } = await this.own(tx, actor, key)
      if (accountId === null) await this.arrangements.takeBack(tx, key)
      else {
        await this.assertMayDo(tx, accountId, duty)
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
      const { duty, explanation } = await this.own(tx, actor, key)
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
        await this.arrangements.withdraw(tx, key)
        if (explanation && explanation.explainedBy !== actor.accountId)
          await this.notifications.tell(tx, {
            accountId: explanation.explainedBy,
            areaCode: key.areaCode,
            dedupeKey: `explanation-returned:${key.areaCode}:${key.id}:${explanation.explainedAt.toISOString()}`,
            key: 'duty.still-open',
            target: 'work',
            message: true,
          })
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
    if ((await this.registers.restricted(tx, key.areaCode, actor.role)).has(duty.subjectId)) throw notFound()
    this.writePolicy.assertWritable(key.areaCode)
    const arrangement = await this.arrangementOf(tx, duty)
    const isOwn = actor.role === duty.owedBy || arrangement.assignment?.accountId === actor.accountId
    if (!isOwn && !ARRANGES_ALL.includes(actor.role)) throw new DomainError('FORBIDDEN')
    return { duty, ...arrangement }
  }

  private async assertMayDo(tx: EntityManager, accountId: string, duty: Duty): Promise<void> {
    const colleagues = await this.appointments.workingIn(tx, duty.areaCode)
    const role = colleagues.find((holder) => holder.accountId === accountId)?.role
    const isKept = role !== undefined && mayDo(role, duty)
    const isHidden = isKept && (await this.registers.restricted(tx, duty.areaCode, role)).has(duty.subjectId)
    if (!isKept || isHidden)
      throw refused('accountId', 'mayNotDo', '这件事不能交给这个人：他的身份不能办，请换一个人。')
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

/** Whether a role can settle a duty: it may send the record, or it is the role that owes it. */
function mayDo(role: Role, { kind, owedBy, settledBy }: Duty): boolean {
  if (role === owedBy) return true
  if (STAYS_WITH_ROLE.includes(kind) || settledBy === null || !isKindId(settledBy)) return false
  return RECORD_KINDS[settledBy].submittedBy.includes(role)
}

const refused = (path: string, code: string, text: string): DomainError =>
  new DomainError('INVALID', { count: 1 }, [{ path, code, text }])
