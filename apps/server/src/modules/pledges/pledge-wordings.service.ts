import { policyAt } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { townCode } from '../../platform/auth/area-scope.js'
import { ROLE_LABELS } from '../../platform/auth/roles.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { AreasService } from '../areas/areas.service.js'
import { PoliciesInForce } from '../policies/policies-in-force.js'
import { isPhoneLevel, SIGNERS } from './pledge-duties.js'
import { PledgeTemplates, wordingInForce } from './pledge-templates.js'
import { fillTemplate, policyValues } from './pledge-text.js'
import { LEVEL_TITLES } from './pledge-views.js'
import type { WordingDraft, WordingList, WordingPreview } from './pledges.dto.js'
import { type WordingFault, wordingFaults } from './wording-rules.js'

/** The wordings that a town's pledges are made from, and the town office's own versions of them. */
@Injectable()
export class PledgeWordings {
  constructor(
    private readonly templates: PledgeTemplates,
    private readonly areas: AreasService,
    private readonly audit: Audit,
    private readonly writePolicy: AreaWritePolicy,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly policies: PoliciesInForce,
  ) {}

  /** Every version a town can see, the newest first; which of them is in force today. */
  async list(actor: Actor): Promise<WordingList> {
    const town = townOf(actor)
    const today = this.clock.today()
    const all = await this.templates.ofTown(this.transactions.read, town)
    return {
      items: all.map((one) => ({
        level: one.level,
        levelLabel: LEVEL_TITLES[one.level],
        version: one.version,
        title: one.title,
        body: one.body,
        validFrom: one.validFrom,
        isOwn: one.areaCode === town,
        isInForce: wordingInForce(all, one.level, today) === one,
      })),
    }
  }

  /** A draft as its signer would see it, with the policy of today and invented names; and what is wrong with it. */
  async preview(actor: Actor, draft: WordingDraft): Promise<WordingPreview> {
    const town = await this.areas.find(this.transactions.read, townOf(actor))
    if (!town) throw notFound()
    const faults = wordingFaults(draft)
    return { faults, text: faults.some(isAboutVariables) ? '' : this.sample(draft, town.code, town.name) }
  }

  /**
   * Releases a draft as the town's next version of its level, from a day on. What was made from earlier versions stays
   * as it is; the next campaign asks for the new one.
   * @throws DomainError NOT_FOUND, PLEDGE_WORDING_FAULTY, PLEDGE_WORDING_TOO_EARLY, PLEDGE_WORDING_CONFLICT, DEMO_READ_ONLY
   */
  async release(actor: Actor, draft: WordingDraft & { validFrom: string }): Promise<{ version: number }> {
    const town = townOf(actor)
    this.writePolicy.assertWritable(town)
    if (wordingFaults(draft).length > 0) throw new DomainError('PLEDGE_WORDING_FAULTY')
    if (draft.validFrom < this.clock.today()) throw new DomainError('PLEDGE_WORDING_TOO_EARLY')
    return this.transactions.run(async (tx) => {
      const ofLevel = (await this.templates.ofTown(tx, town)).filter(({ level }) => level === draft.level)
      const version = Math.max(0, ...ofLevel.map((one) => one.version)) + 1
      const isOurs = await this.templates.insert(tx, {
        areaCode: town,
        id: draft.level,
        version,
        level: draft.level,
        title: draft.title,
        body: draft.body,
        validFrom: draft.validFrom,
        validTo: null,
        releasedBy: actor.accountId,
        releasedAt: this.clock.now(),
      })
      if (!isOurs) throw new DomainError('PLEDGE_WORDING_CONFLICT')
      await this.audit.add(tx, {
        actor,
        areaCode: town,
        action: 'pledge.wordingReleased',
        objectType: 'pledge-template',
        objectId: `${draft.level}:${version}`,
        details: { level: draft.level, version, validFrom: draft.validFrom },
      })
      return { version }
    })
  }

  private sample({ level, body }: WordingDraft, town: string, townName: string): string {
    const today = this.clock.today()
    const role = isPhoneLevel(level) ? ROLE_LABELS[SIGNERS[level].role] : '户主'
    return fillTemplate(body, {
      ...policyValues(policyAt(this.policies.of(town), today, town)),
      year: Number(today.slice(0, 4)),
      town: townName,
      village: '某某村',
      area: '某某村第一网格',
      place: level === 'class' ? '某某小学' : '某某场所',
      signer: '某某某',
      signerRole: role,
      textMark: '签名时由系统生成',
    })
  }
}

const isAboutVariables = ({ code }: WordingFault): boolean => code === 'unknown-variable'

/** @throws DomainError NOT_FOUND for somebody who works for no town */
function townOf({ areaCode }: Actor): string {
  if (areaCode === null || areaCode.length < 9) throw notFound()
  return townCode(areaCode)
}
