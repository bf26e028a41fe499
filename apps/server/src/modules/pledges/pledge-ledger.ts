import { chinaDateOf } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { villageCode } from '../../platform/auth/area-scope.js'
import { derivedId } from '../../platform/derived-id.js'
import { RecordWriter } from '../records/record-writer.js'
import { householdParty } from './households/household-party.js'
import type { Pledge } from './pledge.entity.js'
import type { PledgeSignature } from './pledge-signature.entity.js'
import type { PledgeLevel } from './pledge-template.entity.js'

/** What the ledger of the notice calls the levels. A class is none of 层层签订: its pledge is in no ledger. */
export const LEDGER_LEVELS: Readonly<Partial<Record<PledgeLevel, string>>> = {
  'town-village': 'town-village',
  'village-grid-worker': 'village-grid',
  'village-venue': 'village-venue',
  'village-household': 'village-household',
}

/** Writes sealed pledges into the ledgers of their villages, where 层层签订 is judged. @see 三(二)4 */
@Injectable()
export class PledgeLedger {
  constructor(private readonly writer: RecordWriter) {}

  /** In the transaction of the seals, village by village, so that two sealers lock the villages in one order. */
  async writeSealed(
    tx: EntityManager,
    sealed: readonly { pledge: Pledge; signature: PledgeSignature }[],
  ): Promise<void> {
    const inOrder = [...sealed].sort((a, b) => (a.pledge.areaCode < b.pledge.areaCode ? -1 : 1))
    for (const { pledge, signature } of inOrder) {
      const level = LEDGER_LEVELS[pledge.level]
      if (level === undefined) continue
      const areaCode = villageCode(pledge.areaCode)
      await this.writer.derive(tx, {
        id: derivedId('pledge-signed', pledge.id),
        kind: 'pledge-signed',
        areaCode,
        subjectId: areaCode,
        by: { accountId: pledge.signerAccountId, role: pledge.signerRole },
        actor: { system: 'pledges' },
        payload: {
          signedOn: chinaDateOf(signature.signedAt.toISOString()),
          level,
          year: pledge.year,
          ...(pledge.level === 'village-grid-worker' ? { party: pledge.signerAccountId } : {}),
          ...(pledge.level === 'village-venue' ? { party: pledge.subjectId } : {}),
          ...(pledge.householdNo === null
            ? {}
            : { party: householdParty(areaCode, pledge.year, pledge.householdNo) }),
          // The wording of this level names the signer as the first-responsible person.
          ...(pledge.level === 'town-village' ? { responsible: 'yes' } : {}),
        },
      })
    }
  }

  /** Takes a revoked pledge out of the village's ledger; the record stays, void. */
  async void(tx: EntityManager, pledge: Pledge, actor: Actor, reason: string): Promise<void> {
    if (LEDGER_LEVELS[pledge.level] !== undefined)
      await this.writer.voidDerived(tx, { id: derivedId('pledge-signed', pledge.id), actor, reason })
  }
}
