import { Column, Entity, PrimaryColumn } from 'typeorm'
import { codeColumn, instantColumn } from '../../platform/database/columns.js'

/** The last run of a command of operation. */
@Entity('operation_mark')
export class OperationMark {
  @PrimaryColumn(codeColumn('name', 40))
  name: string

  @Column(instantColumn('at'))
  at: Date

  /** Whether it ended as it should. */
  @Column({ name: 'is_ok', type: 'tinyint' })
  isOk: number
}
