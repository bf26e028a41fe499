import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AuditEntry } from '../../platform/audit/audit-entry.entity.js'
import { CHAIN_START } from './audit-chain.js'
import type { AuditLinkRow } from './audit-link.entity.js'

export type ChainEnd = { seq: number; linkHash: string }
/** A link and the entry it seals; null: the entry is gone. */
export type SealedEntry = { link: AuditLinkRow; entry: AuditEntry | null }

const ENTRY = `e.id AS id, e.county_code AS countyCode, e.occurred_at AS occurredAt, e.actor_account_id AS actorAccountId,
  e.actor_role AS actorRole, e.area_code AS areaCode, e.action, e.object_type AS objectType, e.object_id AS objectId,
  e.details, e.entry_hash AS entryHash, e.chain_seq AS chainSeq`

@Injectable()
export class AuditChainRepository {
  async counties(tx: EntityManager): Promise<string[]> {
    const rows: { code: string }[] = await tx.query(
      `SELECT DISTINCT county_code AS code FROM audit_entry UNION SELECT DISTINCT county_code FROM audit_chain ORDER BY code`,
    )
    return rows.map((row) => row.code)
  }

  async countiesToSeal(tx: EntityManager): Promise<string[]> {
    const rows: { code: string }[] = await tx.query(
      `SELECT DISTINCT county_code AS code FROM audit_entry WHERE chain_seq IS NULL ORDER BY code`,
    )
    return rows.map((row) => row.code)
  }

  async end(tx: EntityManager, countyCode: string): Promise<ChainEnd> {
    return (await this.lastLink(tx, countyCode, '')) ?? { seq: 0, linkHash: CHAIN_START }
  }

  /** Keeps the end to this transaction: a second sealer waits here. */
  async lockEnd(tx: EntityManager, countyCode: string): Promise<ChainEnd> {
    return (await this.lastLink(tx, countyCode, 'FOR UPDATE')) ?? { seq: 0, linkHash: CHAIN_START }
  }

  /**
   * What the sealer takes next. Going on behind the last id keeps it from walking, batch after batch, over all that it has
   * just sealed: the index still holds those until the database clears them away.
   */
  async unsealed(
    tx: EntityManager,
    countyCode: string,
    after: string,
    limit: number,
  ): Promise<{ id: string; entryHash: string }[]> {
    return tx.query(
      `SELECT id, entry_hash AS entryHash FROM audit_entry WHERE county_code = ? AND chain_seq IS NULL AND id > ? ORDER BY id LIMIT ?`,
      [countyCode, after, limit],
    )
  }

  async append(tx: EntityManager, links: readonly AuditLinkRow[]): Promise<void> {
    const [first] = links
    const last = links.at(-1)
    if (!first || !last) return
    await tx.query(
      `INSERT INTO audit_chain (county_code, seq, entry_id, entry_hash, prev_hash, link_hash, sealed_at) VALUES ${links
        .map(() => '(?, ?, ?, ?, ?, ?, ?)')
        .join(', ')}`,
      links.flatMap((link) => [
        link.countyCode,
        link.seq,
        link.entryId,
        link.entryHash,
        link.prevHash,
        link.linkHash,
        link.sealedAt,
      ]),
    )
    await tx.query(
      `UPDATE audit_entry e JOIN audit_chain c ON c.county_code = e.county_code AND c.entry_id = e.id
       SET e.chain_seq = c.seq WHERE c.county_code = ? AND c.seq BETWEEN ? AND ?`,
      [first.countyCode, first.seq, last.seq],
    )
  }

  /** Links after a position, each with its entry. */
  async sealedAfter(
    tx: EntityManager,
    countyCode: string,
    seq: number,
    limit: number,
  ): Promise<SealedEntry[]> {
    const rows: (AuditEntry & LinkColumns)[] = await tx.query(
      `SELECT c.seq AS linkSeq, c.entry_id AS linkEntryId, c.entry_hash AS linkEntryHash, c.prev_hash AS linkPrevHash,
              c.link_hash AS linkHash, c.sealed_at AS sealedAt, ${ENTRY}
       FROM audit_chain c LEFT JOIN audit_entry e ON e.county_code = c.county_code AND e.id = c.entry_id
       WHERE c.county_code = ? AND c.seq > ? ORDER BY c.seq LIMIT ?`,
      [countyCode, seq, limit],
    )
    return rows.map(
      ({ linkSeq, linkEntryId, linkEntryHash, linkPrevHash, linkHash, sealedAt, ...entry }) => ({
        link: {
          countyCode,
          seq: linkSeq,
          entryId: linkEntryId,
          entryHash: linkEntryHash,
          prevHash: linkPrevHash,
          linkHash,
          sealedAt,
        },
        entry: entry.id === null ? null : entry,
      }),
    )
  }

  /** Entries that wait for the sealer, a page at a time. @param after exclusive */
  async unsealedAfter(
    tx: EntityManager,
    countyCode: string,
    after: string,
    limit: number,
  ): Promise<AuditEntry[]> {
    return tx.query(
      `SELECT ${ENTRY} FROM audit_entry e WHERE e.county_code = ? AND e.chain_seq IS NULL AND e.id > ? ORDER BY e.id LIMIT ?`,
      [countyCode, after, limit],
    )
  }

  /** An entry that says it is sealed although no link holds it: the end of the chain was cut off. */
  async firstWithoutLink(
    tx: EntityManager,
    countyCode: string,
  ): Promise<{ id: string; seq: number } | undefined> {
    const rows: { id: string; seq: number }[] = await tx.query(
      `SELECT e.id, e.chain_seq AS seq FROM audit_entry e LEFT JOIN audit_chain c ON c.county_code = e.county_code AND c.entry_id = e.id
       WHERE e.county_code = ? AND e.chain_seq IS NOT NULL AND c.seq IS NULL ORDER BY e.chain_seq LIMIT 1`,
      [countyCode],
    )
    return rows[0]
  }

  private async lastLink(
    tx: EntityManager,
    countyCode: string,
    lock: '' | 'FOR UPDATE',
  ): Promise<ChainEnd | undefined> {
    const rows: ChainEnd[] = await tx.query(
      `SELECT seq, link_hash AS linkHash FROM audit_chain WHERE county_code = ? ORDER BY seq DESC LIMIT 1 ${lock}`,
      [countyCode],
    )
    return rows[0]
  }
}

type LinkColumns = {
  linkSeq: number
  linkEntryId: string
  linkEntryHash: string
  linkPrevHash: string
  linkHash: string
  sealedAt: Date
}
