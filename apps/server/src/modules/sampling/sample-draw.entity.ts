import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import {
  areaColumn,
  codeColumn,
  dateColumn,
  idColumn,
  instantColumn,
  textColumn,
} from '../../platform/database/columns.js'

/**
 * A random sample of one numbered list of a village: which list, how long it was, the seed, and how many were drawn. One holds
 * in a year for an audience; it can be enlarged, not drawn again.
 */
@Entity('sample_draw')
@Index('uq_sample_id', ['id'], { unique: true })
@Index('uq_sample_one', ['areaCode', 'year', 'audience', 'voidNo'], { unique: true })
export class SampleDraw {
  @PrimaryColumn(areaColumn('area_code'))
  areaCode: string

  /** Made on the device of whoever draws: asked again after a lost answer, it is drawn once. */
  @PrimaryColumn(idColumn('id'))
  id: string

  @Column({ name: 'year', type: 'smallint' })
  year: number

  @Column(codeColumn('audience', 16))
  audience: string

  /** 0: it holds. A void draw has a number of its own, so that it stays on file beside the one that holds. */
  @Column({ name: 'void_no', type: 'int' })
  voidNo: number

  /** 2026年选民名册 */
  @Column(textColumn('list_name', 40))
  listName: string

  /** Day of the list. */
  @Column(dateColumn('listed_on'))
  listedOn: string

  /** Entries of the list. */
  @Column({ name: 'size', type: 'int' })
  size: number

  /** How many numbers were drawn, those of enlargements included. */
  @Column({ name: 'drawn', type: 'int' })
  drawn: number

  /** Printed: with `size` it gives the same numbers to whoever draws again. */
  @Column(codeColumn('seed', 16))
  seed: string

  @Column(idColumn('drawn_by'))
  drawnBy: string

  @Column(codeColumn('drawn_by_role', 24))
  drawnByRole: string

  @Column(instantColumn('drawn_at'))
  drawnAt: Date

  @Column(instantColumn('closed_at', { nullable: true }))
  closedAt: Date | null

  @Column(textColumn('void_reason', 100, { nullable: true }))
  voidReason: string | null
}

/** Why a number that was drawn has no answer. `answered` is written when the sample is closed; until then the answers tell. */
export const OUTCOMES = ['open', 'refused', 'unreachable', 'ineligible'] as const
export type Outcome = (typeof OUTCOMES)[number]
export type NumberState = Outcome | 'answered'

/** A number that was drawn. Whose it is stands in the village's own list on paper, and nowhere here. */
@Entity('sample_number')
@Index('uq_sample_code', ['quizCode'], { unique: true })
@Index('uq_sample_holder', ['holderId'], { unique: true })
export class SampleNumber {
  @PrimaryColumn(areaColumn('area_code'))
  areaCode: string

  @PrimaryColumn(idColumn('draw_id'))
  drawId: string

  /** 1 … size of the list. */
  @PrimaryColumn({ name: 'number', type: 'int' })
  number: number

  /** In which place it was drawn, from 1. */
  @Column({ name: 'place', type: 'int' })
  place: number

  /** Stands in the answer instead of the person; erased when the sample is closed, and from then on nobody can tell whose it was. */
  @Column(idColumn('holder_id', { nullable: true }))
  holderId: string | null

  /** Twelve digits printed on the slip; NULL once the sample is closed. */
  @Column(codeColumn('quiz_code', 12, { nullable: true }))
  quizCode: string | null

  @Column(codeColumn('state', 16))
  state: NumberState

  @Column(dateColumn('state_on', { nullable: true }))
  stateOn: string | null
}
