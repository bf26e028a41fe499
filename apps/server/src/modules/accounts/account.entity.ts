import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import {
  areaColumn,
  bytesColumn,
  codeColumn,
  idColumn,
  instantColumn,
  textColumn,
} from '../../platform/database/columns.js'

/** A person who signs in. Name and phone are sealed with the account's own data key. */
@Entity('account')
@Index('uq_account_phone', ['phoneIndex'], { unique: true })
@Index('ix_account_area', ['areaCode', 'id'])
@Index('ix_account_demo', ['isDemo', 'id'])
export class Account {
  @PrimaryColumn(idColumn('id'))
  id: string

  /** Area whose office prepared the account; NULL for a resident, who prepared it himself by signing in. */
  @Column(areaColumn('area_code', { nullable: true }))
  areaCode: string | null

  @Column(bytesColumn('wrapped_key', 128))
  wrappedKey: Buffer

  @Column(bytesColumn('name_sealed', 400))
  nameSealed: Buffer

  @Column(bytesColumn('phone_sealed', 128, { nullable: true }))
  phoneSealed: Buffer | null

  /** Blind index of the phone that the town office wrote down. NULL: signs in by binding code only. */
  @Column(codeColumn('phone_index', 64, { nullable: true }))
  phoneIndex: string | null

  /** `moved`: the WeChat identity now belongs to the successor. */
  @Column(codeColumn('state', 8))
  state: 'active' | 'moved' | 'closed'

  @Column(idColumn('successor_id', { nullable: true }))
  successorId: string | null

  @Column({ name: 'is_demo', type: 'boolean' })
  isDemo: boolean

  /** What a demo account shows, for the picker. */
  @Column(textColumn('story', 120, { nullable: true }))
  story: string | null

  @Column(instantColumn('created_at'))
  createdAt: Date
}
