import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { bytesColumn, codeColumn, idColumn } from '../../platform/database/columns.js'

/** Who a person is. Everything is sealed with the person's own key; dropping that key erases him from every backup. */
@Entity('person_identity')
@Index('ix_identity_name', ['nameIndex'])
@Index('ix_identity_name_year', ['nameYearIndex'])
@Index('ix_identity_number', ['idNumberIndex'])
@Index('ix_identity_phone', ['phoneIndex'])
export class PersonIdentityRow {
  @PrimaryColumn(idColumn('subject_id'))
  subjectId: string

  /** The person's data key under a master key. NULL: erased. */
  @Column(bytesColumn('wrapped_key', 128, { nullable: true }))
  wrappedKey: Buffer | null

  @Column(bytesColumn('name_sealed', 400))
  nameSealed: Buffer

  @Column(bytesColumn('phone_sealed', 160, { nullable: true }))
  phoneSealed: Buffer | null

  @Column(bytesColumn('id_number_sealed', 160, { nullable: true }))
  idNumberSealed: Buffer | null

  @Column(bytesColumn('address_sealed', 600, { nullable: true }))
  addressSealed: Buffer | null

  @Column(codeColumn('name_index', 64, { nullable: true }))
  nameIndex: string | null

  /** Name and year of birth together: finds a possible duplicate where the ID number is not known. */
  @Column(codeColumn('name_year_index', 64, { nullable: true }))
  nameYearIndex: string | null

  @Column(codeColumn('id_number_index', 64, { nullable: true }))
  idNumberIndex: string | null

  @Column(codeColumn('phone_index', 64, { nullable: true }))
  phoneIndex: string | null
}
