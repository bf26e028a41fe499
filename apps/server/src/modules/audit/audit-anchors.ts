import { createReadStream } from 'node:fs'
import { appendFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Injectable } from '@nestjs/common'
import { Clock } from '../../platform/clock.js'
import { Config } from '../../platform/config/config.js'
import { Sealer } from '../../platform/crypto/sealer.js'
import { Transactions } from '../../platform/database/transactions.js'
import { type Anchor, type AnchorContent, anchorText } from './audit-chain.js'
import { AuditChainRepository } from './audit-chain.repository.js'

/** Daily notes of each chain's end in files beside the database. Copy them elsewhere: they prove what was there. */
@Injectable()
export class AuditAnchors {
  constructor(
    private readonly chain: AuditChainRepository,
    private readonly transactions: Transactions,
    private readonly sealer: Sealer,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Adds today's anchor for every county whose chain has grown. @returns how many were written */
  async run(): Promise<number> {
    const { read } = this.transactions
    let written = 0
    for (const countyCode of await this.chain.counties(read)) {
      const end = await this.chain.end(read, countyCode)
      const anchors = await this.read(countyCode)
      const last = anchors.at(-1)
      if (end.seq === 0 || last?.date === this.clock.today() || last?.seq === end.seq) continue
      await this.append({
        format: 'audit-anchor@1',
        countyCode,
        date: this.clock.today(),
        ...end,
        at: this.clock.now().toISOString(),
      })
      written += 1
    }
    return written
  }

  /**
   * The anchors on file, oldest first.
   * @throws SyntaxError when a line is not JSON
   */
  async read(countyCode: string): Promise<Anchor[]> {
    const anchors: Anchor[] = []
    try {
      const lines = createInterface({ input: createReadStream(this.path(countyCode), 'utf8') })
      for await (const line of lines) if (line.trim() !== '') anchors.push(JSON.parse(line))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
    return anchors
  }

  private async append(content: AnchorContent): Promise<void> {
    const anchor: Anchor = { ...content, signature: this.sealer.seal(anchorText(content)) }
    await mkdir(this.folder, { recursive: true })
    await appendFile(this.path(content.countyCode), `${JSON.stringify(anchor)}\n`)
  }

  private get folder(): string {
    return join(this.config.env.DATA_DIR, 'audit-anchors')
  }

  private path(countyCode: string): string {
    return join(this.folder, `${countyCode}.jsonl`)
  }
}
