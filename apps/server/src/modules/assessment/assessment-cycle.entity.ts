import { Column, Entity, PrimaryColumn } from 'typeorm'
import { areaColumn, dateColumn, idColumn, instantColumn } from '../../platform/database/columns.js'

/** A town's calendar of one assessment year. @see 四(二) */
@Entity('assessment_cycle')
export class AssessmentCycle {
  /** The town. */
  @PrimaryColumn(areaColumn('area_code'))
  areaCode: string

  @PrimaryColumn({ name: 'year', type: 'smallint' })
  year: number

  /** The last day that is judged. */
  @Column(dateColumn('as_of'))
  asOf: string

  @Column(dateColumn('submit_by'))
  submitBy: string

  @Column(dateColumn('review_by'))
  reviewBy: string

  @Column(dateColumn('result_by'))
  resultBy: string

  /** Days of publicity after the day of publication, which is not counted. */
  @Column({ name: 'publicity_days', type: 'smallint' })
  publicityDays: number

  @Column(idColumn('opened_by'))
  openedBy: string

  @Column(instantColumn('opened_at'))
  openedAt: Date
}
