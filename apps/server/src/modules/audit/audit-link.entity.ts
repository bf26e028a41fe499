import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { areaColumn, codeColumn, idColumn, instantColumn } from '../../platform/database/columns.js'

/** One link of a county's chain over its audit entries. */
@Entity('audit_chain')
@Index('uq_audit_chain_entry', ['countyCode', 'entryId'], { unique: true })
export class AuditLinkRow {
  @PrimaryColumn(areaColumn('county_code'))
  countyCode: string

  /** 1, 2, 3 … without gaps. */
  @PrimaryColumn({ name: 'seq', type: 'bigint' })
  seq: number

  @Column(idColumn('entry_id'))
  entryId: string

  @Column(codeColumn('entry_hash', 64))
  entryHash: string

  /** `link_hash` of the link before; 64 zeros for the first. */
  @Column(codeColumn('prev_hash', 64))
  prevHash: string

  /** SHA-256 over county, seq, entry, its hash and `prev_hash`. */
  @Column(codeColumn('link_hash', 64))
  linkHash: string

  @Column(instantColumn('sealed_at'))
  sealedAt: Date
}
