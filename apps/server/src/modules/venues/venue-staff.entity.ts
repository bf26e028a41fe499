import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import {
  areaColumn,
  bytesColumn,
  codeColumn,
  dateColumn,
  idColumn,
  instantColumn,
} from '../../platform/database/columns.js'

/** Somebody who works in a venue. When he leaves, his name and his code go with him. */
@Entity('venue_staff')
@Index('uq_staff_number', ['venueId', 'number'], { unique: true })
@Index('uq_staff_code', ['quizCode'], { unique: true })
@Index('ix_staff_area', ['areaCode', 'venueId', 'leftOn'])
export class VenueStaff {
  @PrimaryColumn(idColumn('id'))
  id: string

  @Column(areaColumn('area_code'))
  areaCode: string

  @Column(idColumn('venue_id'))
  venueId: string

  /** Running number in the venue. */
  @Column({ name: 'number', type: 'int' })
  number: number

  /** NULL: the name was erased. */
  @Column(bytesColumn('wrapped_key', 128, { nullable: true }))
  wrappedKey: Buffer | null

  @Column(bytesColumn('name_sealed', 400, { nullable: true }))
  nameSealed: Buffer | null

  /** Eight digits with which he answers the quiz; NULL once he has left. */
  @Column(codeColumn('quiz_code', 8, { nullable: true }))
  quizCode: string | null

  @Column(dateColumn('since_on'))
  sinceOn: string

  @Column(dateColumn('left_on', { nullable: true }))
  leftOn: string | null

  @Column(instantColumn('created_at'))
  createdAt: Date
}
