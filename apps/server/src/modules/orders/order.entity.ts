import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import {
  areaColumn,
  bytesColumn,
  codeColumn,
  dateColumn,
  idColumn,
  instantColumn,
  textColumn,
} from '../../platform/database/columns.js'
import type { OrderState, StepKind } from './order-states.js'

/** What an office asks a village to mend by a day. Its head: how it stands; what was said lies in the steps. */
@Entity('supervision_order')
@Index('ix_supervision_order_area', ['areaCode', 'state', 'dueOn'])
@Index('ix_supervision_order_due', ['state', 'dueOn'])
export class OrderRow {
  /** Made by whoever issues it: sending again after a lost answer finds the same row. */
  @PrimaryColumn(idColumn('id'))
  id: string

  /** The village. */
  @Column(areaColumn('area_code'))
  areaCode: string

  /** The office that issued it, and alone closes it: its area and its role there. */
  @Column(areaColumn('office_area'))
  officeArea: string

  @Column(codeColumn('office_role', 24))
  officeRole: 'town-office' | 'county-office'

  @Column(codeColumn('about_kind', 8))
  aboutKind: 'duty' | 'part'

  /** The id of the duty, or of the part of a standard or measure. */
  @Column(codeColumn('about_id', 120))
  aboutId: string

  /** The part a duty serves; NULL: it serves none that is judged. */
  @Column(codeColumn('part', 24, { nullable: true }))
  part: string | null

  /** Whom or what a duty is about; NULL for a part. */
  @Column(codeColumn('subject_id', 36, { nullable: true }))
  subjectId: string | null

  /** What it is about as the rules called it on that day, without any code of a person. */
  @Column(textColumn('title', 120))
  title: string

  @Column(codeColumn('state', 12))
  state: OrderState

  /** The day by which an answer is asked for; a return sets another. */
  @Column(dateColumn('due_on'))
  dueOn: string

  @Column(instantColumn('issued_at'))
  issuedAt: Date

  /** The order's own key, under which all its words are sealed: people write names where they should not. */
  @Column(bytesColumn('wrapped_key', 128))
  wrappedKey: Buffer
}

/** One thing that was done about an order. Rows are only ever added. */
@Entity('supervision_order_step')
@Index('ux_supervision_order_step_number', ['orderId', 'number'], { unique: true })
export class OrderStepRow {
  @PrimaryColumn(idColumn('order_id'))
  orderId: string

  @PrimaryColumn(idColumn('id'))
  id: string

  @Column(areaColumn('area_code'))
  areaCode: string

  /** 1, 2, 3 … */
  @Column({ name: 'number', type: 'smallint' })
  number: number

  @Column(codeColumn('kind', 12))
  kind: StepKind

  @Column({ name: 'words', type: 'blob' })
  words: Buffer

  /** The day asked for from here on; NULL where the step sets none. */
  @Column(dateColumn('due_on', { nullable: true }))
  dueOn: string | null

  @Column(idColumn('account_id'))
  accountId: string

  @Column(codeColumn('role', 24))
  role: string

  @Column(instantColumn('done_at'))
  doneAt: Date
}
