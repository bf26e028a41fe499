import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { ROLE_LABELS } from '../../platform/auth/roles.js'
import { Clock } from '../../platform/clock.js'
import { Config } from '../../platform/config/config.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { TimeStamps } from '../../platform/time-stamp/time-stamps.js'
import { AccountsService } from '../accounts/accounts.service.js'
import { AreasService } from '../areas/areas.service.js'
import { documentOf } from './evidence/evidence-document.js'
import { EvidencePackages } from './evidence/evidence-packages.js'
import type { PledgeEvidence } from './evidence/pledge-evidence.js'
import type { Pledge } from './pledge.entity.js'
import type { PledgeDocument } from './pledge-pdf.js'
import type { PledgeSeal } from './pledge-seal.entity.js'
import { openReason, openText, PledgeSealer, sealedFacts } from './pledge-sealer.js'
import type { PledgeSignature } from './pledge-signature.entity.js'
import { PledgeSignaturesRepository } from './pledge-signatures.repository.js'
import { isIntact } from './pledge-verifier.js'
import { headOf, LEVEL_TITLES, printedAsNumbers, sealNumber, timestampOf, verifyUrl } from './pledge-views.js'
import type { PledgeCheck, PledgeHead, PledgeOut } from './pledges.dto.js'
import { PledgesRepository } from './pledges.repository.js'
import type { Stroke } from './stroke.js'
import { printedCode, readVerifyCode } from './verify-code.js'

/** What goes on paper. A sealed pledge carries its evidence, and is drawn again from it alone. */
export type PrintedPledge = { document: PledgeDocument; evidence?: PledgeEvidence; printedAt: Date }

type Evidence = { pledge: Pledge; signature: PledgeSignature | null; seal: PledgeSeal | null }

