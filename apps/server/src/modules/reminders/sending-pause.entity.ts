import { Column, Entity, PrimaryColumn } from 'typeorm'
import { codeColumn, instantColumn } from '../../platform/database/columns.js'

/** WeChat wants nothing for a while: of anything (`all`), or of one template. One row for all replicas. */
@Entity('sending_pause')
export class SendingPause {
  /** `all`, or the key of a template. */
  @PrimaryColumn(codeColumn('name', 32))
  name: string

  @Column(instantColumn('until_at'))
  untilAt: Date

  /** WeChat's code that asked for it. */
  @Column({ name: 'errcode', type: 'int' })
  errcode: number
}
