import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AreaRange } from './obligations.repository.js'
import type { VillageWeek } from './village-week.entity.js'

/** Sums of one week over an area. */
export type WeekSum = Pick<
  VillageWeek,
  'week' | 'met' | 'notMet' | 'undetermined' | 'overdue' | 'derived'
> & {
  villages: number
}

const COLUMNS = 'week, area_code, as_of, states, met, not_met, undetermined, overdue, derived'

@Injectable()
export class VillageWeeksRepository {
  /** The last of a week stands. */
  async put(tx: EntityManager, row: VillageWeek): Promise<void> {
    await tx.query(
      `INSERT INTO village_week (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE as_of = VALUES(as_of), states = VALUES(states), met = VALUES(met), not_met = VALUES(not_met),
         undetermined = VALUES(undetermined), overdue = VALUES(overdue), derived = VALUES(derived)`,
      valuesOf(row),
    )
  }

  /** Weeks computed afterwards: what was computed in its own week stays. */
  async fill(tx: EntityManager, rows: readonly VillageWeek[]): Promise<void> {
    if (rows.length === 0) return
    await tx.query(
      `INSERT INTO village_week (${COLUMNS}) VALUES ${rows.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}
       ON DUPLICATE KEY UPDATE area_code = VALUES(area_code)`,
      rows.flatMap(valuesOf),
    )
  }

  /** The weeks of an area, oldest first. */
  async sums(tx: EntityManager, { from, to }: AreaRange, weeks: readonly string[]): Promise<WeekSum[]> {
    const rows: Record<keyof WeekSum, string>[] = await tx.query(
      `SELECT week, COUNT(*) AS villages, SUM(met) AS met, SUM(not_met) AS notMet, SUM(undetermined) AS undetermined,
         SUM(overdue) AS overdue, MAX(derived) AS derived
       FROM village_week WHERE week IN (?) AND area_code >= ? AND area_code < ? GROUP BY week ORDER BY week`,
      [weeks, from, to],
    )
    return rows.map((row) => ({
      week: row.week,
      villages: Number(row.villages),
      met: Number(row.met),
      notMet: Number(row.notMet),
      undetermined: Number(row.undetermined),
      overdue: Number(row.overdue),
      derived: Number(row.derived) === 1,
    }))
  }

  /** Villages of an area that stand otherwise in one week than in another. */
  changed(
    tx: EntityManager,
    { from, to }: AreaRange,
    [before, after]: readonly [string, string],
  ): Promise<{ areaCode: string; before: string; after: string }[]> {
    return tx.query(
      `SELECT n.area_code AS areaCode, o.states AS \`before\`, n.states AS \`after\`
       FROM village_week n JOIN village_week o ON o.week = ? AND o.area_code = n.area_code
       WHERE n.week = ? AND n.area_code >= ? AND n.area_code < ? AND n.states <> o.states ORDER BY n.area_code`,
      [before, after, from, to],
    )
  }

  /** Villages of which an earlier week than this one is known. One step through the index for each village, however many weeks it has. */
  async knownBefore(tx: EntityManager, week: string): Promise<ReadonlySet<string>> {
    const rows: { areaCode: string }[] = await tx.query(
      `SELECT area_code AS areaCode FROM village_week GROUP BY area_code HAVING MIN(week) < ?`,
      [week],
    )
    return new Set(rows.map(({ areaCode }) => areaCode))
  }

  /** @returns how many went; fewer than `limit`: all */
  async forget(tx: EntityManager, before: string, limit: number): Promise<number> {
    const { affectedRows }: { affectedRows: number } = await tx.query(
      `DELETE FROM village_week WHERE week < ? ORDER BY week, area_code LIMIT ?`,
      [before, limit],
    )
    return affectedRows
  }
}

const valuesOf = (row: VillageWeek) => [
  row.week,
  row.areaCode,
  row.asOf,
  row.states,
  row.met,
  row.notMet,
  row.undetermined,
  row.overdue,
  row.derived,
]