/** Pledges as their signer, those who manage them, and the public see them. */
@Injectable()
export class PledgeReader {
  constructor(
    private readonly pledges: PledgesRepository,
    private readonly signatures: PledgeSignaturesRepository,
    private readonly accounts: AccountsService,
    private readonly areas: AreasService,
    private readonly packages: EvidencePackages,
    private readonly cipher: FieldCipher,
    private readonly seals: PledgeSealer,
    private readonly stamps: TimeStamps,
    private readonly audit: Audit,
    private readonly transactions: Transactions,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async mine(actor: Actor): Promise<PledgeHead[]> {
    const tx = this.transactions.read
    const pledges = await this.pledges.listOfSigner(tx, actor.accountId)
    const names = await this.areas.names(
      tx,
      pledges.map(({ areaCode }) => areaCode),
    )
    const seals = await this.signatures.sealsOfPledges(
      tx,
      pledges.map(({ id }) => id),
    )
    return pledges.map((pledge) => headOf(pledge, names.get(pledge.areaCode) ?? '', seals.get(pledge.id)))
  }

  /**
   * The whole text, for the signer alone.
   * @throws DomainError NOT_FOUND, PLEDGE_UNREADABLE
   */
  async open(actor: Actor, id: string): Promise<PledgeOut> {
    const tx = this.transactions.read
    const pledge = await this.pledges.findOfSigner(tx, id, actor.accountId)
    if (!pledge) throw notFound()
    const { signature, seal } = await this.evidence(tx, pledge)
    const text = openText(this.cipher, pledge)
    if (text === null) throw new DomainError('PLEDGE_UNREADABLE')
    const area = await this.areas.find(tx, pledge.areaCode)
    const code = signature ? { verifyCode: printedCode(pledge.verifyCode) } : {}
    return {
      ...headOf(pledge, area?.name ?? '', seal ?? undefined),
      areaCode: pledge.areaCode,
      template: { id: pledge.templateId, version: pledge.templateVersion },
      text,
      textHash: pledge.textHash,
      ...printedAsNumbers(text),
      signer: {
        name: await this.accounts.displayName(tx, pledge.signerAccountId),
        role: pledge.signerRole,
        roleLabel: ROLE_LABELS[pledge.signerRole],
      },
      ...code,
      ...(pledge.reasonSealed ? { reason: openReason(this.cipher, pledge, pledge.reasonSealed) } : {}),
      ...(signature
        ? {
            signedAt: signature.signedAt.toISOString(),
            ...(signature.signedOffline && signature.deviceTime
              ? { deviceTime: signature.deviceTime.toISOString() }
              : {}),
            verifyUrl: verifyUrl(this.config.publicUrl, pledge.verifyCode),
            timestamp: timestampOf(seal),
          }
        : {}),
      ...(seal ? { number: sealNumber(pledge, seal) } : {}),
    }
  }

  /**
   * What goes on paper, for the signer and for those who manage pledges in the area. A sealed one carries its evidence.
   * @throws DomainError NOT_FOUND, PLEDGE_UNREADABLE
   */
  async print(actor: Actor, id: string): Promise<PrintedPledge> {
    const tx = this.transactions.read
    return this.printed(tx, await this.readable(tx, actor, id))
  }

  /** The same for whoever may have it. @throws DomainError PLEDGE_UNREADABLE */
  async printed(tx: EntityManager, pledge: Pledge): Promise<PrintedPledge> {
    const { signature, seal } = await this.evidence(tx, pledge)
    if (signature && seal) {
      const evidence = await this.packages.make(tx, pledge, signature, seal)
      return { document: documentOf(evidence), evidence, printedAt: new Date(evidence.printedAt) }
    }
    const text = openText(this.cipher, pledge)
    if (text === null) throw new DomainError('PLEDGE_UNREADABLE')
    return {
      document: {
        text,
        title: pledge.title,
        signerName: await this.packages.signerName(tx, pledge),
        signature: signature && {
          stroke: this.strokeOf(pledge, signature),
          strokeHash: signature.strokeHash,
          signedAt: signature.signedAt,
        },
        seal: null,
        textHash: pledge.textHash,
        state: 'unsealed',
        verifyCode: printedCode(pledge.verifyCode),
        verifyUrl: verifyUrl(this.config.publicUrl, pledge.verifyCode),
      },
      printedAt: this.clock.now(),
    }
  }

  /**
   * The evidence of a sealed pledge alone, for the same people.
   * @throws DomainError NOT_FOUND, PLEDGE_NOT_SEALED, PLEDGE_UNREADABLE
   */
  async evidenceOf(actor: Actor, id: string): Promise<PledgeEvidence> {
    const { evidence } = await this.print(actor, id)
    if (!evidence) throw new DomainError('PLEDGE_NOT_SEALED')
    return evidence
  }

  /** What anybody may learn from a code: whether the pledge is genuine and unchanged, not whose it is. */
  async check(typedCode: string): Promise<PledgeCheck> {
    const tx = this.transactions.read
    const code = readVerifyCode(typedCode)
    const pledge = code === undefined ? null : await this.pledges.findByVerifyCode(tx, code)
    const { signature, seal } = pledge ? await this.evidence(tx, pledge) : { signature: null, seal: null }
    if (!pledge || !signature) return { valid: false, state: 'unknown' }
    const head = { title: LEVEL_TITLES[pledge.level], year: pledge.year, version: pledge.templateVersion }
    if (!seal)
      return { valid: false, state: pledge.state === 'signed-pending-seal' ? 'sealing' : 'altered', ...head }
    const previousLinkHash = await this.signatures.linkHashAt(tx, seal.countyCode, Number(seal.seq) - 1)
    const intact = isIntact(
      {
        facts: sealedFacts(pledge, signature),
        text: openText(this.cipher, pledge),
        strokeSealed: signature.strokeSealed,
        seal,
        previousLinkHash,
      },
      this.seals.checks,
    )
    const isCurrent = pledge.state === 'sealed'
    return {
      valid: intact && isCurrent,
      state: intact
        ? isCurrent
          ? 'valid'
          : pledge.state === 'revoked'
            ? 'revoked'
            : 'superseded'
        : 'altered',
      ...head,
      number: sealNumber(pledge, seal),
      sealedAt: seal.sealedAt.toISOString(),
      ...(intact ? this.stampOf(seal) : { timestamp: timestampOf(seal) }),
    }
  }

  /** When and by whom a whole seal was stamped. */
  private stampOf(seal: PledgeSeal): Pick<PledgeCheck, 'timestamp' | 'stampedAt' | 'stampedBy'> {
    if (!seal.timestampToken) return { timestamp: timestampOf(seal) }
    const { at, by } = this.stamps.check(seal.timestampToken, seal.linkHash)
    return { timestamp: 'present', stampedAt: at.toISOString(), stampedBy: by }
  }

  private async readable(tx: EntityManager, actor: Actor, id: string): Promise<Pledge> {
    const own = await this.pledges.findOfSigner(tx, id, actor.accountId)
    const pledge = own ?? (await this.openAsManager(actor, id))
    if (!pledge) throw notFound()
    return pledge
  }

  private async evidence(tx: EntityManager, pledge: Pledge): Promise<Evidence> {
    return {
      pledge,
      signature: await this.signatures.ofPledge(tx, pledge.id),
      seal: await this.signatures.sealOfPledge(tx, pledge.id),
    }
  }

  /** Reading somebody else's pledge names a person, so it leaves an entry. */
  private openAsManager(actor: Actor, id: string): Promise<Pledge | null> {
    if (!actor.permissions.has('pledge.manage')) return Promise.resolve(null)
    return this.transactions.run(async (tx) => {
      const pledge = await this.pledges.findInScope(tx, id, actor.scope)
      if (pledge)
        await this.audit.add(tx, {
          actor,
          areaCode: pledge.areaCode,
          action: 'pledge.printed',
          objectType: 'pledge',
          objectId: pledge.id,
        })
      return pledge
    })
  }

  private strokeOf(pledge: Pledge, signature: PledgeSignature): Stroke | null {
    try {
      return JSON.parse(this.cipher.open(pledge.wrappedKey, pledge.id, 'stroke', signature.strokeSealed))
    } catch {
      return null
    }
  }
}
