import { Column, Entity, PrimaryColumn } from 'typeorm'
import { idColumn } from '../../platform/database/columns.js'

/** The one attempt of a person that counts in a year: its key refuses a second. */
@Entity('quiz_assessment')
export class QuizAssessment {
  @PrimaryColumn(idColumn('account_id'))
  accountId: string

  @PrimaryColumn({ name: 'year', type: 'smallint' })
  year: number

  @Column(idColumn('attempt_id'))
  attemptId: string
}
