import { Inject, Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit, type AuditActor } from '../../platform/audit/audit.js'
import { countyCode } from '../../platform/auth/area-scope.js'
import { canonicalJson } from '../../platform/canonical-json.js'
import { Clock } from '../../platform/clock.js'
import { Config } from '../../platform/config/config.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { sha256 } from '../../platform/crypto/sealer.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { LOG } from '../../platform/log.token.js'
import type { Log } from '../../platform/logging.js'
import { Outbox } from '../../platform/outbox/outbox.js'
import type { Pledge } from './pledge.entity.js'
import { PledgeSealer, SEAL_EVENT } from './pledge-sealer.js'
import type { PledgeSignature } from './pledge-signature.entity.js'
import { PledgeSignaturesRepository } from './pledge-signatures.repository.js'
import { receiptOf } from './pledge-views.js'
import type { PledgeReceipt, PledgeSignatureBody } from './pledges.dto.js'
import { strokeFault } from './stroke.js'

/** How the signer was known, and on whose phone he signed. */
export type Signing = Pick<
  PledgeSignature,
  'fingerprint' | 'sessionId' | 'recheckedAt' | 'client' | 'stoodBy'
> & { signedOffline: boolean; actor: AuditActor }

/** What every signature goes through, whoever signs: it is whole, it is stored once, and it is sealed. */
@Injectable()
export class SignatureIntake {
  constructor(
    private readonly signatures: PledgeSignaturesRepository,
    private readonly sealer: PledgeSealer,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly config: Config,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** @throws DomainError PLEDGE_NOT_READ, PLEDGE_TEXT_CHANGED, STROKE_BLANK, STROKE_TOO_SHORT, STROKE_FILLED */
  assertWhole(body: PledgeSignatureBody, textHash: string): void {
    if (!body.readThrough) throw new DomainError('PLEDGE_NOT_READ')
    if (body.textHash !== textHash) throw new DomainError('PLEDGE_TEXT_CHANGED')
    const fault = strokeFault(body.stroke)
    if (fault) throw new DomainError(fault)
  }

  /**
   * Whether this very request was stored before.
   * @throws DomainError PLEDGE_ALREADY_SIGNED, PLEDGE_SIGNATURE_CONFLICT when the pledge is signed otherwise, or the id was
   *   used for something else
   */
  async isRepeated(
    tx: EntityManager,
    pledgeId: string,
    signatureId: string,
    fingerprint: string,
  ): Promise<boolean> {
    // The same request may be stored between the two looks: then the second finds it.
    const stored =
      (await this.signatures.find(tx, signatureId)) ?? (await this.signatures.ofPledge(tx, pledgeId))
    if (!stored) return false
    if (stored.id !== signatureId) throw new DomainError('PLEDGE_ALREADY_SIGNED')
    if (stored.fingerprint !== fingerprint) throw new DomainError('PLEDGE_SIGNATURE_CONFLICT')
    return true
  }

  /** Whether the pledge was signed by this very request; false also when it was signed by another. */
  async isRepeatOf(
    tx: EntityManager,
    pledgeId: string,
    signatureId: string,
    fingerprint: string,
  ): Promise<boolean> {
    const stored = await this.signatures.ofPledge(tx, pledgeId)
    return stored?.id === signatureId && stored.fingerprint === fingerprint
  }

  /** Stores a signature, with its audit entry and the event that has it sealed. It is not called signed before that. */
  async store(
    tx: EntityManager,
    pledge: Pledge,
    body: PledgeSignatureBody,
    { signedOffline, actor, ...known }: Signing,
  ): Promise<void> {
    const strokeSealed = this.cipher.seal(pledge.wrappedKey, pledge.id, 'stroke', canonicalJson(body.stroke))
    await this.signatures.insert(tx, {
      ...known,
      id: body.signatureId,
      pledgeId: pledge.id,
      strokeSealed,
      strokeHash: sha256(strokeSealed),
      signedAt: this.clock.now(),
      deviceTime: body.deviceTime === undefined ? null : new Date(body.deviceTime),
      signedOffline: signedOffline ? 1 : 0,
      readSeconds: body.readSeconds ?? null,
    })
    await this.audit.add(tx, {
      actor,
      areaCode: pledge.areaCode,
      action: 'pledge.signed',
      objectType: 'pledge',
      objectId: pledge.id,
      details: { signatureId: body.signatureId, templateVersion: pledge.templateVersion },
    })
    await this.outbox.add(tx, {
      type: SEAL_EVENT,
      areaCode: pledge.areaCode,
      // A household has no inbox to be told in.
      payload: {
        pledgeId: pledge.id,
        ...(pledge.householdNo === null ? { signerAccountId: pledge.signerAccountId } : {}),
      },
      dedupeKey: `${SEAL_EVENT}:${pledge.id}`,
    })
  }

  /** Seals at once where that works; otherwise the leased job does within a minute. */
  async seal(pledge: Pledge): Promise<PledgeReceipt> {
    try {
      await this.sealer.sealCounty(countyCode(pledge.areaCode))
    } catch (error) {
      this.log.warn({ err: error, pledge: pledge.id }, 'seal is left to the job')
    }
    const seal = await this.signatures.sealOfPledge(this.transactions.read, pledge.id)
    return receiptOf(pledge, seal, this.config.publicUrl)
  }
}
