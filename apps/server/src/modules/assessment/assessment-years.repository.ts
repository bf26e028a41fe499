import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AreaScope } from '../../platform/auth/area-scope.js'
import type { AssessmentCycle } from './assessment-cycle.entity.js'
import type { AssessmentRound, AssessmentStep, AssessmentYearRow } from './assessment-year.entity.js'

const CYCLE = `area_code AS areaCode, year, as_of AS asOf, submit_by AS submitBy, review_by AS reviewBy, result_by AS resultBy,
  publicity_days AS publicityDays, opened_by AS openedBy, opened_at AS openedAt`
const YEAR = `area_code AS areaCode, year, state, revision, round, claims, claimed_by AS claimedBy,
  published_on AS publishedOn, publicity_until AS publicityUntil, changed_at AS changedAt`
const ROUND = `area_code AS areaCode, year, round, claims, claimed_points AS claimedPoints, ledger_version AS ledgerVersion,
  submitted_by AS submittedBy, submitted_at AS submittedAt, outcome, reason, reviewed_by AS reviewedBy, reviewed_at AS reviewedAt`
const STEP = `area_code AS areaCode, year, seq, kind, made_by AS madeBy, role, made_at AS madeAt, reason, document, ref`

export type YearLine = Omit<AssessmentYearRow, 'claims' | 'claimedBy' | 'changedAt'>
export type RoundLine = Pick<
  AssessmentRound,
  'areaCode' | 'round' | 'claimedPoints' | 'outcome' | 'submittedAt' | 'reviewedAt'
>

@Injectable()
export class AssessmentYearsRepository {
  async cycle(tx: EntityManager, town: string, year: number): Promise<AssessmentCycle | undefined> {
    const rows: AssessmentCycle[] = await tx.query(
      `SELECT ${CYCLE} FROM assessment_cycle WHERE area_code = ? AND year = ?`,
      [town, year],
    )
    return rows[0]
  }

  /** The same, which nobody moves until the transaction ends; taken before the year of any village. */
  async lockCycle(tx: EntityManager, town: string, year: number): Promise<AssessmentCycle | undefined> {
    const rows: AssessmentCycle[] = await tx.query(
      `SELECT ${CYCLE} FROM assessment_cycle WHERE area_code = ? AND year = ? FOR UPDATE`,
      [town, year],
    )
    return rows[0]
  }

  /** Of every year, in the order of towns and years. */
  cyclesUnder(tx: EntityManager, { from, to }: AreaScope): Promise<AssessmentCycle[]> {
    return tx.query(
      `SELECT ${CYCLE} FROM assessment_cycle WHERE area_code >= ? AND area_code < ? ORDER BY area_code, year`,
      [from, to],
    )
  }

  async putCycle(tx: EntityManager, cycle: AssessmentCycle): Promise<void> {
    const { areaCode, year, asOf, submitBy, reviewBy, resultBy, publicityDays, openedBy, openedAt } = cycle
    await tx.query(
      `INSERT INTO assessment_cycle (area_code, year, as_of, submit_by, review_by, result_by, publicity_days, opened_by, opened_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE as_of = VALUES(as_of), submit_by = VALUES(submit_by), review_by = VALUES(review_by),
         result_by = VALUES(result_by), publicity_days = VALUES(publicity_days)`,
      [areaCode, year, asOf, submitBy, reviewBy, resultBy, publicityDays, openedBy, openedAt],
    )
  }

  async find(tx: EntityManager, areaCode: string, year: number): Promise<AssessmentYearRow | undefined> {
    const rows: AssessmentYearRow[] = await tx.query(
      `SELECT ${YEAR} FROM assessment_year WHERE area_code = ? AND year = ?`,
      [areaCode, year],
    )
    return rows[0]
  }

  /** Steps of one village's year come one after the other; a year that has not begun begins. */
  async lock(tx: EntityManager, areaCode: string, year: number, now: Date): Promise<AssessmentYearRow> {
    await tx.query(
      `INSERT INTO assessment_year (area_code, year, state, revision, round, claims, changed_at)
       VALUES (?, ?, 'open', 0, 0, '[]', ?) ON DUPLICATE KEY UPDATE area_code = area_code`,
      [areaCode, year, now],
    )
    const rows: AssessmentYearRow[] = await tx.query(
      `SELECT ${YEAR} FROM assessment_year WHERE area_code = ? AND year = ? FOR UPDATE`,
      [areaCode, year],
    )
    return rows[0] as AssessmentYearRow
  }

