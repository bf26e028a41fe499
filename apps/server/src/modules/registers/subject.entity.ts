import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import {
  areaColumn,
  codeColumn,
  dateColumn,
  idColumn,
  instantColumn,
  longTextColumn,
  textColumn,
} from '../../platform/database/columns.js'

/** Whom records are about. Says nothing of who it is; what it says of the person is a fold over his records. */
@Entity('subject')
@Index('uq_subject_number', ['areaCode', 'type', 'number'], { unique: true })
@Index('ix_subject_head', ['areaCode', 'headVersion'])
export class SubjectRow {
  @PrimaryColumn(idColumn('id'))
  id: string

  /** The village that reads and writes the file now. */
  @Column(areaColumn('area_code'))
  areaCode: string

  @Column(codeColumn('type', 8))
  type: 'person'

  /** Running number in the village. */
  @Column({ name: 'number', type: 'int' })
  number: number

  /** What people call the file: 示范A-07. */
  @Column(textColumn('code', 40))
  code: string

  @Column(areaColumn('registered_area_code'))
  registeredAreaCode: string

  @Column(dateColumn('registered_on'))
  registeredOn: string

  /** `sealed`: out of every list; only the town office opens it, with a reason. */
  @Column(codeColumn('state', 8))
  state: 'active' | 'sealed'

  @Column(dateColumn('sealed_on', { nullable: true }))
  sealedOn: string | null

  /** Roles that may see a restricted file, as `,town-office,police,`. NULL: every role with the permission. */
  @Column(codeColumn('readers', 160, { nullable: true }))
  readers: string | null

  /** Projection of the person's records, JSON: `PersonHeadFacts`. */
  @Column(longTextColumn('head'))
  head: string

  /** Ledger version of the village when the head last changed. */
  @Column({ name: 'head_version', type: 'bigint' })
  headVersion: number

  /** Ledger version when state, readers or village last changed: phones read the file anew from there. */
  @Column({ name: 'access_version', type: 'bigint' })
  accessVersion: number

  @Column(instantColumn('created_at'))
  createdAt: Date
}
