import type { Audience, Channel } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AreaScope } from '../../platform/auth/area-scope.js'

export type TallyRow = {
  areaCode: string
  year: number
  audience: Audience
  channel: Channel
  valid: number
  aware: number
}

/** Both included. */
export type Years = { from: number; to: number }

export type Repeats = {
  areaCode: string
  audience: string
  /** Papers of people who had been counted this year: kept, not counted. */
  again: number
  /** Counted answers from a phone on which another was counted before them: a family's, or somebody who answers for many. */
  shared: number
  sharedAware: number
}

const KEY = 'area_code AS areaCode, year, audience, channel'
const GROUP = 'GROUP BY area_code, year, audience, channel'
const SLOTS = `SELECT area_code, year, audience, channel, valid, aware FROM awareness_slot WHERE area_code >= ? AND area_code < ?`
const ATTEMPTS = `SELECT area_code, year, audience, channel, COUNT(*) AS valid, SUM(is_aware) AS aware
  FROM quiz_attempt WHERE area_code >= ? AND area_code < ? AND is_counted = 1 ${GROUP}`

@Injectable()
export class AwarenessRepository {
  async tallies(tx: EntityManager, scope: AreaScope, years: Years): Promise<TallyRow[]> {
    return numbers(
      await tx.query(
        `SELECT ${KEY}, SUM(valid) AS valid, SUM(aware) AS aware FROM awareness_slot
         WHERE area_code >= ? AND area_code < ? AND year >= ? AND year <= ? ${GROUP}
         ORDER BY area_code, year, audience, channel`,
        [scope.from, scope.to, years.from, years.to],
      ),
    )
  }

  async repeats(tx: EntityManager, scope: AreaScope, year: number): Promise<Repeats[]> {
    const rows: Record<keyof Repeats, string>[] = await tx.query(
      `SELECT area_code AS areaCode, audience, SUM(again) AS again, SUM(shared) AS shared,
         SUM(shared * is_aware) AS sharedAware FROM (
         SELECT area_code, audience, is_aware, not_counted_reason = 'already-counted' AS again,
           is_counted = 1 AND device_hash IS NOT NULL AND ROW_NUMBER() OVER (
             PARTITION BY area_code, is_counted, device_hash ORDER BY submitted_at, id) > 1 AS shared
         FROM quiz_attempt WHERE area_code >= ? AND area_code < ? AND year = ?
       ) AS marked GROUP BY area_code, audience`,
      [scope.from, scope.to, year],
    )
    return rows.map(({ areaCode, audience, again, shared, sharedAware }) => ({
      areaCode,
      audience,
      again: Number(again ?? 0),
      shared: Number(shared ?? 0),
      sharedAware: Number(sharedAware ?? 0),
    }))
  }

  /** The same sums, counted from the attempts themselves. */
  async recount(tx: EntityManager, scope: AreaScope, year: number): Promise<TallyRow[]> {
    return numbers(
      await tx.query(
        `SELECT ${KEY}, COUNT(*) AS valid, SUM(is_aware) AS aware FROM quiz_attempt
         WHERE area_code >= ? AND area_code < ? AND year = ? AND is_counted = 1 ${GROUP} ORDER BY area_code, audience, channel`,
        [scope.from, scope.to, year],
      ),
    )
  }

  /** Where both differ, slots minus attempts. One statement reads one moment, also while attempts are being written. */
  async differences(tx: EntityManager, scope: AreaScope): Promise<TallyRow[]> {
    return numbers(
      await tx.query(
        `SELECT ${KEY}, SUM(valid) AS valid, SUM(aware) AS aware FROM (
           ${SLOTS} UNION ALL
           SELECT area_code, year, audience, channel, -valid, -aware FROM (${ATTEMPTS}) AS counted
         ) AS both_sides ${GROUP} HAVING SUM(valid) <> 0 OR SUM(aware) <> 0`,
        [scope.from, scope.to, scope.from, scope.to],
      ),
    )
  }
}

/** The driver gives sums as text. */
const numbers = (rows: TallyRow[]): TallyRow[] =>
  rows.map((row) => ({ ...row, valid: Number(row.valid), aware: Number(row.aware) }))
