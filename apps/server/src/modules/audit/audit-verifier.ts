import { Injectable } from '@nestjs/common'
import { auditEntryHash } from '../../platform/audit/audit.js'
import { Sealer } from '../../platform/crypto/sealer.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AuditAnchors } from './audit-anchors.js'
import { type Anchor, anchorText, CHAIN_START, linkHash } from './audit-chain.js'
import { AuditChainRepository, type SealedEntry } from './audit-chain.repository.js'

const PAGE = 2_000

export type Fault = {
  kind: /** The entry's columns are no longer what was hashed. */
    | 'entryChanged'
    /** A link without its entry. */
    | 'entryRemoved'
    /** A position is missing, or the end was cut off. */
    | 'linkRemoved'
    /** Links do not follow one another. */
    | 'reordered'
    /** A link was rewritten by itself. */
    | 'linkChanged'
    /** The chain is not the one that was anchored that day. */
    | 'anchorMismatch'
    /** An anchor was not written by this town's key. */
    | 'anchorForged'
  seq?: number
  entryId?: string
  date?: string
}

export type ChainReport = {
  countyCode: string
  links: number
  /** Entries that the sealer has not reached yet. */
  unsealed: number
  anchors: number
  /** The first thing that is wrong. */
  fault?: Fault
}

/** Recomputes every hash of the audit trail, a page at a time; the database reads the next one meanwhile. */
@Injectable()
export class AuditVerifier {
  constructor(
    private readonly chain: AuditChainRepository,
    private readonly anchors: AuditAnchors,
    private readonly sealer: Sealer,
    private readonly transactions: Transactions,
  ) {}

  async run(): Promise<ChainReport[]> {
    const reports: ChainReport[] = []
    for (const county of await this.chain.counties(this.transactions.read))
      reports.push(await this.county(county))
    return reports
  }

  private async county(countyCode: string): Promise<ChainReport> {
    const anchors = await this.anchors.read(countyCode)
    const expected = new Map(anchors.map((anchor) => [anchor.seq, anchor]))
    const report: ChainReport = { countyCode, links: 0, unsealed: 0, anchors: anchors.length }
    report.fault = anchors.map((anchor) => this.anchorFault(countyCode, anchor)).find((fault) => fault)
    report.fault ??= await this.walk(report, expected)
    report.fault ??= await this.cutOff(report, anchors)
    report.fault ??= await this.tail(report)
    return report
  }

  private async walk(report: ChainReport, anchors: ReadonlyMap<number, Anchor>): Promise<Fault | undefined> {
    let prevHash = CHAIN_START
    for await (const page of this.pages(report.countyCode))
      for (const sealed of page) {
        const fault = linkFault(sealed, report.links + 1, prevHash)
        if (fault) return fault
        const anchor = anchors.get(sealed.link.seq)
        if (anchor && anchor.linkHash !== sealed.link.linkHash)
          return { kind: 'anchorMismatch', seq: anchor.seq, date: anchor.date }
        prevHash = sealed.link.linkHash
        report.links += 1
      }
    return undefined
  }

  private async *pages(countyCode: string): AsyncGenerator<SealedEntry[]> {
    const { read } = this.transactions
    let next = this.chain.sealedAfter(read, countyCode, 0, PAGE)
    for (;;) {
      const page = await next
      const last = page.at(-1)
      if (!last) return
      next = this.chain.sealedAfter(read, countyCode, last.link.seq, PAGE)
      // Whoever has found a fault asks for no more pages; what becomes of this one is then nobody's concern.
      next.catch(() => undefined)
      yield page
    }
  }

  private async cutOff(report: ChainReport, anchors: readonly Anchor[]): Promise<Fault | undefined> {
    const loose = await this.chain.firstWithoutLink(this.transactions.read, report.countyCode)
    if (loose) return { kind: 'linkRemoved', seq: loose.seq, entryId: loose.id }
    const beyond = anchors.find((anchor) => anchor.seq > report.links)
    return beyond && { kind: 'linkRemoved', seq: report.links + 1, date: beyond.date }
  }

  /** Entries not yet sealed prove nothing about removal, but each still carries its own hash. */
  private async tail(report: ChainReport): Promise<Fault | undefined> {
    for (let after = ''; ; ) {
      const page = await this.chain.unsealedAfter(this.transactions.read, report.countyCode, after, PAGE)
      for (const entry of page) {
        if (auditEntryHash(entry) !== entry.entryHash) return { kind: 'entryChanged', entryId: entry.id }
        report.unsealed += 1
      }
      const last = page.at(-1)
      if (!last) return undefined
      after = last.id
    }
  }

  private anchorFault(countyCode: string, anchor: Anchor): Fault | undefined {
    const isOurs =
      anchor.countyCode === countyCode && this.sealer.verify(anchorText(anchor), anchor.signature)
    return isOurs ? undefined : { kind: 'anchorForged', date: anchor.date }
  }
}

function linkFault({ link, entry }: SealedEntry, seq: number, prevHash: string): Fault | undefined {
  const at = { seq: link.seq, entryId: link.entryId }
  if (link.seq !== seq) return { kind: 'linkRemoved', seq }
  if (link.prevHash !== prevHash) return { kind: 'reordered', ...at }
  if (linkHash(link) !== link.linkHash) return { kind: 'linkChanged', ...at }
  if (!entry) return { kind: 'entryRemoved', ...at }
  if (auditEntryHash(entry) !== link.entryHash || entry.entryHash !== link.entryHash)
    return { kind: 'entryChanged', ...at }
  return entry.chainSeq === link.seq ? undefined : { kind: 'reordered', ...at }
}
