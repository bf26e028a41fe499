import type { ItemId } from '@dfv/rules'
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

/** A random choice of villages to be checked on the spot. With seed and size anybody can draw it again. */
@Entity('spot_check')
@Index('ix_spot_check_year', ['areaCode', 'year'])
export class SpotCheck {
  /** The town. */
  @PrimaryColumn(areaColumn('area_code'))
  areaCode: string

  /** Made on the device of whoever draws: asked again after a lost answer, it is drawn once. */
  @PrimaryColumn(idColumn('id'))
  id: string

  @Column({ name: 'year', type: 'smallint' })
  year: number

  /** Chosen by the server and printed. */
  @Column(codeColumn('seed', 16))
  seed: string

  /** Codes of all villages that could be drawn, in the order of their numbers 1 … size, as JSON. */
  @Column(longTextColumn('villages'))
  villages: string

  /** Why it was drawn again; the first draw of a year needs none. */
  @Column(textColumn('reason', 500, { nullable: true }))
  reason: string | null

  @Column({ name: 'size', type: 'int' })
  size: number

  @Column({ name: 'drawn', type: 'int' })
  drawn: number

  @Column(idColumn('drawn_by'))
  drawnBy: string

  @Column(instantColumn('drawn_at'))
  drawnAt: Date
}

/** What a spot check found in a village. Rows are only ever added. */
@Entity('spot_finding')
@Index('ix_spot_finding_year', ['areaCode', 'year'])
export class SpotFinding {
  /** The village. */
  @PrimaryColumn(areaColumn('area_code'))
  areaCode: string

  @PrimaryColumn(idColumn('id'))
  id: string

  @Column({ name: 'year', type: 'smallint' })
  year: number

  @Column(idColumn('spot_check_id'))
  spotCheckId: string

  /** The item that was looked at; NULL: the work as a whole. */
  @Column(codeColumn('item', 24, { nullable: true }))
  item: ItemId | null

  @Column(dateColumn('checked_on'))
  checkedOn: string

  /** 1: what is on file was found to be so. */
  @Column({ name: 'holds', type: 'tinyint' })
  holds: 0 | 1

  @Column(textColumn('finding', 500))
  finding: string

  @Column(idColumn('entered_by'))
  enteredBy: string

  @Column(instantColumn('entered_at'))
  enteredAt: Date
}
