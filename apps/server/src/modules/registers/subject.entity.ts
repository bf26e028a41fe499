import type { FiledSubject } from '@dfv/rules'
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

/**
 * Who or what records are about: a person, of whom it says nothing that names him, or a venue, grid, site or school.
 * What it says is a fold over the records.
 */
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
  type: FiledSubject

  /** Running number in the village, by type. */
  @Column({ name: 'number', type: 'int' })
  number: number

  /** What people call the file: 示范A-07. */
  @Column(textColumn('code', 40))
  code: string

  /** What it is called; NULL: a person, whose name is kept apart. */
  @Column(textColumn('name', 80, { nullable: true }))
  name: string | null

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

  /** The registers of persons it stands on, as `,cumulative,existing,`. NULL: none, or no person. */
  @Column(codeColumn('registers', 64, { nullable: true }))
  registers: string | null

  /** Projection of the records, JSON: `HeadFacts`. */
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
