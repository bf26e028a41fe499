import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { AppointedRole } from '../../platform/auth/roles.js'
import {
  areaColumn,
  codeColumn,
  dateColumn,
  idColumn,
  instantColumn,
} from '../../platform/database/columns.js'

/** A role at an area for a time. Never deleted: who was responsible when is part of the record. */
@Entity('appointment')
@Index('ix_appointment_area', ['areaCode', 'role', 'fromOn'])
@Index('ix_appointment_account', ['accountId', 'fromOn'])
export class Appointment {
  @PrimaryColumn(idColumn('id'))
  id: string

  @Column(idColumn('account_id'))
  accountId: string

  @Column(codeColumn('role', 24))
  role: AppointedRole

  @Column(areaColumn('area_code'))
  areaCode: string

  /** The one venue or school it is for; NULL: the role works for the whole area. */
  @Column(idColumn('subject_id', { nullable: true }))
  subjectId: string | null

  /** First day. */
  @Column(dateColumn('from_on'))
  fromOn: string

  /** Last day; NULL: until further notice. */
  @Column(dateColumn('to_on', { nullable: true }))
  toOn: string | null

  /** NULL: the command line or the seed. */
  @Column(idColumn('created_by', { nullable: true }))
  createdBy: string | null

  @Column(instantColumn('created_at'))
  createdAt: Date

  @Column(idColumn('ended_by', { nullable: true }))
  endedBy: string | null

  /** Ended before its time, from this instant on. */
  @Column(instantColumn('ended_at', { nullable: true }))
  endedAt: Date | null
}
