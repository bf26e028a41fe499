import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../../platform/clock.js'
import { Config } from '../../../platform/config/config.js'
import { FieldCipher } from '../../../platform/crypto/field-cipher.js'
import { Sealer } from '../../../platform/crypto/sealer.js'
import { DomainError } from '../../../platform/errors/domain-error.js'
import { AccountsService } from '../../accounts/accounts.service.js'
import type { Pledge } from '../pledge.entity.js'
import type { PledgeSeal } from '../pledge-seal.entity.js'
import { openText } from '../pledge-sealer.js'
import type { PledgeSignature } from '../pledge-signature.entity.js'
import { sealNumber, verifyUrl } from '../pledge-views.js'
import { printedCode } from '../verify-code.js'
import { layoutHere } from './evidence-document.js'
import { EVIDENCE_FORMAT, type PledgeEvidence, printedContent } from './pledge-evidence.js'
import { sealedFactsOf } from './verify-evidence.js'

/** Makes the package that a sealed pledge is checked with, away from us. */
@Injectable()
export class EvidencePackages {
  constructor(
    private readonly accounts: AccountsService,
    private readonly cipher: FieldCipher,
    private readonly sealer: Sealer,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError PLEDGE_UNREADABLE when text or stroke can no longer be opened, or the seal is not ours */
  async make(
    tx: EntityManager,
    pledge: Pledge,
    signature: PledgeSignature,
    seal: PledgeSeal,
  ): Promise<PledgeEvidence> {
    const text = openText(this.cipher, pledge)
    const sealKey = this.sealer.signerKey(seal.content, seal.signature)
    const printKey = this.sealer.publicKeys[0]
    if (text === null || !sealKey || !printKey) throw new DomainError('PLEDGE_UNREADABLE')
    const content: PledgeEvidence = {
      format: EVIDENCE_FORMAT,
      title: pledge.title,
      signerName: await this.signerName(tx, pledge),
      number: sealNumber(pledge, seal),
      verifyCode: printedCode(pledge.verifyCode),
      verifyUrl: verifyUrl(this.config.publicUrl, pledge.verifyCode),
      state: pledge.state === 'superseded' || pledge.state === 'revoked' ? pledge.state : 'sealed',
      printedAt: this.clock.now().toISOString(),
      layout: layoutHere(),
      text,
      facts: sealedFactsOf({ seal }),
      stroke: {
        sealed: signature.strokeSealed.toString('base64'),
        key: this.cipher.dataKey(pledge.wrappedKey, pledge.id).toString('base64'),
      },
      seal: { content: seal.content, signature: seal.signature, linkHash: seal.linkHash },
      timestamp: seal.timestampToken?.toString('base64') ?? null,
      keys: { seal: sealKey, print: printKey },
      signature: '',
    }
    return { ...content, signature: this.sealer.seal(printedContent(content)) }
  }

  /** Of a household as it was typed, else the account's. @throws DomainError PLEDGE_UNREADABLE when it cannot be opened */
  async signerName(tx: EntityManager, pledge: Pledge): Promise<string> {
    if (pledge.signerNameSealed === null) return this.accounts.displayName(tx, pledge.signerAccountId)
    try {
      return this.cipher.open(pledge.wrappedKey, pledge.id, 'name', pledge.signerNameSealed)
    } catch {
      throw new DomainError('PLEDGE_UNREADABLE')
    }
  }
}
