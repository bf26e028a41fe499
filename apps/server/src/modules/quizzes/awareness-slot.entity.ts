import { Column, Entity, PrimaryColumn } from 'typeorm'
import { areaColumn, codeColumn } from '../../platform/database/columns.js'

/** A share of one tally. Several slots keep writers of the same village off one row; they are summed on read. */
@Entity('awareness_slot')
export class AwarenessSlot {
  @PrimaryColumn(areaColumn('area_code'))
  areaCode: string

  @PrimaryColumn({ name: 'year', type: 'smallint' })
  year: number

  @PrimaryColumn(codeColumn('audience', 16))
  audience: string

  @PrimaryColumn(codeColumn('channel', 16))
  channel: string

  @PrimaryColumn({ name: 'slot', type: 'smallint' })
  slot: number

  /** Counted attempts. */
  @Column({ name: 'valid', type: 'int' })
  valid: number

  /** Counted attempts that reached the pass mark. */
  @Column({ name: 'aware', type: 'int' })
  aware: number
}
