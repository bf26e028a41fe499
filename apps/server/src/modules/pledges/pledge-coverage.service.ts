import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope, villageCode } from '../../platform/auth/area-scope.js'
import { ROLE_LABELS } from '../../platform/auth/roles.js'
import { Clock } from '../../platform/clock.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { AccountsService } from '../accounts/accounts.service.js'
import type { Area } from '../areas/areas.service.js'
import { NotificationsService } from '../reminders/notifications.service.js'
import { GridHouseholds } from './households/grid-households.js'
import { HouseholdsRepository } from './households/households.repository.js'
import type { Pledge } from './pledge.entity.js'
import {
  type Duty,
  dutyKey,
  keyOf,
  type Papers,
  PHONE_LEVELS,
  PledgeDuties,
  SIGNERS,
} from './pledge-duties.js'
import { openReason } from './pledge-sealer.js'
import type { PledgeCoverage, PledgeMissing, PledgeRemindersOut } from './pledges.dto.js'
import { type PledgeOfYear, PledgesRepository } from './pledges.repository.js'

type Standing = PledgeMissing['items'][number]['state'] | 'signed'
type Status = { duty: Duty; state: Standing; pledge: PledgeOfYear | undefined; isOverdue: boolean }

/** Officials are named to those who manage pledges; a venue's manager or a teacher by the place alone. */
const OFFICIALS: ReadonlySet<string> = new Set(['village-secretary', 'grid-worker'])

/** Who has signed, who has not, and the reminder to those who have not. */
@Injectable()
export class PledgeCoverageService {
  constructor(
    private readonly pledges: PledgesRepository,
    private readonly duties: PledgeDuties,
    private readonly households: HouseholdsRepository,
    private readonly grids: GridHouseholds,
    private readonly accounts: AccountsService,
    private readonly cipher: FieldCipher,
    private readonly notifications: NotificationsService,
    private readonly audit: Audit,
    private readonly writePolicy: AreaWritePolicy,
    private readonly clock: Clock,
  ) {}

  /** Required and signed pledges of a year, village by village and level by level, without names. */
  async coverage(tx: EntityManager, areaCode: string, year: number): Promise<PledgeCoverage> {
    const { villages, papers } = await this.statusUnder(tx, areaCode, year)
    const sizes = await this.households.sizes(tx, AreaScope.of(areaCode), year)
    const inGrids = await this.grids.unlike(tx, areaCode, year, sizes)
    return {
      year,
      villages: villages.map(({ village, status }) => ({
        areaCode: village.code,
        name: village.name,
        households: {
          signed: papers.households(village.code),
          size: sizes.get(village.code) ?? 0,
          inGrids: inGrids.get(village.code),
        },
        levels: PHONE_LEVELS.flatMap((level) => {
          const ofLevel = status.filter(({ duty }) => duty.level === level)
          const count = (holds: (one: Status) => boolean) => ofLevel.filter(holds).length
          return ofLevel.length === 0
            ? []
            : [
                {
                  level,
                  required: ofLevel.length,
                  signed: count(({ state }) => state === 'signed'),
                  overdue: count(({ isOverdue }) => isOverdue),
                  declined: count(({ state }) => state === 'declined'),
                  vacant: count(({ state }) => state === 'vacant'),
                },
              ]
        }),
      })),
    }
  }

