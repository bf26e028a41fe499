import { addDays, POLICIES, policyAt } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { uuidv7 } from 'uuidv7'
import { Audit, type AuditActor } from '../../platform/audit/audit.js'
import { AreaScope, townCode, villageCode } from '../../platform/auth/area-scope.js'
import { type AppointedRole, ROLE_LABELS } from '../../platform/auth/roles.js'
import { Clock } from '../../platform/clock.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { sha256 } from '../../platform/crypto/sealer.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { AccountsService } from '../accounts/accounts.service.js'
import { AppointmentsService, type Holder } from '../accounts/appointments.service.js'
import { type Area, AreasService } from '../areas/areas.service.js'
import type { Pledge } from './pledge.entity.js'
import type { PledgeLevel, PledgeTemplate } from './pledge-template.entity.js'
import { PledgeTemplates } from './pledge-templates.js'
import { fillTemplate, newTextMark } from './pledge-text.js'
import type { CampaignOut, PledgeCoverage } from './pledges.dto.js'
import { PledgesRepository } from './pledges.repository.js'
import { newVerifyCode } from './verify-code.js'

export type Campaign = {
  townCode: string
  /** Only this village, and only what the village itself asks for. */
  villageCode?: string
  year: number
  actor: AuditActor
}

const COUNTERPARTS = {
  'town-village': 'town-office',
  'village-grid-worker': 'village-secretary',
} as const satisfies Partial<Record<PledgeLevel, AppointedRole>>
type IssuedLevel = keyof typeof COUNTERPARTS

type Duty = { level: IssuedLevel; holder: Holder; village: Area; template: PledgeTemplate }

const dutyKey = (one: { level: string; areaCode: string; signerAccountId: string }): string =>
  [one.level, one.areaCode, one.signerAccountId].join('/')

