import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { areaColumn, codeColumn, dateColumn } from '../../platform/database/columns.js'

/** How a village stood at the end of a week, as last computed in it. Of the present week: how it stands. */
@Entity('village_week')
@Index('ix_village_week_area', ['areaCode', 'week'])
export class VillageWeek {
  /** Its Monday. */
  @PrimaryColumn(dateColumn('week'))
  week: string

  @PrimaryColumn(areaColumn('area_code'))
  areaCode: string

  /** The last day of the week for which it was computed. */
  @Column(dateColumn('as_of'))
  asOf: string

  /** One letter for each standard and measure, in the order of `GATES`. */
  @Column(codeColumn('states', 32))
  states: string

  /** Of the ten standards; those that are not applicable are in none of the three. */
  @Column({ name: 'met', type: 'smallint' })
  met: number

  @Column({ name: 'not_met', type: 'smallint' })
  notMet: number

  @Column({ name: 'undetermined', type: 'smallint' })
  undetermined: number

  @Column({ name: 'overdue', type: 'int' })
  overdue: number

  /** Computed later, from what the ledger had received by then, by the rules of the day on which it was computed. */
  @Column({ name: 'derived', type: 'boolean' })
  derived: boolean
}
