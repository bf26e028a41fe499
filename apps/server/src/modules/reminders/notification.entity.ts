import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import {
  areaColumn,
  codeColumn,
  idColumn,
  instantColumn,
  longTextColumn,
} from '../../platform/database/columns.js'
import type { TextKey } from './reminder-texts.js'

/** A line of a person's inbox. Kept for 90 days. */
@Entity('notification')
@Index('ix_notification_account', ['accountId', 'id'])
@Index('ix_notification_message', ['messageId'])
@Index('ix_notification_created', ['createdAt'])
export class Notification {
  @PrimaryColumn(idColumn('id'))
  id: string

  @Column(idColumn('account_id'))
  accountId: string

  @Column(areaColumn('area_code'))
  areaCode: string

  @Column(codeColumn('text_key', 24))
  textKey: TextKey

  /** Counts and dates as JSON; never a value that names or describes a person. */
  @Column(longTextColumn('params'))
  params: string

  @Column(codeColumn('target', 60, { nullable: true }))
  target: string | null

  /** The WeChat message that speaks of it, by the notification that carries it. NULL: in the app only. */
  @Column(idColumn('message_id', { nullable: true }))
  messageId: string | null

  @Column(instantColumn('created_at'))
  createdAt: Date

  @Column(instantColumn('read_at', { nullable: true }))
  readAt: Date | null
}
