import { addDays, NOTICE, onboarding, policyAt } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { type Area, AreasService } from '../areas/areas.service.js'
import { PoliciesInForce } from '../policies/policies-in-force.js'
import { LedgerChanges } from '../records/ledger-changes.js'
import { LedgerReader } from '../records/ledger-reader.js'
import { VillageLedgers } from '../records/village-ledgers.js'
import { workScope } from '../registers/file-access.js'
import { RegistersService } from '../registers/registers.service.js'
import type { OnboardingOut } from './onboarding.dto.js'

/** A start is planned for the coming month, not for some day. */
const AHEAD_DAYS = 31

/** How a village begins: the day, and what it still has to bring in. */
@Injectable()
export class OnboardingService {
  constructor(
    private readonly areas: AreasService,
    private readonly ledgers: LedgerReader,
    private readonly heads: VillageLedgers,
    private readonly changes: LedgerChanges,
    private readonly registers: RegistersService,
    private readonly transactions: Transactions,
    private readonly writePolicy: AreaWritePolicy,
    private readonly clock: Clock,
    private readonly policies: PoliciesInForce,
  ) {}

  /** Folded fresh. Persons whose files this role does not see are counted and not named. */
  async get(tx: EntityManager, actor: Actor, areaCode: string): Promise<OnboardingOut> {
    const area = await this.villageOf(tx, actor, areaCode)
    const asOf = this.clock.today()
    const ledger = await this.ledgers.read(tx, areaCode)
    const { steps, done } = onboarding(ledger, { asOf, policies: this.policies.of(areaCode) })
    const restricted = await this.registers.restricted(tx, areaCode, actor.role)
    const isTold = ({ subjectId }: { subjectId?: string }) =>
      subjectId === undefined || !restricted.has(subjectId)
    return {
      areaCode,
      name: area.name,
      startOn: area.startOn,
      canSetStart: actor.permissions.has('village.start') && this.isStartOpen(area),
      asOf,
      done,
      steps: steps.map((step) => ({
        ...step,
        missing: step.missing.filter(isTold).map((missing) => ({ ...missing })),
      })),
    }
  }

  /**
   * Sets the day on which a village begins: from there its cycles and months are judged by its records alone. A slip may
   * be mended for a month; later the day would decide what was missed.
   * @throws DomainError NOT_FOUND, INVALID, START_FIXED
   */
  async setStart(actor: Actor, areaCode: string, startOn: string): Promise<OnboardingOut> {
    return this.transactions.run(async (tx) => {
      const area = await this.villageOf(tx, actor, areaCode)
      this.writePolicy.assertWritable(areaCode)
      if (startOn < NOTICE.issuedOn)
        throw refusedStart('notBefore', `开始日期不能早于${NOTICE.issuedOn}（文件印发日期）`)
      if (startOn > addDays(this.clock.today(), AHEAD_DAYS))
        throw refusedStart('tooLate', `开始日期最多定到${AHEAD_DAYS}天以后`)
      if (!this.isStartOpen(area)) throw new DomainError('START_FIXED')
      const head = await this.changes.advance(tx, { code: areaCode, startOn })
      await this.heads.setStart(tx, areaCode, startOn)
      await this.areas.setStart(tx, areaCode, startOn)
      await this.changes.publish(tx, head.version, {
        actor,
        areaCode,
        action: 'village.startSet',
        objectType: 'village',
        objectId: areaCode,
        details: { startOn, before: area.startOn, appointmentId: actor.appointmentId },
      })
      return this.get(tx, actor, areaCode)
    })
  }

  private isStartOpen({ code, startOn }: Area): boolean {
    const today = this.clock.today()
    return (
      startOn === null ||
      today <= addDays(startOn, policyAt(this.policies.of(code), today, code).onboardingDays)
    )
  }

  private async villageOf(tx: EntityManager, actor: Actor, areaCode: string): Promise<Area> {
    const area = workScope(actor).contains(areaCode) ? await this.areas.find(tx, areaCode) : null
    if (area?.level !== 'village') throw notFound()
    return area
  }
}

const refusedStart = (code: string, text: string): DomainError =>
  new DomainError('INVALID', { count: 1 }, [{ path: 'startOn', code, text }])
