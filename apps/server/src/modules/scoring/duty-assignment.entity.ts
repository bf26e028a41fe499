import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { areaColumn, codeColumn, idColumn, instantColumn } from '../../platform/database/columns.js'

/** A duty that one cadre handed to another. Who owes it by the rules stays as it is. */
@Entity('duty_assignment')
@Index('ix_duty_assignment_account', ['accountId', 'areaCode'])
export class DutyAssignment {
  @PrimaryColumn(areaColumn('area_code'))
  areaCode: string

  @PrimaryColumn(codeColumn('obligation_id', 120))
  obligationId: string

  /** Who does it now. It counts only as long as one of his posts in the village may do it. */
  @Column(idColumn('account_id'))
  accountId: string

  @Column(idColumn('assigned_by'))
  assignedBy: string

  @Column(instantColumn('assigned_at'))
  assignedAt: Date
}
