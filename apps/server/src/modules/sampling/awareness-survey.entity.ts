import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import {
  areaColumn,
  codeColumn,
  dateColumn,
  idColumn,
  instantColumn,
  textColumn,
} from '../../platform/database/columns.js'

/** What somebody outside the programme found in a village, with the document it stands in. A wrong entry is withdrawn and stays. */
@Entity('awareness_survey')
@Index('uq_survey_id', ['id'], { unique: true })
@Index('ix_survey_year', ['year', 'areaCode'])
export class AwarenessSurvey {
  @PrimaryColumn(areaColumn('area_code'))
  areaCode: string

  @PrimaryColumn(idColumn('id'))
  id: string

  /** Of `surveyedOn`. */
  @Column({ name: 'year', type: 'smallint' })
  year: number

  @Column(codeColumn('audience', 16))
  audience: string

  @Column(textColumn('document_no', 60))
  documentNo: string

  @Column(textColumn('issuer', 60))
  issuer: string

  @Column(dateColumn('surveyed_on'))
  surveyedOn: string

  /** People asked whose answers are valid. */
  @Column({ name: 'valid', type: 'int' })
  valid: number

  @Column({ name: 'aware', type: 'int' })
  aware: number

  /** Where the paper lies. */
  @Column(textColumn('kept_at', 60))
  keptAt: string

  @Column(idColumn('entered_by'))
  enteredBy: string

  @Column(codeColumn('entered_by_role', 24))
  enteredByRole: string

  @Column(instantColumn('entered_at'))
  enteredAt: Date

  @Column(instantColumn('withdrawn_at', { nullable: true }))
  withdrawnAt: Date | null

  @Column(textColumn('withdrawn_reason', 100, { nullable: true }))
  withdrawnReason: string | null
}
