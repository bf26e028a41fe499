import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { AppointedRole, Role } from '../../platform/auth/roles.js'
import {
  areaColumn,
  bytesColumn,
  codeColumn,
  dateColumn,
  idColumn,
  instantColumn,
  textColumn,
} from '../../platform/database/columns.js'
import type { PledgeLevel } from './pledge-template.entity.js'

/**
 * `signed-pending-seal`: the signature is stored, nobody calls it signed yet. `withdrawn`: unsigned, and the signer no
 * longer holds the post or a paper took its place. `superseded`: a newer wording took its place. `declined`: the signer
 * said no, with a reason; he may still sign. `revoked`: sealed, and taken back by the town office with a reason.
 */
export const PLEDGE_STATES = [
  'to-sign',
  'signed-pending-seal',
  'sealed',
  'withdrawn',
  'superseded',
  'declined',
  'revoked',
] as const
export type PledgeState = (typeof PLEDGE_STATES)[number]

@Entity('pledge')
@Index('uq_pledge_duty', ['areaCode', 'level', 'year', 'subjectId', 'signerAccountId', 'templateVersion'], {
  unique: true,
})
@Index('uq_pledge_code', ['verifyCode'], { unique: true })
@Index('ix_pledge_signer', ['signerAccountId', 'year'])
@Index('ix_pledge_state', ['state', 'areaCode'])
export class Pledge {
  @PrimaryColumn(idColumn('id'))
  id: string

  /** Village, or the grid of a worker who has one. */
  @Column(areaColumn('area_code'))
  areaCode: string

  @Column(codeColumn('level', 24))
  level: PledgeLevel

  /** The venue or school it is for; empty: the whole area. Never NULL, so that the duty stays unique. */
  @Column(idColumn('subject_id', { default: '' }))
  subjectId: string

  @Column(codeColumn('template_id', 48))
  templateId: string

  @Column({ name: 'template_version', type: 'int' })
  templateVersion: number

  @Column({ name: 'year', type: 'smallint' })
  year: number

  /** Names no person. */
  @Column(textColumn('title', 120))
  title: string

  /** Of a household, which has no account: the slip it signed by. */
  @Column(idColumn('signer_account_id'))
  signerAccountId: string

  /** `resident`: the householder. */
  @Column(codeColumn('signer_role', 24))
  signerRole: Role

  @Column(codeColumn('counterpart_role', 24))
  counterpartRole: AppointedRole

  /** Key of text and stroke; dropping it makes both unreadable. */
  @Column(bytesColumn('wrapped_key', 128))
  wrappedKey: Buffer

  /** The text as it is shown and signed. It holds the signer's name. */
  @Column({ name: 'text_sealed', type: 'mediumblob' })
  textSealed: Buffer

  /** SHA-256 of the text. The text carries a random mark, so that the hash gives no name away. */
  @Column(codeColumn('text_hash', 64))
  textHash: string

  @Column(codeColumn('state', 24))
  state: PledgeState

  @Column(instantColumn('issued_at'))
  issuedAt: Date

  @Column(dateColumn('due_on'))
  dueOn: string

  /** 80 random bits, base 32: known to the signer after signing, opens the public check. */
  @Column(codeColumn('verify_code', 16))
  verifyCode: string

  /** Why it was declined or revoked, sealed with the pledge's key. */
  @Column({ name: 'reason_sealed', type: 'blob', nullable: true })
  reasonSealed: Buffer | null

  @Column(instantColumn('ended_at', { nullable: true }))
  endedAt: Date | null

  /** Number of the household in the village's own list on paper; NULL: no household's pledge. */
  @Column({ name: 'household_no', type: 'int', nullable: true })
  householdNo: number | null

  /** As the householder typed it, sealed with the pledge's key; NULL: the account has the name. */
  @Column({ name: 'signer_name_sealed', type: 'blob', nullable: true })
  signerNameSealed: Buffer | null
}
