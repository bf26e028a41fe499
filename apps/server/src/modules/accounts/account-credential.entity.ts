import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { codeColumn, idColumn, instantColumn } from '../../platform/database/columns.js'

/** An outside identity that opens an account. One of a kind each way: a new phone replaces the old one. */
@Entity('account_credential')
@Index('uq_credential_account', ['accountId', 'kind'], { unique: true })
export class AccountCredential {
  @PrimaryColumn(codeColumn('kind', 8))
  kind: 'wechat'

  /** The openid in this mini-program. */
  @PrimaryColumn(codeColumn('external_id', 64))
  externalId: string

  @Column(idColumn('account_id'))
  accountId: string

  @Column(instantColumn('linked_at'))
  linkedAt: Date
}
