import { addDays, policyAt } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { uuidv7 } from 'uuidv7'
import { Audit, type AuditActor } from '../../platform/audit/audit.js'
import { AreaScope, townCode } from '../../platform/auth/area-scope.js'
import { ROLE_LABELS } from '../../platform/auth/roles.js'
import { Clock } from '../../platform/clock.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { sha256 } from '../../platform/crypto/sealer.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { AccountsService } from '../accounts/accounts.service.js'
import { type Area, AreasService } from '../areas/areas.service.js'
import { PoliciesInForce } from '../policies/policies-in-force.js'
import type { Pledge } from './pledge.entity.js'
import {
  type Duty,
  dutyKey,
  keyOf,
  PHONE_LEVELS,
  type PhoneLevel,
  PledgeDuties,
  SIGNERS,
} from './pledge-duties.js'
import type { PledgeTemplate } from './pledge-template.entity.js'
import { PledgeTemplates, wordingInForce } from './pledge-templates.js'
import { fillTemplate, newTextMark, policyValues } from './pledge-text.js'
import type { CampaignOut } from './pledges.dto.js'
import { type PledgeOfYear, PledgesRepository } from './pledges.repository.js'
import { newVerifyCode } from './verify-code.js'

export type Campaign = {
  townCode: string
  /** Only this village, and only what the village itself asks for. */
  villageCode?: string
  year: number
  actor: AuditActor
}

const VILLAGE_LEVELS: readonly PhoneLevel[] = PHONE_LEVELS.filter((level) => level !== 'town-village')

type Needed = { duty: Duty; village: Area; template: PledgeTemplate }

const wordedKey = (key: string, version: number): string => `${key}#${version}`

/** Makes the pledges of a year. */
@Injectable()
export class PledgesService {
  constructor(
    private readonly pledges: PledgesRepository,
    private readonly templates: PledgeTemplates,
    private readonly duties: PledgeDuties,
    private readonly accounts: AccountsService,
    private readonly areas: AreasService,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
    private readonly writePolicy: AreaWritePolicy,
    private readonly clock: Clock,
    private readonly policies: PoliciesInForce,
  ) {}

  /**
   * Makes the pledges of a year from the appointments of today. Done again it adds who has come since, and withdraws
   * unsigned ones of people who have left; what is signed stays. A duty that a paper covers is not asked for again.
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
    const levels = campaign.villageCode ? VILLAGE_LEVELS : PHONE_LEVELS
    const needed = await this.needed(tx, areaCode, levels, campaign.year)
    const scope = AreaScope.of(areaCode)
    const present = (await this.pledges.ofYear(tx, scope, campaign.year)).filter((pledge) =>
      levels.some((level) => level === pledge.level),
    )
    let issued = 0
    const byDuty = new Map(
      present.map((pledge) => [wordedKey(dutyKey(pledge), pledge.templateVersion), pledge]),
    )
    for (const one of needed) {
      const same = byDuty.get(wordedKey(keyOf(one.duty), one.template.version))
      if (await this.issue(tx, one, same, town, campaign.year)) issued += 1
    }
    const withdrawn = await this.withdraw(tx, present, needed)
    if (issued + withdrawn > 0 || !('system' in campaign.actor))
      await this.audit.add(tx, {
        actor: campaign.actor,
        areaCode,
        action: 'pledges.issued',
        objectType: 'pledge-campaign',
        objectId: `${areaCode}:${campaign.year}`,
        details: { year: campaign.year, issued, withdrawn },
      })
    return { issued, unchanged: needed.length - issued, withdrawn }
  }

  private async needed(
    tx: EntityManager,
    areaCode: string,
    levels: readonly PhoneLevel[],
    year: number,
  ): Promise<Needed[]> {
    const today = this.clock.today()
    const papers = await this.duties.papers(tx, areaCode, year)
    const wordings = await this.templates.ofTown(tx, townCode(areaCode))
    const villages = await this.duties.under(tx, areaCode, levels, today)
    return villages.flatMap(({ village, duties }) =>
      duties.flatMap((duty) => {
        const template = wordingInForce(wordings, duty.level, today)
        return template && duty.holder && !papers.covers(duty) ? [{ duty, village, template }] : []
      }),
    )
  }

  /** @returns whether there is a pledge to sign that was not there before */
  private async issue(
    tx: EntityManager,
    { duty, village, template }: Needed,
    same: PledgeOfYear | undefined,
    town: Area,
    year: number,
  ): Promise<boolean> {
    const { level, areaCode, subjectId, place, holder } = duty
    if (!holder) return false
    const today = this.clock.today()
    const policy = policyAt(this.policies.of(village.code), today, village.code)
    const dueOn = addDays(today, policy.onboardingDays)
    if (same?.state === 'withdrawn') await this.pledges.reopen(tx, same.id, dueOn)
    if (same) return same.state === 'withdrawn'
    const values = {
      ...policyValues(policy),
      year,
      town: town.name,
      village: village.name,
      area: areaCode === village.code ? village.name : `${village.name}${place}`,
      place,
      signer: await this.accounts.displayName(tx, holder.accountId),
      signerRole: ROLE_LABELS[holder.role],
      textMark: newTextMark(),
    }
    const id = uuidv7()
    const text = fillTemplate(template.body, values)
    const wrappedKey = this.cipher.createDataKey(id)
    const pledge: Pledge = {
      id,
      level,
      areaCode,
      subjectId,
      signerAccountId: holder.accountId,
      templateId: template.id,
      templateVersion: template.version,
      year,
      title: fillTemplate(template.title, values),
      signerRole: holder.role,
      counterpartRole: SIGNERS[level].asks,
      wrappedKey,
      textSealed: this.cipher.seal(wrappedKey, id, 'text', text),
      textHash: sha256(text),
      state: 'to-sign',
      issuedAt: this.clock.now(),
      dueOn,
      verifyCode: newVerifyCode(),
      reasonSealed: null,
      endedAt: null,
      householdNo: null,
      signerNameSealed: null,
    }
    await this.pledges.insert(tx, pledge)
    await this.pledges.supersedeOlder(tx, pledge, 'to-sign')
    return true
  }

  private async withdraw(
    tx: EntityManager,
    present: readonly PledgeOfYear[],
    needed: readonly Needed[],
  ): Promise<number> {
    const held = new Set(needed.map(({ duty }) => keyOf(duty)))
    let withdrawn = 0
    for (const pledge of present) {
      if (held.has(dutyKey(pledge))) continue
      if (await this.pledges.move(tx, pledge.id, 'to-sign', 'withdrawn')) withdrawn += 1
    }
    return withdrawn
  }
}

/** What a campaign of an area covers: a town's everything, a village's what it asks for itself. */
export const campaignOf = (areaCode: string): Pick<Campaign, 'townCode' | 'villageCode'> =>
  areaCode.length === 9 ? { townCode: areaCode } : { townCode: townCode(areaCode), villageCode: areaCode }
