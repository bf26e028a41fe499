import { Column, Entity, PrimaryColumn } from 'typeorm'
import {
  bytesColumn,
  codeColumn,
  dateColumn,
  idColumn,
  instantColumn,
} from '../../platform/database/columns.js'

/** The access token of a mini-program, shared by all replicas. */
@Entity('wechat_token')
export class WeChatToken {
  @PrimaryColumn(codeColumn('appid', 32))
  appid: string

  /** Wrapped data key of the token. */
  @Column(bytesColumn('wrapped_key', 128))
  wrappedKey: Buffer

  /** NULL: none was taken yet. WeChat asks for room for 512 characters. */
  @Column(bytesColumn('token_sealed', 1024, { nullable: true }))
  tokenSealed: Buffer | null

  /** From here on a new one is asked for; the token itself lives five minutes longer. */
  @Column(instantColumn('renew_at', { nullable: true }))
  renewAt: Date | null

  @Column(instantColumn('refreshed_at', { nullable: true }))
  refreshedAt: Date | null

  /** Goes up with each new token. */
  @Column({ name: 'generation', type: 'int' })
  generation: number

  /** The one replica that asks WeChat now, and until when it may. */
  @Column(idColumn('lease_worker', { nullable: true }))
  leaseWorker: string | null

  @Column(instantColumn('lease_until', { nullable: true }))
  leaseUntil: Date | null

  /** Last forced refresh and how many there were that day: WeChat allows one in 30 seconds and 20 a day. */
  @Column(instantColumn('forced_at', { nullable: true }))
  forcedAt: Date | null

  @Column(dateColumn('forced_on', { nullable: true }))
  forcedOn: string | null

  @Column({ name: 'forced_count', type: 'int' })
  forcedCount: number
}
