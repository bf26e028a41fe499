import { Column, Entity, PrimaryColumn } from 'typeorm'
import type { Role } from '../../platform/auth/roles.js'
import { areaColumn, codeColumn, idColumn, instantColumn } from '../../platform/database/columns.js'

/** Something said about a record while it was under review. Never changed, never deleted. */
@Entity('record_remark')
export class RecordRemark {
  @PrimaryColumn(idColumn('record_id'))
  recordId: string

  /** Made on the phone, so that saying it twice is saying it once. */
  @PrimaryColumn(idColumn('id'))
  id: string

  /** Of the record. */
  @Column(areaColumn('area_code'))
  areaCode: string

  /** The revision that was current when it was said. */
  @Column({ name: 'revision', type: 'int' })
  revision: number

  @Column(idColumn('account_id'))
  accountId: string

  @Column(codeColumn('role', 24))
  role: Role

  /** Sealed with the person's key on a person's record, plain UTF-8 on a village's. */
  @Column({ name: 'words', type: 'blob' })
  words: Buffer

  @Column(instantColumn('created_at'))
  createdAt: Date
}
