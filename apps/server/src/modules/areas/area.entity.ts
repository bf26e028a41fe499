import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { AreaLevel } from '../../platform/auth/roles.js'
import { areaColumn, codeColumn, dateColumn, textColumn } from '../../platform/database/columns.js'

@Entity('area')
@Index('ix_area_level', ['level', 'code'])
export class AreaRow {
  @PrimaryColumn(areaColumn('code'))
  code: string

  @Column(codeColumn('level', 8))
  level: AreaLevel

  @Column(textColumn('name', 60))
  name: string

  /** The body that runs it, as on its seal: 赤坑村委会. */
  @Column(textColumn('org_name', 80, { nullable: true }))
  orgName: string | null

  @Column(areaColumn('parent_code', { nullable: true }))
  parentCode: string | null

  /** NULL above the county. */
  @Column(areaColumn('county_code', { nullable: true }))
  countyCode: string | null

  @Column({ name: 'is_demo', type: 'boolean' })
  isDemo: boolean

  /** Day on which a village began the programme: its duties count from here. NULL above the village. */
  @Column(dateColumn('start_on', { nullable: true }))
  startOn: string | null

  @Column(dateColumn('valid_from'))
  validFrom: string

  /** Last day on which the area existed under this code. */
  @Column(dateColumn('valid_to', { nullable: true }))
  validTo: string | null

  /** The area that took over after a merger; its own history stays here. */
  @Column(areaColumn('successor_code', { nullable: true }))
  successorCode: string | null
}
