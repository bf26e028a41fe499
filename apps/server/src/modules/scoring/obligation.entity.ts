import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import {
  areaColumn,
  codeColumn,
  dateColumn,
  instantColumn,
  longTextColumn,
} from '../../platform/database/columns.js'

/** `open`: can still be done. `settled`: done, or no longer owed. `lapsed`: its window closed unmet; nothing mends it. */
export type ObligationState = 'open' | 'settled' | 'lapsed'

/** A duty as last computed from the ledger, with what the ledger does not say: when it was first seen and settled. */
@Entity('obligation')
@Index('ix_obligation_state', ['areaCode', 'state', 'dueOn'])
@Index('ix_obligation_due', ['dueOn', 'areaCode'])
@Index('ix_obligation_opens', ['opensOn', 'areaCode'])
export class ObligationRow {
  @PrimaryColumn(areaColumn('area_code'))
  areaCode: string

  /** The same wherever and whenever it is computed: `talk:<person>:2026-C6`. */
  @PrimaryColumn(codeColumn('id', 120))
  id: string

  @Column(codeColumn('kind', 32))
  kind: string

  @Column(codeColumn('subject_id', 36))
  subjectId: string

  @Column(codeColumn('period', 48))
  period: string

  /** NULL: serves no part that is judged. */
  @Column(codeColumn('part', 24, { nullable: true }))
  part: string | null

  @Column(dateColumn('opens_on'))
  opensOn: string

  @Column(dateColumn('due_on'))
  dueOn: string

  @Column(codeColumn('owed_by', 24))
  owedBy: string

  /** Record kind; NULL when an act in the system settles it. */
  @Column(codeColumn('settled_by', 32, { nullable: true }))
  settledBy: string | null

  @Column({ name: 'mendable_after_due', type: 'boolean' })
  mendableAfterDue: boolean

  /** What the rules said last, canonical JSON: clause and figures for the sentence on the screen. */
  @Column(longTextColumn('body'))
  body: string

  @Column(codeColumn('state', 8))
  state: ObligationState

  @Column(dateColumn('first_seen_on'))
  firstSeenOn: string

  @Column(instantColumn('settled_at', { nullable: true }))
  settledAt: Date | null

  @Column(instantColumn('changed_at'))
  changedAt: Date
}
