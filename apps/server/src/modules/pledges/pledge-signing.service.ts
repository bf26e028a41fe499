import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { canonicalJson } from '../../platform/canonical-json.js'
import { Clock } from '../../platform/clock.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { AppointmentsService } from '../accounts/appointments.service.js'
import { SessionService } from '../accounts/session.service.js'
import type { Pledge } from './pledge.entity.js'
import type { PledgeReceipt, PledgeSignatureIn } from './pledges.dto.js'
import { PledgesRepository } from './pledges.repository.js'
import { SignatureIntake } from './signature-intake.js'

/** Signing as the holder of a post, with the account that has it. */
@Injectable()
export class PledgeSigningService {
  constructor(
    private readonly pledges: PledgesRepository,
    private readonly intake: SignatureIntake,
    private readonly sessions: SessionService,
    private readonly appointments: AppointmentsService,
    private readonly cipher: FieldCipher,
    private readonly writePolicy: AreaWritePolicy,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
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
    return this.intake.seal(await this.accept(actor, pledgeId, client, body))
  }

  /**
   * Stores the signer's own signature. It is not called signed before it is sealed. Nobody signs for another: a helper
   * could write any name, so whoever cannot use a phone signs on paper. A householder signs himself too, at the door on the
   * phone of a cadre who stands by; a witness is not asked for.
   * @throws DomainError NOT_FOUND, PLEDGE_NOT_OPEN, PLEDGE_ALREADY_SIGNED, PLEDGE_SIGNATURE_CONFLICT, PLEDGE_NOT_READ,
   *   PLEDGE_TEXT_CHANGED, STROKE_BLANK, STROKE_TOO_SHORT, STROKE_FILLED, RECHECK_REQUIRED, DEMO_READ_ONLY
   */
  accept(actor: Actor, pledgeId: string, client: string, body: PledgeSignatureIn): Promise<Pledge> {
    return this.transactions.run(async (tx) => {
      const pledge = await this.pledges.findOfSigner(tx, pledgeId, actor.accountId)
      if (!pledge) throw notFound()
      const fingerprint = this.cipher.fingerprint(canonicalJson([actor.accountId, pledgeId, body]))
      const isRepeated = () => this.intake.isRepeated(tx, pledge.id, body.signatureId, fingerprint)
      if (await isRepeated()) return pledge
      await this.assertSignable(tx, actor, pledge, body)
      // Two at once: the one whose change of state comes second looks again at what the first has stored.
      if (!(await this.pledges.takeSignature(tx, pledge.id))) {
        if (await isRepeated()) return pledge
        throw new DomainError('PLEDGE_NOT_OPEN')
      }
      await this.intake.store(tx, pledge, body, {
        fingerprint,
        sessionId: actor.sessionId,
        recheckedAt: actor.authenticatedAt,
        client,
        stoodBy: null,
        signedOffline: body.signedOffline === true,
        actor,
      })
      return pledge
    })
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
    this.sessions.assertFresh(actor)
    this.intake.assertWhole(body, pledge.textHash)
  }

  /** Who has left the post meanwhile no longer signs for it. */
  private async holdsPost(tx: EntityManager, pledge: Pledge): Promise<boolean> {
    if (pledge.signerRole === 'resident') return false
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
