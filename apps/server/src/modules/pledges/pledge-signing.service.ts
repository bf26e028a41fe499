import { Inject, Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { countyCode } from '../../platform/auth/area-scope.js'
import { canonicalJson } from '../../platform/canonical-json.js'
import { Clock } from '../../platform/clock.js'
import { Config } from '../../platform/config/config.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { sha256 } from '../../platform/crypto/sealer.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { LOG } from '../../platform/log.token.js'
import type { Log } from '../../platform/logging.js'
import { Outbox } from '../../platform/outbox/outbox.js'
import { AppointmentsService } from '../accounts/appointments.service.js'
import { SessionService } from '../accounts/session.service.js'
import type { Pledge } from './pledge.entity.js'
import { PledgeSealer, SEAL_EVENT } from './pledge-sealer.js'
import { PledgeSignaturesRepository } from './pledge-signatures.repository.js'
import { receiptOf } from './pledge-views.js'
import type { PledgeReceipt, PledgeSignatureIn } from './pledges.dto.js'
import { PledgesRepository } from './pledges.repository.js'
import { strokeFault } from './stroke.js'

@Injectable()
export class PledgeSigningService {
  constructor(
    private readonly pledges: PledgesRepository,
    private readonly signatures: PledgeSignaturesRepository,
    private readonly sealer: PledgeSealer,
    private readonly sessions: SessionService,
    private readonly appointments: AppointmentsService,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly writePolicy: AreaWritePolicy,
    private readonly transactions: Transactions,
    private readonly config: Config,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /**
   * Takes a signature and seals it at once where that works; otherwise the leased job seals it within a minute.
   * @throws DomainError as `accept`
   */
  async sign(
    actor: Actor,
    pledgeId: string,
    client: string,
    body: PledgeSignatureIn,
  ): Promise<PledgeReceipt> {
    const pledge = await this.accept(actor, pledgeId, client, body)
    try {
      await this.sealer.sealCounty(countyCode(pledge.areaCode))
    } catch (error) {
      this.log.warn({ err: error, pledge: pledge.id }, 'seal is left to the job')
    }
    const seal = await this.signatures.sealOfPledge(this.transactions.read, pledge.id)
    return receiptOf(pledge, seal, this.config.publicUrl)
  }

  /**
   * Stores the signer's own signature. It is not called signed before it is sealed. Nobody signs for another: a helper
   * could write any name, so whoever cannot use a phone signs on paper before two witnesses.
   * @throws DomainError NOT_FOUND, PLEDGE_NOT_OPEN, PLEDGE_ALREADY_SIGNED, PLEDGE_SIGNATURE_CONFLICT, PLEDGE_NOT_READ,
   *   PLEDGE_TEXT_CHANGED, STROKE_BLANK, STROKE_TOO_SHORT, STROKE_FILLED, RECHECK_REQUIRED, DEMO_READ_ONLY
   */
  accept(actor: Actor, pledgeId: string, client: string, body: PledgeSignatureIn): Promise<Pledge> {
    return this.transactions.run(async (tx) => {
      const pledge = await this.pledges.findOfSigner(tx, pledgeId, actor.accountId)
      if (!pledge) throw notFound()
      const fingerprint = this.cipher.fingerprint(canonicalJson([actor.accountId, pledgeId, body]))
      if (await this.isRepeated(tx, pledge, body.signatureId, fingerprint)) return pledge
      await this.assertSignable(tx, actor, pledge, body)
      const strokeSealed = this.cipher.seal(
        pledge.wrappedKey,
        pledge.id,
        'stroke',
        canonicalJson(body.stroke),
      )
      // Two at once: the one whose change of state comes second looks again at what the first has stored.
      if (!(await this.pledges.takeSignature(tx, pledge.id))) {
        if (await this.isRepeated(tx, pledge, body.signatureId, fingerprint)) return pledge
        throw new DomainError('PLEDGE_NOT_OPEN')
      }
      await this.signatures.insert(tx, {
        id: body.signatureId,
        pledgeId: pledge.id,
        fingerprint,
        strokeSealed,
        strokeHash: sha256(strokeSealed),
        signedAt: this.clock.now(),
        deviceTime: body.deviceTime === undefined ? null : new Date(body.deviceTime),
        signedOffline: body.signedOffline ? 1 : 0,
        sessionId: actor.sessionId,
        client,
        readSeconds: body.readSeconds ?? null,
        recheckedAt: actor.authenticatedAt,
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
        payload: { pledgeId: pledge.id, signerAccountId: pledge.signerAccountId },
        dedupeKey: `${SEAL_EVENT}:${pledge.id}`,
      })
      return pledge
    })
  }

  /** @throws DomainError when the pledge is signed otherwise, or the id was used for something else */
  private async isRepeated(
    tx: EntityManager,
    pledge: Pledge,
    signatureId: string,
    fingerprint: string,
  ): Promise<boolean> {
    // The same request may be stored between the two looks: then the second finds it.
    const stored =
      (await this.signatures.find(tx, signatureId)) ?? (await this.signatures.ofPledge(tx, pledge.id))
    if (!stored) return false
    if (stored.id !== signatureId) throw new DomainError('PLEDGE_ALREADY_SIGNED')
    if (stored.fingerprint !== fingerprint) throw new DomainError('PLEDGE_SIGNATURE_CONFLICT')
    return true
  }

  private async assertSignable(
    tx: EntityManager,
    actor: Actor,
    pledge: Pledge,
    body: PledgeSignatureIn,
  ): Promise<void> {
    this.writePolicy.assertWritable(pledge.areaCode)
    const isOpen = pledge.state === 'to-sign' || pledge.state === 'declined'
    if (!isOpen || !(await this.holdsPost(tx, pledge))) throw new DomainError('PLEDGE_NOT_OPEN')
    if (!body.readThrough) throw new DomainError('PLEDGE_NOT_READ')
    if (body.textHash !== pledge.textHash) throw new DomainError('PLEDGE_TEXT_CHANGED')
    this.sessions.assertFresh(actor)
    const fault = strokeFault(body.stroke)
    if (fault) throw new DomainError(fault)
  }

  /** Who has left the post meanwhile no longer signs for it. */
  private async holdsPost(tx: EntityManager, pledge: Pledge): Promise<boolean> {
    const holders = await this.appointments.holders(tx, {
      role: pledge.signerRole,
      areaCode: pledge.areaCode,
      on: this.clock.today(),
    })
    return holders.some(
      ({ accountId, subjectId }) =>
        accountId === pledge.signerAccountId && (subjectId ?? '') === pledge.subjectId,
    )
  }
}
