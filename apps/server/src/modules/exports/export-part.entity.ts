import { Column, Entity, PrimaryColumn } from 'typeorm'
import { codeColumn, idColumn } from '../../platform/database/columns.js'

/** Where one sealed piece of a kept export lies. Written before the piece is, so that nothing lies there unknown. */
@Entity('export_part')
export class ExportPart {
  @PrimaryColumn(idColumn('export_id'))
  exportId: string

  /** The `worker` that wrote it: two attempts never mix. */
  @PrimaryColumn(idColumn('attempt'))
  attempt: string

  /** 0, 1, 2 … */
  @PrimaryColumn({ name: 'part', type: 'int' })
  part: number

  @Column(codeColumn('address', 64))
  address: string
}
