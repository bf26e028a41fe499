import { Column, Entity, PrimaryColumn } from 'typeorm'
import { codeColumn, idColumn } from '../../platform/database/columns.js'

/** How many messages of a template a person has allowed and not yet received: the sum of his credits. */
@Entity('subscription_balance')
export class SubscriptionBalance {
  @PrimaryColumn(idColumn('account_id'))
  accountId: string

  @PrimaryColumn(codeColumn('template_key', 32))
  templateKey: string

  @Column({ name: 'remaining', type: 'int' })
  remaining: number
}
