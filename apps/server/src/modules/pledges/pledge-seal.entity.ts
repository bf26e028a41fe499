import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import {
  areaColumn,
  codeColumn,
  idColumn,
  instantColumn,
  longTextColumn,
} from '../../platform/database/columns.js'

/** A link of the county's chain of seals. Never updated, but for a time stamp that arrives later. */
@Entity('pledge_seal')
@Index('uq_pledge_seal', ['pledgeId'], { unique: true })
@Index('ix_pledge_seal_due', ['isStampDue', 'countyCode', 'seq'])
export class PledgeSeal {
  @PrimaryColumn(areaColumn('county_code'))
  countyCode: string

  /** 1, 2, 3 … without a gap. */
  @PrimaryColumn({ name: 'seq', type: 'bigint' })
  seq: number

  @Column(idColumn('pledge_id'))
  pledgeId: string

  /** Canonical JSON that was signed. */
  @Column(longTextColumn('content'))
  content: string

  /** Ed25519 over the content, base64. */
  @Column(codeColumn('signature', 128))
  signature: string

  /** Link hash of the seal before; zeros for the first. */
  @Column(codeColumn('prev_hash', 64))
  prevHash: string

  /** SHA-256 over content and signature. */
  @Column(codeColumn('link_hash', 64))
  linkHash: string

  @Column(instantColumn('sealed_at'))
  sealedAt: Date

  /** RFC 3161 token over the link hash; NULL until a time-stamping authority has given one. */
  @Column({ name: 'timestamp_token', type: 'mediumblob', nullable: true })
  timestampToken: Buffer | null

  /** 1: an authority is configured and has not stamped it yet. */
  @Column({ name: 'is_stamp_due', type: 'tinyint', default: 0 })
  isStampDue: number
}
