import { Column, Entity, PrimaryColumn } from 'typeorm'
import { codeColumn, dateColumn } from '../../platform/database/columns.js'

/** How far the ladder has been climbed. */
@Entity('reminder_progress')
export class ReminderProgress {
  @PrimaryColumn(codeColumn('name', 24))
  name: string

  /** Last day of which all duties were looked at. */
  @Column(dateColumn('completed_on'))
  completedOn: string

  /** The one before it: a second run on the same day looks at the same span. */
  @Column(dateColumn('previous_on'))
  previousOn: string
}
