import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { codeColumn, idColumn, instantColumn } from '../../platform/database/columns.js'

/** A printed one-time code that binds a WeChat identity to a prepared account. */
@Entity('binding_code')
@Index('ix_binding_account', ['accountId'])
export class BindingCode {
  /** First four characters: they find the row, so that wrong tries are counted against one code. */
  @PrimaryColumn(codeColumn('selector', 4))
  selector: string

  /** Keyed hash of the whole code. */
  @Column(codeColumn('code_hash', 64))
  codeHash: string

  @Column(idColumn('account_id'))
  accountId: string

  @Column(idColumn('created_by', { nullable: true }))
  createdBy: string | null

  @Column(instantColumn('created_at'))
  createdAt: Date

  @Column(instantColumn('expires_at'))
  expiresAt: Date

  /** Wrong tries. */
  @Column({ name: 'tries', type: 'int' })
  tries: number

  @Column(instantColumn('used_at', { nullable: true }))
  usedAt: Date | null
}
