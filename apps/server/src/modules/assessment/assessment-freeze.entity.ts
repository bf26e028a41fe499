import type { State } from '@dfv/rules'
import { Column, Entity, PrimaryColumn } from 'typeorm'
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
 * A judgement that was frozen: what it rested on, what it said, and the program that made it, each by its hash. Never
 * changed; a correction is a new version that names the old one.
 */
@Entity('assessment_freeze')
export class AssessmentFreeze {
  @PrimaryColumn(areaColumn('area_code'))
  areaCode: string

  @PrimaryColumn({ name: 'year', type: 'smallint' })
  year: number

  /** 1, 2, 3 …; the last one stands. */
  @PrimaryColumn({ name: 'version', type: 'int' })
  version: number

  @Column(dateColumn('as_of'))
  asOf: string

  /** Only what had been received by then was judged. */
  @Column(instantColumn('known_at'))
  knownAt: Date

  @Column({ name: 'ledger_version', type: 'int' })
  ledgerVersion: number

  @Column(codeColumn('policy_version', 64))
  policyVersion: string

  @Column(codeColumn('rules_version', 64))
  rulesVersion: string

  /** SHA-256 of the ledger's canonical JSON. */
  @Column(codeColumn('ledger_hash', 64))
  ledgerHash: string

  /** SHA-256 of snapshot.json; the same of the other files. */
  @Column(codeColumn('snapshot_hash', 64))
  snapshotHash: string

  @Column(codeColumn('scorecard_hash', 64))
  scorecardHash: string

  @Column(codeColumn('points_hash', 64))
  pointsHash: string

  /** Of assess.mjs. */
  @Column(codeColumn('tool_hash', 64))
  toolHash: string

  /** Of the ten standards and the six measures. */
  @Column(codeColumn('verdict', 16))
  verdict: State

  /** What the rules say of 达标; NULL while something was left out. */
  @Column(codeColumn('reached', 16, { nullable: true }))
  reached: State | null

  /** By the rules alone, in 1/100 point. */
  @Column({ name: 'system_points', type: 'int' })
  systemPoints: number

  /** With what the town changed, in 1/100 point. */
  @Column({ name: 'points', type: 'int' })
  points: number

  /** `ItemChange[]` as JSON. */
  @Column(longTextColumn('changes'))
  changes: string

  /** The version that it corrects. */
  @Column({ name: 'replaces', type: 'int', nullable: true })
  replaces: number | null

  @Column(textColumn('reason', 500, { nullable: true }))
  reason: string | null

  @Column(textColumn('document', 120, { nullable: true }))
  document: string | null

  @Column(idColumn('frozen_by'))
  frozenBy: string

  @Column(instantColumn('frozen_at'))
  frozenAt: Date
}

/** A frozen file under the hash of its bytes. The village's stand under the village, the program under the county. */
@Entity('assessment_file')
export class AssessmentFile {
  @PrimaryColumn(areaColumn('area_code'))
  areaCode: string

  /** SHA-256 of the file as it is handed out. */
  @PrimaryColumn(codeColumn('hash', 64))
  hash: string

  @Column({ name: 'bytes', type: 'int' })
  bytes: number

  /** gzip */
  @Column({ name: 'packed', type: 'mediumblob' })
  packed: Buffer
}
