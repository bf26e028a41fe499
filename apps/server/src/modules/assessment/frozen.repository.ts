import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AreaScope } from '../../platform/auth/area-scope.js'
import type { AssessmentFile, AssessmentFreeze } from './assessment-freeze.entity.js'

const COLUMNS = `area_code AS areaCode, year, version, as_of AS asOf, known_at AS knownAt, ledger_version AS ledgerVersion,
  policy_version AS policyVersion, rules_version AS rulesVersion, ledger_hash AS ledgerHash, snapshot_hash AS snapshotHash,
  scorecard_hash AS scorecardHash, points_hash AS pointsHash, tool_hash AS toolHash, verdict, reached,
  system_points AS systemPoints, points, changes, replaces, reason, document, frozen_by AS frozenBy, frozen_at AS frozenAt`

export type FreezeLine = Pick<
  AssessmentFreeze,
  'areaCode' | 'version' | 'points' | 'verdict' | 'reached' | 'snapshotHash'
>

@Injectable()
export class FrozenRepository {
  /** Of a village's year, oldest first. */
  versions(tx: EntityManager, areaCode: string, year: number): Promise<AssessmentFreeze[]> {
    return tx.query(
      `SELECT ${COLUMNS} FROM assessment_freeze WHERE area_code = ? AND year = ? ORDER BY version`,
      [areaCode, year],
    )
  }

  /** Every version of every village of an area; the last of a village stands. */
  linesUnder(tx: EntityManager, { from, to }: AreaScope, year: number): Promise<FreezeLine[]> {
    return tx.query(
      `SELECT area_code AS areaCode, version, points, verdict, reached, snapshot_hash AS snapshotHash
       FROM assessment_freeze WHERE area_code >= ? AND area_code < ? AND year = ? ORDER BY area_code, version`,
      [from, to, year],
    )
  }

  async insert(tx: EntityManager, row: AssessmentFreeze): Promise<void> {
    await tx.query(
      `INSERT INTO assessment_freeze (area_code, year, version, as_of, known_at, ledger_version, policy_version, rules_version,
         ledger_hash, snapshot_hash, scorecard_hash, points_hash, tool_hash, verdict, reached, system_points, points, changes,
         replaces, reason, document, frozen_by, frozen_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        row.areaCode,
        row.year,
        row.version,
        row.asOf,
        row.knownAt,
        row.ledgerVersion,
        row.policyVersion,
        row.rulesVersion,
        row.ledgerHash,
        row.snapshotHash,
        row.scorecardHash,
        row.pointsHash,
        row.toolHash,
        row.verdict,
        row.reached,
        row.systemPoints,
        row.points,
        row.changes,
        row.replaces,
        row.reason,
        row.document,
        row.frozenBy,
        row.frozenAt,
      ],
    )
  }

  /** The same bytes are kept once. */
  async putFile(tx: EntityManager, { areaCode, hash, bytes, packed }: AssessmentFile): Promise<void> {
    await tx.query(
      `INSERT INTO assessment_file (area_code, hash, bytes, packed) VALUES (?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE hash = VALUES(hash)`,
      [areaCode, hash, bytes, packed],
    )
  }

  async file(tx: EntityManager, areaCode: string, hash: string): Promise<Buffer | undefined> {
    const rows: { packed: Buffer }[] = await tx.query(
      'SELECT packed FROM assessment_file WHERE area_code = ? AND hash = ?',
      [areaCode, hash],
    )
    return rows[0]?.packed
  }
}
