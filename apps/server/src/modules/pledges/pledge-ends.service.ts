import { Injectable } from '@nestjs/common'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import type { Pledge } from './pledge.entity.js'
import { PledgeLedger } from './pledge-ledger.js'
import { PledgesRepository } from './pledges.repository.js'

/** Declining to sign, and taking back what was sealed. Both keep the pledge and say why. */
@Injectable()
export class PledgeEnds {
  constructor(
    private readonly pledges: PledgesRepository,
    private readonly ledger: PledgeLedger,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
    private readonly writePolicy: AreaWritePolicy,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * The signer says no, with a reason that those who manage pledges read. He may still sign later.
   * @throws DomainError NOT_FOUND, PLEDGE_NOT_OPEN, DEMO_READ_ONLY
   */
  decline(actor: Actor, id: string, reason: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const pledge = await this.pledges.findOfSigner(tx, id, actor.accountId)
      if (!pledge) throw notFound()
      this.writePolicy.assertWritable(pledge.areaCode)
      const end = this.endOf(pledge, reason)
      if (!(await this.pledges.end(tx, id, ['to-sign', 'declined'], 'declined', end)))
        throw new DomainError('PLEDGE_NOT_OPEN')
      await this.audit.add(tx, {
        actor,
        areaCode: pledge.areaCode,
        action: 'pledge.declined',
        objectType: 'pledge',
        objectId: id,
      })
    })
  }

  /**
   * The town office takes back a sealed pledge that should not have been signed. Text, stroke and seal stay; the public
   * check says that it was revoked, and it counts in no ledger any more.
   * @throws DomainError NOT_FOUND, PLEDGE_NOT_SEALED, DEMO_READ_ONLY
   */
  revoke(actor: Actor, id: string, reason: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const pledge = await this.pledges.findInScope(tx, id, actor.scope)
      if (!pledge) throw notFound()
      this.writePolicy.assertWritable(pledge.areaCode)
      if (!(await this.pledges.end(tx, id, ['sealed'], 'revoked', this.endOf(pledge, reason))))
        throw new DomainError('PLEDGE_NOT_SEALED')
      await this.ledger.void(tx, pledge, actor, '责任状已撤回')
      await this.audit.add(tx, {
        actor,
        areaCode: pledge.areaCode,
        action: 'pledge.revoked',
        objectType: 'pledge',
        objectId: id,
      })
    })
  }

  private endOf(pledge: Pledge, reason: string): { reasonSealed: Buffer; at: Date } {
    const reasonSealed = this.cipher.seal(pledge.wrappedKey, pledge.id, 'reason', reason)
    return { reasonSealed, at: this.clock.now() }
  }
}
