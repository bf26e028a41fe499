import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { codeColumn, idColumn, instantColumn } from '../../platform/database/columns.js'

/** `tap` and `push` are two reports of one consent: the second to come is entered with 0. */
export type CreditReason = 'tap' | 'push' | 'sent' | 'returned' | 'refused' | 'withdrawn'

/** Ledger of what a person allowed and what was used. One tap is one message. */
@Entity('subscription_credit')
@Index('ix_credit_account', ['accountId', 'templateKey', 'createdAt'])
export class SubscriptionCredit {
  /** Made from what it reports, so that a report that comes twice counts once. */
  @PrimaryColumn(idColumn('id'))
  id: string

  @Column(idColumn('account_id'))
  accountId: string

  @Column(codeColumn('template_key', 32))
  templateKey: string

  @Column({ name: 'delta', type: 'int' })
  delta: number

  @Column(codeColumn('reason', 12))
  reason: CreditReason

  /** The other report of the same consent. */
  @Column(idColumn('pair_id', { nullable: true }))
  pairId: string | null

  @Column(instantColumn('created_at'))
  createdAt: Date
}
