import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { codeColumn, idColumn, instantColumn, longTextColumn } from '../../platform/database/columns.js'

/** A push of WeChat, kept until it has been worked on: WeChat repeats what was not answered within five seconds. */
@Entity('wechat_push_event')
@Index('uq_push_hash', ['eventHash'], { unique: true })
@Index('ix_push_received', ['receivedAt'])
export class WeChatPushEvent {
  @PrimaryColumn(idColumn('id'))
  id: string

  /** SHA-256 over user, event, time and items: the same push again is the same row. */
  @Column(codeColumn('event_hash', 64))
  eventHash: string

  @Column(codeColumn('openid', 64))
  openId: string

  @Column(codeColumn('event', 48))
  event: string

  /** Items as JSON: template ids, answers, message ids. */
  @Column(longTextColumn('items'))
  items: string

  @Column(instantColumn('received_at'))
  receivedAt: Date
}
