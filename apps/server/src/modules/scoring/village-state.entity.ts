import { Column, Entity, PrimaryColumn } from 'typeorm'
import {
  areaColumn,
  codeColumn,
  dateColumn,
  instantColumn,
  longTextColumn,
} from '../../platform/database/columns.js'

/**
 * How a village stands, as last computed. A cache: the ledger is the truth, and `rebuild --verify` proves them equal.
 * It is stale when a version or the date differs from the present ones.
 */
@Entity('village_state')
export class VillageState {
  @PrimaryColumn(areaColumn('area_code'))
  areaCode: string

  @Column(dateColumn('as_of'))
  asOf: string

  /** -1 while nothing has been computed yet. */
  @Column({ name: 'ledger_version', type: 'int' })
  ledgerVersion: number

  @Column(codeColumn('policy_version', 40))
  policyVersion: string

  @Column(codeColumn('rules_version', 40))
  rulesVersion: string

  /** Which counted answers it rests on; empty: none. */
  @Column(codeColumn('answers_version', 32, { default: '' }))
  answersVersion: string

  @Column(instantColumn('computed_at'))
  computedAt: Date

  /** The whole scorecard, canonical JSON. */
  @Column(longTextColumn('scorecard'))
  scorecard: string

  /** What lists show of it, canonical JSON: small, so that a county is read in one query. */
  @Column(longTextColumn('summary'))
  summary: string

  /** Open duties past their day that can still be done. */
  @Column({ name: 'overdue', type: 'int' })
  overdue: number

  /** Open duties with at most seven days left. */
  @Column({ name: 'due_soon', type: 'int' })
  dueSoon: number

  /** Records that wait for a second person. */
  @Column({ name: 'pending', type: 'int' })
  pending: number

  @Column(instantColumn('last_record_at', { nullable: true }))
  lastRecordAt: Date | null
}