  async save(tx: EntityManager, row: AssessmentYearRow): Promise<void> {
    await tx.query(
      `UPDATE assessment_year SET state = ?, revision = ?, round = ?, claims = ?, claimed_by = ?, published_on = ?,
         publicity_until = ?, changed_at = ? WHERE area_code = ? AND year = ?`,
      [
        row.state,
        row.revision,
        row.round,
        row.claims,
        row.claimedBy,
        row.publishedOn,
        row.publicityUntil,
        row.changedAt,
        row.areaCode,
        row.year,
      ],
    )
  }

  /** Of one village: years whose result is open to appeal on a day. */
  published(
    tx: EntityManager,
    areaCode: string,
    on: string,
  ): Promise<{ year: number; publishedOn: string; publicityUntil: string }[]> {
    return tx.query(
      `SELECT year, published_on AS publishedOn, publicity_until AS publicityUntil FROM assessment_year
       WHERE area_code = ? AND state = 'published' AND publicity_until >= ? ORDER BY year DESC`,
      [areaCode, on],
    )
  }

  linesUnder(tx: EntityManager, { from, to }: AreaScope, year: number): Promise<YearLine[]> {
    return tx.query(
      `SELECT area_code AS areaCode, year, state, revision, round, published_on AS publishedOn, publicity_until AS publicityUntil
       FROM assessment_year WHERE area_code >= ? AND area_code < ? AND year = ? ORDER BY area_code`,
      [from, to, year],
    )
  }

  roundsUnder(tx: EntityManager, { from, to }: AreaScope, year: number): Promise<RoundLine[]> {
    return tx.query(
      `SELECT area_code AS areaCode, round, claimed_points AS claimedPoints, outcome, submitted_at AS submittedAt,
         reviewed_at AS reviewedAt
       FROM assessment_round WHERE area_code >= ? AND area_code < ? AND year = ? ORDER BY area_code, round`,
      [from, to, year],
    )
  }

  rounds(tx: EntityManager, areaCode: string, year: number): Promise<AssessmentRound[]> {
    return tx.query(`SELECT ${ROUND} FROM assessment_round WHERE area_code = ? AND year = ? ORDER BY round`, [
      areaCode,
      year,
    ])
  }

  async addRound(
    tx: EntityManager,
    row: Omit<AssessmentRound, 'outcome' | 'reason' | 'reviewedBy' | 'reviewedAt'>,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO assessment_round (area_code, year, round, claims, claimed_points, ledger_version, submitted_by, submitted_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        row.areaCode,
        row.year,
        row.round,
        row.claims,
        row.claimedPoints,
        row.ledgerVersion,
        row.submittedBy,
        row.submittedAt,
      ],
    )
  }

  /** What the town said to a submission; said once. */
  async judgeRound(
    tx: EntityManager,
    row: Pick<
      AssessmentRound,
      'areaCode' | 'year' | 'round' | 'outcome' | 'reason' | 'reviewedBy' | 'reviewedAt'
    >,
  ): Promise<void> {
    await tx.query(
      `UPDATE assessment_round SET outcome = ?, reason = ?, reviewed_by = ?, reviewed_at = ?
       WHERE area_code = ? AND year = ? AND round = ? AND outcome IS NULL`,
      [row.outcome, row.reason, row.reviewedBy, row.reviewedAt, row.areaCode, row.year, row.round],
    )
  }

  steps(tx: EntityManager, areaCode: string, year: number): Promise<AssessmentStep[]> {
    return tx.query(`SELECT ${STEP} FROM assessment_step WHERE area_code = ? AND year = ? ORDER BY seq`, [
      areaCode,
      year,
    ])
  }

  /** At the end of the history. The village's year is locked. */
  async addStep(tx: EntityManager, step: Omit<AssessmentStep, 'seq'>): Promise<void> {
    await tx.query(
      `INSERT INTO assessment_step (area_code, year, seq, kind, made_by, role, made_at, reason, document, ref)
       SELECT ?, ?, COALESCE(MAX(seq), 0) + 1, ?, ?, ?, ?, ?, ?, ? FROM assessment_step WHERE area_code = ? AND year = ?`,
      [
        step.areaCode,
        step.year,
        step.kind,
        step.madeBy,
        step.role,
        step.madeAt,
        step.reason,
        step.document,
        step.ref,
        step.areaCode,
        step.year,
      ],
    )
  }
}