  /** Who is missing in a village, by role and place. */
  async missing(tx: EntityManager, areaCode: string, year: number): Promise<PledgeMissing> {
    const { villages } = await this.statusUnder(tx, areaCode, year)
    const open = villages.flatMap(({ status }) => status.filter(({ state }) => state !== 'signed'))
    const officials = open.flatMap(({ duty }) =>
      duty.holder && OFFICIALS.has(duty.holder.role) ? [duty.holder.accountId] : [],
    )
    const names = await this.accounts.displayNames(tx, officials)
    const ended = open.flatMap(({ pledge, state }) =>
      pledge && (state === 'declined' || state === 'revoked') ? [pledge.id] : [],
    )
    const reasons = new Map<string, string>()
    for (const one of await this.pledges.reasonsOf(tx, ended))
      if (one.reasonSealed) reasons.set(one.id, openReason(this.cipher, one, one.reasonSealed))
    return {
      year,
      items: open.map(({ duty, state, pledge, isOverdue }) => ({
        level: duty.level,
        areaCode: duty.areaCode,
        place: duty.place,
        roleLabel: ROLE_LABELS[SIGNERS[duty.level].role],
        ...(duty.holder && names.has(duty.holder.accountId)
          ? { officialName: names.get(duty.holder.accountId) }
          : {}),
        state: state as Exclude<Standing, 'signed'>,
        ...(pledge ? { pledgeId: pledge.id, dueOn: pledge.dueOn } : {}),
        ...(pledge && reasons.has(pledge.id) ? { reason: reasons.get(pledge.id) } : {}),
        isOverdue,
      })),
    }
  }

  /**
   * Tells everybody whose pledge waits for him, in the inbox and by message, at most once a day however often it is
   * asked for.
   * @throws DomainError DEMO_READ_ONLY
   */
  async remind(tx: EntityManager, actor: Actor, areaCode: string, year: number): Promise<PledgeRemindersOut> {
    this.writePolicy.assertWritable(areaCode)
    const { villages } = await this.statusUnder(tx, areaCode, year)
    const waiting = villages.flatMap(({ status }) =>
      status.flatMap(({ state, pledge }) => (state === 'to-sign' && pledge ? [pledge] : [])),
    )
    const today = this.clock.today()
    const told = await this.notifications.tellAll(
      tx,
      waiting.map(({ id, signerAccountId, areaCode: of }) => ({
        accountId: signerAccountId,
        areaCode: of,
        dedupeKey: `pledge.remind:${id}:${today}`,
        key: 'pledge.remind',
        target: `pledge/${id}`,
        message: true,
      })),
    )
    await this.audit.add(tx, {
      actor,
      areaCode,
      action: 'pledges.reminded',
      objectType: 'pledge-campaign',
      objectId: `${areaCode}:${year}`,
      details: { year, told },
    })
    return { told, already: waiting.length - told }
  }

  private async statusUnder(
    tx: EntityManager,
    areaCode: string,
    year: number,
  ): Promise<{ villages: { village: Area; status: Status[] }[]; papers: Papers }> {
    const today = this.clock.today()
    const papers = await this.duties.papers(tx, areaCode, year)
    const pledges = await this.pledges.ofYear(tx, AreaScope.of(areaCode), year)
    const byDuty = new Map<string, PledgeOfYear[]>()
    for (const pledge of pledges) {
      const key = dutyKey(pledge)
      byDuty.set(key, [...(byDuty.get(key) ?? []), pledge])
    }
    const villages = await this.duties.under(tx, villageCode(areaCode), PHONE_LEVELS, today)
    return {
      papers,
      villages: villages.map(({ village, duties }) => ({
        village,
        status: duties.map((duty) => statusOf(duty, byDuty.get(keyOf(duty)) ?? [], papers, today)),
      })),
    }
  }
}

/** A duty with two wordings is one duty: signed by an older wording it counts until the newer one is sealed. */
function statusOf(duty: Duty, pledges: readonly PledgeOfYear[], papers: Papers, today: string): Status {
  const inState = (...states: Pledge['state'][]) => pledges.find(({ state }) => states.includes(state))
  const status = (state: Standing, pledge?: PledgeOfYear): Status => ({
    duty,
    state,
    pledge,
    isOverdue: state !== 'signed' && pledge !== undefined && pledge.dueOn < today,
  })
  const sealed = inState('sealed')
  if (sealed || papers.covers(duty)) return status('signed', sealed)
  if (!duty.holder) return status('vacant')
  const waiting = inState('signed-pending-seal')
  if (waiting) return status('sealing', waiting)
  const open = inState('to-sign')
  if (open) return status('to-sign', open)
  const ended = inState('declined', 'revoked')
  return ended ? status(ended.state as 'declined' | 'revoked', ended) : status('not-issued')
}
