import { Inject, Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { Sealer, sha256 } from '../../platform/crypto/sealer.js'
import { isDuplicateKey, Transactions } from '../../platform/database/transactions.js'
import { LOG } from '../../platform/log.token.js'
import type { Log } from '../../platform/logging.js'
import { TimeStamps } from '../../platform/time-stamp/time-stamps.js'
import type { Pledge } from './pledge.entity.js'
import { PledgeLedger } from './pledge-ledger.js'
import type { PledgeSeal } from './pledge-seal.entity.js'
import type { PledgeSignature } from './pledge-signature.entity.js'
import { PledgeSignaturesRepository } from './pledge-signatures.repository.js'
import { chainBreak, type LinkChecks, linkHash, type SealedFacts, sealContent } from './pledge-verifier.js'
import { PledgesRepository } from './pledges.repository.js'

export const SEAL_EVENT = 'pledge.seal'
const BATCH = 50
/** Each round another sealer goes ahead, so this many replicas sealing one county at one moment would be needed. */
const MAX_ROUNDS = 20

type Signed = { pledge: Pledge; signature: PledgeSignature }

/**
 * Seals signed pledges and links the seals into the county's chain. Anybody may call it at any time: positions and
 * pledges are unique in the chain, so of two sealers one goes first and the other goes on behind it.
 */
@Injectable()
export class PledgeSealer {
  private readonly rounds = new Map<string, { running: Promise<number>; next?: Promise<number> }>()

  constructor(
    private readonly pledges: PledgesRepository,
    private readonly signatures: PledgeSignaturesRepository,
    private readonly ledger: PledgeLedger,
    private readonly cipher: FieldCipher,
    private readonly sealer: Sealer,
    private readonly stamps: TimeStamps,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Seals what a crash left behind. */
  async sweep(): Promise<void> {
    for (const county of await this.signatures.countiesAwaitingSeal(this.transactions.read))
      await this.sealCounty(county)
  }

  /**
   * One round at a time in a process: who comes while one is under way shares the next, which seals for all of them at
   * once. Many who sign at the same moment would otherwise contend for one end of the chain.
   * @returns how many pledges the round sealed
   */
  sealCounty(county: string): Promise<number> {
    const round = this.rounds.get(county)
    if (!round) return this.startRound(county)
    round.next ??= round.running.then(
      () => this.startRound(county),
      () => this.startRound(county),
    )
    return round.next
  }

  private startRound(county: string): Promise<number> {
    const running = this.sealWaiting(county).finally(() => {
      if (this.rounds.get(county)?.running === running) this.rounds.delete(county)
    })
    this.rounds.set(county, { running })
    return running
  }

  private async sealWaiting(county: string): Promise<number> {
    let sealed = 0
    let afterId = ''
    for (;;) {
      const batch = await this.sealBatch(county, afterId)
      sealed += batch.sealed
      if (batch.lastId === undefined) return sealed
      afterId = batch.lastId
    }
  }

  /** Where a county's chain breaks; undefined when it holds. */
  async chainBreak(tx: EntityManager, county: string): Promise<{ seq: number } | undefined> {
    return chainBreak(await this.signatures.chain(tx, county), this.checks)
  }

  /** What a link is checked with: our keys, and the authorities we trust. */
  get checks(): LinkChecks {
    return {
      signature: (content, signature) => this.sealer.verify(content, signature),
      timestamp: (token, hash) => this.stamps.check(token, hash).isTrusted,
    }
  }

  private async sealBatch(
    county: string,
    afterId: string,
  ): Promise<{ sealed: number; lastId: string | undefined }> {
    for (let round = 1; ; round++) {
      try {
        return await this.transactions.run((tx) => this.appendBatch(tx, county, afterId))
      } catch (error) {
        if (!isDuplicateKey(error) || round === MAX_ROUNDS) throw error
      }
    }
  }

  private async appendBatch(
    tx: EntityManager,
    county: string,
    afterId: string,
  ): Promise<{ sealed: number; lastId: string | undefined }> {
    const waiting = await this.signatures.awaitingSeal(tx, AreaScope.of(county), afterId, BATCH)
    const end = await this.signatures.chainEnd(tx, county)
    const whole = waiting.filter((one) => this.isWhole(one))
    const seals: PledgeSeal[] = []
    let prevHash = end.linkHash
    for (const { pledge, signature } of whole) {
      const position = {
        countyCode: county,
        seq: end.seq + seals.length + 1,
        prevHash,
        sealedAt: this.clock.now(),
      }
      const content = sealContent(sealedFacts(pledge, signature), position)
      const seal = this.sealer.seal(content)
      prevHash = linkHash(content, seal)
      seals.push({
        ...position,
        pledgeId: pledge.id,
        content,
        signature: seal,
        linkHash: prevHash,
        timestampToken: null,
        isStampDue: this.stamps.isOn ? 1 : 0,
      })
    }
    await this.signatures.appendSeals(tx, seals)
    for (const { pledge } of whole) {
      await this.pledges.move(tx, pledge.id, 'signed-pending-seal', 'sealed')
      await this.pledges.supersedeOlder(tx, pledge, 'sealed')
    }
    await this.ledger.writeSealed(tx, whole)
    const isLast = waiting.length < BATCH
    return { sealed: seals.length, lastId: isLast ? undefined : waiting.at(-1)?.pledge.id }
  }

  /** What was changed between signing and sealing is never sealed; it stays unsigned and is reported. */
  private isWhole({ pledge, signature }: Signed): boolean {
    const text = openText(this.cipher, pledge)
    const isWhole =
      text !== null &&
      sha256(text) === pledge.textHash &&
      sha256(signature.strokeSealed) === signature.strokeHash
    if (!isWhole) this.log.error({ pledge: pledge.id }, 'signed pledge was changed before it was sealed')
    return isWhole
  }
}

/** The text of a pledge; null when it was altered or its key was dropped. */
export function openText(cipher: FieldCipher, pledge: Pledge): string | null {
  try {
    return cipher.open(pledge.wrappedKey, pledge.id, 'text', pledge.textSealed)
  } catch {
    return null
  }
}

/** Why a pledge was declined or revoked, in the words of the one who did. */
export const openReason = (
  cipher: FieldCipher,
  pledge: Pick<Pledge, 'id' | 'wrappedKey'>,
  sealed: Buffer,
): string => cipher.open(pledge.wrappedKey, pledge.id, 'reason', sealed)

export function sealedFacts(pledge: Pledge, signature: PledgeSignature): SealedFacts {
  return {
    pledgeId: pledge.id,
    level: pledge.level,
    areaCode: pledge.areaCode,
    ...(pledge.subjectId === '' ? {} : { subjectId: pledge.subjectId }),
    year: pledge.year,
    templateId: pledge.templateId,
    templateVersion: pledge.templateVersion,
    textHash: pledge.textHash,
    signerAccountId: pledge.signerAccountId,
    signerRole: pledge.signerRole,
    ...(pledge.householdNo === null ? {} : { household: pledge.householdNo }),
    ...(signature.stoodBy === null ? {} : { holderAccountId: signature.stoodBy }),
    signatureId: signature.id,
    strokeHash: signature.strokeHash,
    signedAt: signature.signedAt,
    deviceTime: signature.deviceTime,
    ...(signature.signedOffline ? { signedOffline: true as const } : {}),
    sessionId: signature.sessionId,
    client: signature.client,
    readSeconds: signature.readSeconds,
    recheckedAt: signature.recheckedAt,
  }
}
