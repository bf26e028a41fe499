import { Column, Entity, PrimaryColumn } from 'typeorm'
import { areaColumn, dateColumn, instantColumn } from '../../platform/database/columns.js'

/** One row a village: the counter that orders its changes. Locked after a subject's row, never before it. */
@Entity('village_ledger')
export class VillageLedgerRow {
  @PrimaryColumn(areaColumn('area_code'))
  areaCode: string

  /** Rises by one with each accepted change; stamps the record and is the phones' cursor. */
  @Column({ name: 'version', type: 'bigint' })
  version: number

  /** The day the village began to use the ledger. */
  @Column(dateColumn('start_on'))
  startOn: string

  /** Number of the person registered next. Numbers are never given twice. */
  @Column({ name: 'next_person_no', type: 'int' })
  nextPersonNo: number

  @Column(instantColumn('changed_at'))
  changedAt: Date
}
