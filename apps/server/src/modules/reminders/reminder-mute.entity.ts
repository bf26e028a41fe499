import { Column, Entity, PrimaryColumn } from 'typeorm'
import { codeColumn, dateColumn, idColumn } from '../../platform/database/columns.js'

/** A kind of duty, or the weekly summary, of which a person wants no WeChat message for a while. The inbox has it all the same. */
@Entity('reminder_mute')
export class ReminderMute {
  @PrimaryColumn(idColumn('account_id'))
  accountId: string

  @PrimaryColumn(codeColumn('kind', 32))
  kind: string

  /** Last day of the silence. */
  @Column(dateColumn('until_on'))
  untilOn: string
}
