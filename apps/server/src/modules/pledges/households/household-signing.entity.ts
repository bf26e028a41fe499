import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import {
  areaColumn,
  codeColumn,
  dateColumn,
  idColumn,
  instantColumn,
} from '../../../platform/database/columns.js'

/** A village's signing of household pledges in a year: how many households its own list on paper has. */
@Entity('household_signing')
export class HouseholdSigning {
  @PrimaryColumn(areaColumn('area_code'))
  areaCode: string

  @PrimaryColumn({ name: 'year', type: 'smallint' })
  year: number

  /** Households, numbered from 1. */
  @Column({ name: 'size', type: 'int' })
  size: number

  @Column(idColumn('opened_by'))
  openedBy: string

  @Column(codeColumn('opened_by_role', 24))
  openedByRole: string

  @Column(instantColumn('opened_at'))
  openedAt: Date
}

/** A household of that list. Whose it is stands on the village's paper, and nowhere here but in a pledge it has signed. */
@Entity('household_number')
@Index('uq_household_slip', ['slipId'], { unique: true })
@Index('uq_household_code', ['slipCode'], { unique: true })
@Index('ix_household_pledge', ['pledgeId'])
export class HouseholdNumber {
  @PrimaryColumn(areaColumn('area_code'))
  areaCode: string

  @PrimaryColumn({ name: 'year', type: 'smallint' })
  year: number

  /** 1 … size of the list. */
  @PrimaryColumn({ name: 'number', type: 'int' })
  number: number

  /** Of the slip that is out now; it stands in the pledge in place of an account. */
  @Column(idColumn('slip_id'))
  slipId: string

  /** Twelve digits printed on the slip. A new slip ends the old one. */
  @Column(codeColumn('slip_code', 12))
  slipCode: string

  /** What was signed with the slip; NULL: nothing yet. */
  @Column(idColumn('pledge_id', { nullable: true }))
  pledgeId: string | null

  /** The ledger's record of a pledge signed on paper; NULL: none. */
  @Column(idColumn('paper_record_id', { nullable: true }))
  paperRecordId: string | null

  @Column(dateColumn('paper_on', { nullable: true }))
  paperOn: string | null
}
