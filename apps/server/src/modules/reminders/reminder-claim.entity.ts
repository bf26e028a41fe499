import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import {
  areaColumn,
  codeColumn,
  dateColumn,
  idColumn,
  instantColumn,
} from '../../platform/database/columns.js'

/** That one rung of one duty was told to one person. Its key makes sure it is told once, by whichever replica. */
@Entity('reminder_claim')
@Index('ix_claim_notification', ['notificationId'])
@Index('ix_claim_created', ['createdAt'])
export class ReminderClaim {
  /** Derived from area, duty, rung and person. */
  @PrimaryColumn(idColumn('id'))
  id: string

  @Column(idColumn('notification_id'))
  notificationId: string

  @Column(areaColumn('area_code'))
  areaCode: string

  @Column(codeColumn('duty_id', 120))
  dutyId: string

  @Column(codeColumn('rung', 12))
  rung: string

  @Column(dateColumn('due_on'))
  dueOn: string

  @Column(instantColumn('created_at'))
  createdAt: Date
}