/** Who has to sign what in a year, and who has. */
@Injectable()
export class PledgesService {
  constructor(
    private readonly pledges: PledgesRepository,
    private readonly templates: PledgeTemplates,
    private readonly accounts: AccountsService,
    private readonly appointments: AppointmentsService,
    private readonly areas: AreasService,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
    private readonly writePolicy: AreaWritePolicy,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the pledges of a year from the appointments of today: one for each village secretary, one for each grid
   * worker. Done again it adds who has come since, and withdraws unsigned ones of people who have left.
   * @throws DomainError NOT_FOUND, DEMO_READ_ONLY, PLEDGE_YEAR_CLOSED
   */
  async issueForYear(tx: EntityManager, campaign: Campaign): Promise<CampaignOut> {
    const today = this.clock.today()
    const thisYear = Number(today.slice(0, 4))
    if (campaign.year < thisYear || campaign.year > thisYear + 1) throw new DomainError('PLEDGE_YEAR_CLOSED')
    const town = await this.areas.find(tx, campaign.townCode)
    if (town?.level !== 'town') throw notFound()
    const areaCode = campaign.villageCode ?? town.code
    this.writePolicy.assertWritable(areaCode)
    await this.templates.install(tx)
    const levels: IssuedLevel[] = campaign.villageCode
      ? ['village-grid-worker']
      : ['town-village', 'village-grid-worker']
    const duties = await this.dutiesUnder(tx, areaCode, levels, today)
    const present = (await this.pledges.ofYear(tx, AreaScope.of(areaCode), campaign.year)).filter((pledge) =>
      levels.some((level) => level === pledge.level),
    )
    let issued = 0
    for (const duty of duties) if (await this.issue(tx, duty, present, town, campaign.year)) issued += 1
    const withdrawn = await this.withdraw(tx, present, duties)
    await this.audit.add(tx, {
      actor: campaign.actor,
      areaCode,
      action: 'pledges.issued',
      objectType: 'pledge-campaign',
      objectId: `${areaCode}:${campaign.year}`,
      details: { year: campaign.year, issued, withdrawn },
    })
    return { issued, unchanged: duties.length - issued, withdrawn }
  }

  /** Required and signed pledges of a year, village by village. */
  async coverage(tx: EntityManager, areaCode: string, year: number): Promise<PledgeCoverage> {
    const scope = AreaScope.of(areaCode)
    const villages = await this.areas.villagesUnder(tx, villageCode(areaCode))
    const rows = await this.pledges.coverage(tx, scope, year, this.clock.today())
    return {
      year,
      villages: villages.map(({ code, name }) => ({
        areaCode: code,
        name,
        levels: rows
          .filter((row) => row.villageCode === code)
          .map(({ level, required, signed, overdue }) => ({ level, required, signed, overdue })),
      })),
    }
  }

  private async dutiesUnder(
    tx: EntityManager,
    areaCode: string,
    levels: readonly IssuedLevel[],
    on: string,
  ): Promise<Duty[]> {
    const duties: Duty[] = []
    const villages = await this.areas.villagesUnder(tx, areaCode)
    for (const level of levels) {
      const template = await this.templates.inForce(tx, level, on)
      if (!template) continue
      for (const village of villages) {
        for (const holder of await this.holdersOf(tx, level, village, on))
          duties.push({ level, holder, village, template })
      }
    }
    return duties
  }

  private async holdersOf(
    tx: EntityManager,
    level: IssuedLevel,
    village: Area,
    on: string,
  ): Promise<Holder[]> {
    if (level === 'town-village')
      return this.appointments.holders(tx, { role: 'village-secretary', areaCode: village.code, on })
    const grids = await this.areas.list(tx, { under: village.code, level: 'grid' })
    const holders: Holder[] = []
    for (const { code } of [village, ...grids])
      holders.push(...(await this.appointments.holders(tx, { role: 'grid-worker', areaCode: code, on })))
    return holders
  }

  /** @returns whether there is a pledge to sign that was not there before */
  private async issue(
    tx: EntityManager,
    { level, holder, village, template }: Duty,
    present: readonly Pledge[],
    town: Area,
    year: number,
  ): Promise<boolean> {
    const duty = { level, areaCode: holder.areaCode, signerAccountId: holder.accountId }
    const same = present.find(
      (pledge) => dutyKey(pledge) === dutyKey(duty) && pledge.templateVersion === template.version,
    )
    const today = this.clock.today()
    const policy = policyAt(POLICIES, today, village.code)
    const dueOn = addDays(today, policy.onboardingDays)
    if (same?.state === 'withdrawn') await this.pledges.reopen(tx, same.id, dueOn)
    if (same) return same.state === 'withdrawn'
    const area = holder.areaCode === village.code ? village : await this.areas.find(tx, holder.areaCode)
    const values = {
      year,
      town: town.name,
      village: village.name,
      area: area === village ? village.name : `${village.name}${area?.name ?? ''}`,
      signer: await this.accounts.displayName(tx, holder.accountId),
      signerRole: ROLE_LABELS[holder.role],
      reportInDays: policy.reportInDays,
      cycleMonths: policy.cycleMonths,
      activitiesPerMonth: policy.activitiesPerMonth,
      residentPercent: policy.awarenessPercent.resident,
      migrantPercent: policy.awarenessPercent.migrant,
      textMark: newTextMark(),
    }
    const id = uuidv7()
    const text = fillTemplate(template.body, values)
    const wrappedKey = this.cipher.createDataKey(id)
    const pledge: Pledge = {
      ...duty,
      id,
      templateId: template.id,
      templateVersion: template.version,
      year,
      title: fillTemplate(template.title, values),
      signerRole: holder.role,
      counterpartRole: COUNTERPARTS[level],
      wrappedKey,
      textSealed: this.cipher.seal(wrappedKey, id, 'text', text),
      textHash: sha256(text),
      state: 'to-sign',
      issuedAt: this.clock.now(),
      dueOn,
      verifyCode: newVerifyCode(),
    }
    await this.pledges.insert(tx, pledge)
    await this.pledges.supersedeOlder(tx, pledge, 'to-sign')
    return true
  }

  private async withdraw(
    tx: EntityManager,
    present: readonly Pledge[],
    duties: readonly Duty[],
  ): Promise<number> {
    const held = new Set(
      duties.map(({ level, holder }) =>
        dutyKey({ level, areaCode: holder.areaCode, signerAccountId: holder.accountId }),
      ),
    )
    let withdrawn = 0
    for (const pledge of present) {
      if (held.has(dutyKey(pledge))) continue
      if (await this.pledges.move(tx, pledge.id, 'to-sign', 'withdrawn')) withdrawn += 1
    }
    return withdrawn
  }
}

/** What a campaign of an area covers: a town's everything, a village's its own grid workers. */
export const campaignOf = (areaCode: string): Pick<Campaign, 'townCode' | 'villageCode'> =>
  areaCode.length === 9 ? { townCode: areaCode } : { townCode: townCode(areaCode), villageCode: areaCode }
