import { Injectable } from '@nestjs/common'
import { Clock } from '../../platform/clock.js'
import { isDuplicateKey, Transactions } from '../../platform/database/transactions.js'
import { linkHash } from './audit-chain.js'
import { AuditChainRepository } from './audit-chain.repository.js'
import type { AuditLinkRow } from './audit-link.entity.js'

const BATCH = 1_000

/**
 * Links committed audit entries into their county's chain, in batches, so that business transactions never wait for one
 * another's audit entry. Two sealers at once do no harm: positions are unique, and the second one waits or gives way.
 */
@Injectable()
export class AuditSealer {
  constructor(
    private readonly chain: AuditChainRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @returns how many entries were sealed */
  async run(): Promise<number> {
    let sealed = 0
    for (const county of await this.chain.countiesToSeal(this.transactions.read)) {
      let after = ''
      for (;;) {
        const batch = await this.sealBatch(county, after)
        sealed += batch.length
        if (batch.length < BATCH) break
        after = batch.at(-1)?.entryId ?? after
      }
    }
    return sealed
  }

  /** @param after exclusive; what was committed late before it is for the next run */
  private async sealBatch(countyCode: string, after: string): Promise<readonly AuditLinkRow[]> {
    try {
      return await this.transactions.run(async (tx) => {
        const end = await this.chain.lockEnd(tx, countyCode)
        const entries = await this.chain.unsealed(tx, countyCode, after, BATCH)
        const links: AuditLinkRow[] = []
        let prevHash = end.linkHash
        for (const { id, entryHash } of entries) {
          const link = { countyCode, seq: end.seq + links.length + 1, entryId: id, entryHash, prevHash }
          prevHash = linkHash(link)
          links.push({ ...link, linkHash: prevHash, sealedAt: this.clock.now() })
        }
        await this.chain.append(tx, links)
        return links
      })
    } catch (error) {
      // Another replica began the chain at the same moment; the next run goes on behind it.
      if (isDuplicateKey(error)) return []
      throw error
    }
  }
}
