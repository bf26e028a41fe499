import { Injectable } from '@nestjs/common'
import { Transactions } from '../../platform/database/transactions.js'
import { PledgeSealer } from './pledge-sealer.js'
import { PledgeSignaturesRepository } from './pledge-signatures.repository.js'

export type PledgeReport = {
  seals: number
  /** The first thing that is wrong. */
  fault?: { kind: 'broken'; countyCode: string; seq: number } | { kind: 'unsealed'; pledgeId: string }
}

/** Proves every county's chain of seals, and that what is called sealed is in it. */
@Injectable()
export class PledgeProof {
  constructor(
    private readonly signatures: PledgeSignaturesRepository,
    private readonly sealer: PledgeSealer,
    private readonly transactions: Transactions,
  ) {}

  async run(): Promise<PledgeReport> {
    const tx = this.transactions.read
    let seals = 0
    for (const countyCode of await this.signatures.countiesWithSeals(tx)) {
      const broken = await this.sealer.chainBreak(tx, countyCode)
      if (broken) return { seals, fault: { kind: 'broken', countyCode, seq: broken.seq } }
      seals += (await this.signatures.chainEnd(tx, countyCode)).seq
    }
    const pledgeId = await this.signatures.sealedWithoutSeal(tx)
    return pledgeId === undefined ? { seals } : { seals, fault: { kind: 'unsealed', pledgeId } }
  }
}

/** For the person who runs the check. */
export function pledgeLine({ seals, fault }: PledgeReport): string {
  if (!fault) return `pledges: OK, ${seals} seals in their chains.`
  return fault.kind === 'broken'
    ? `pledges: FAILED, the chain of ${fault.countyCode} breaks at seal ${fault.seq}.`
    : `pledges: FAILED, pledge ${fault.pledgeId} is called sealed and has no seal.`
}
