import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import {
  areaColumn,
  codeColumn,
  dateColumn,
  idColumn,
  instantColumn,
} from '../../platform/database/columns.js'

/**
 * `unknown`: handed over without an answer, may be out. `no-credit`: the person has not allowed one. `rejected`: the
 * person, or the binding, does not take messages. `dropped`: nothing was left to say. `unbound`: no WeChat identity.
 */
export type DeliveryState =
  | 'queued'
  | 'sending'
  | 'sent'
  | 'unknown'
  | 'no-credit'
  | 'rejected'
  | 'failed'
  | 'dropped'
  | 'unbound'

/** A message that leaves the app. The unique key over day and person is the rule of one a day. */
@Entity('notification_delivery')
@Index('uq_delivery_day', ['accountId', 'channel', 'day'], { unique: true })
@Index('ix_delivery_state', ['state', 'nextAt'])
export class NotificationDelivery {
  /** The notification that carries the message; others of the day join it. */
  @PrimaryColumn(idColumn('notification_id'))
  notificationId: string

  @PrimaryColumn(codeColumn('channel', 8))
  channel: 'wechat'

  @Column(idColumn('account_id'))
  accountId: string

  @Column(areaColumn('area_code'))
  areaCode: string

  /** Day in China on which it is to leave. */
  @Column(dateColumn('day'))
  day: string

  @Column(codeColumn('state', 12))
  state: DeliveryState

  /** WeChat's code of the last refusal. */
  @Column({ name: 'errcode', type: 'int', nullable: true })
  errcode: number | null

  /** WeChat's id of the message, a 64-bit number kept as text. */
  @Column(codeColumn('message_id', 32, { nullable: true }))
  messageId: string | null

  @Column({ name: 'attempts', type: 'int' })
  attempts: number

  /** Queued: not before. Sending: end of the lease. Unknown: when the wait for WeChat's event ends. */
  @Column(instantColumn('next_at'))
  nextAt: Date

  /** WeChat reported it as sent, perhaps before our call had its answer. */
  @Column(instantColumn('confirmed_at', { nullable: true }))
  confirmedAt: Date | null

  @Column(instantColumn('created_at'))
  createdAt: Date
}
