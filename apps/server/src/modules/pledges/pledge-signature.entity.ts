import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { codeColumn, idColumn, instantColumn } from '../../platform/database/columns.js'

/** The act of signing: stroke, time, and how the signer was known. */
@Entity('pledge_signature')
@Index('uq_pledge_signature', ['pledgeId'], { unique: true })
export class PledgeSignature {
  /** Made on the phone: a retry after a lost answer finds the same row. */
  @PrimaryColumn(idColumn('id'))
  id: string

  @Column(idColumn('pledge_id'))
  pledgeId: string

  /** Keyed hash of the whole request, to tell a retry from another signature. */
  @Column(codeColumn('fingerprint', 64))
  fingerprint: string

  @Column({ name: 'stroke_sealed', type: 'mediumblob' })
  strokeSealed: Buffer

  /** SHA-256 of the sealed stroke. */
  @Column(codeColumn('stroke_hash', 64))
  strokeHash: string

  /** Server's time. */
  @Column(instantColumn('signed_at'))
  signedAt: Date

  @Column(instantColumn('device_time', { nullable: true }))
  deviceTime: Date | null

  /** 1: signed without a network and confirmed by the signer later; `deviceTime` is the phone's time of signing. */
  @Column({ name: 'signed_offline', type: 'tinyint', default: 0 })
  signedOffline: number

  /** NULL: signed with the code of a slip, without signing in. */
  @Column(idColumn('session_id', { nullable: true }))
  sessionId: string | null

  @Column(codeColumn('client', 8))
  client: string

  /** By the phone: shown, never judged. */
  @Column({ name: 'read_seconds', type: 'int', nullable: true })
  readSeconds: number | null

  /** When the person had last proved who he is; NULL: no account was checked, the slip let him in. */
  @Column(instantColumn('rechecked_at', { nullable: true }))
  recheckedAt: Date | null

  /** The cadre on whose phone a household signed at its door. */
  @Column(idColumn('stood_by', { nullable: true }))
  stoodBy: string | null
}
