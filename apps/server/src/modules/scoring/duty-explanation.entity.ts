import type { ExplanationReason } from '@dfv/rules'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import {
  areaColumn,
  codeColumn,
  dateColumn,
  idColumn,
  instantColumn,
} from '../../platform/database/columns.js'

/**
 * Why a duty was not done, from a closed list. Beside a duty about a person that can be a fact of his health, so it is kept
 * only while the duty is open, and no trail repeats it. No outcome rests on it.
 */
@Entity('duty_explanation')
export class DutyExplanation {
  @PrimaryColumn(areaColumn('area_code'))
  areaCode: string

  @PrimaryColumn(codeColumn('obligation_id', 120))
  obligationId: string

  @Column(codeColumn('reason', 24))
  reason: ExplanationReason

  /** Last day on which the village is not reminded. */
  @Column(dateColumn('until_on'))
  untilOn: string

  @Column(idColumn('explained_by'))
  explainedBy: string

  @Column(instantColumn('explained_at'))
  explainedAt: Date
}
