import { policyAt } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { townCode } from '../../../platform/auth/area-scope.js'
import { canonicalJson } from '../../../platform/canonical-json.js'
import { Clock } from '../../../platform/clock.js'
import { FieldCipher } from '../../../platform/crypto/field-cipher.js'
import { sha256 } from '../../../platform/crypto/sealer.js'
import { notFound } from '../../../platform/errors/domain-error.js'
import { AreasService } from '../../areas/areas.service.js'
import { PoliciesInForce } from '../../policies/policies-in-force.js'
import { PledgeTemplates, wordingInForce } from '../pledge-templates.js'
import { fillTemplate, policyValues, printedMark } from '../pledge-text.js'
import type { HouseholdNumber } from './household-signing.entity.js'

export type WordedPledge = {
  templateId: string
  version: number
  title: string
  text: string
  textHash: string
  areaName: string
}

/**
 * The pledge of one household, with the name that its householder typed. It is made anew each time it is asked for, always
 * the same while the wording and the policy hold: nothing of it is stored before it is signed.
 */
@Injectable()
export class HouseholdTexts {
  constructor(
    private readonly templates: PledgeTemplates,
    private readonly areas: AreasService,
    private readonly cipher: FieldCipher,
    private readonly policies: PoliciesInForce,
    private readonly clock: Clock,
  ) {}

  async of(tx: EntityManager, household: HouseholdNumber, name: string): Promise<WordedPledge> {
    const { areaCode, year, slipId } = household
    const today = this.clock.today()
    const town = townCode(areaCode)
    const wording = wordingInForce(await this.templates.ofTown(tx, town), 'village-household', today)
    const names = await this.areas.names(tx, [town, areaCode])
    const village = names.get(areaCode)
    if (!wording || village === undefined) throw notFound()
    const values = {
      ...policyValues(policyAt(this.policies.of(areaCode), today, areaCode)),
      year,
      town: names.get(town) ?? '',
      village,
      area: village,
      place: village,
      signer: name,
      signerRole: '户主',
      // As good as random to everybody without the key, and the same when the phone asks again.
      textMark: printedMark(this.cipher.fingerprint(canonicalJson(['household-mark', slipId, name]))),
    }
    const text = fillTemplate(wording.body, values)
    return {
      templateId: wording.id,
      version: wording.version,
      title: fillTemplate(wording.title, values),
      text,
      textHash: sha256(text),
      areaName: village,
    }
  }
}
