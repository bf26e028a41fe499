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

const KEY = 'area_code AS areaCode, year, audience, channel'
const GROUP = 'GROUP BY area_code, year, audience, channel'
const SLOTS = `SELECT area_code, year, audience, channel, valid, aware FROM awareness_slot WHERE area_code >= ? AND area_code < ?`
const ATTEMPTS = `SELECT area_code, year, audience, channel, COUNT(*) AS valid, SUM(is_aware) AS aware
  FROM quiz_attempt WHERE area_code >= ? AND area_code < ? AND is_counted = 1 ${GROUP}`

@Injectable()
export class AwarenessRepository {
  async tallies(tx: EntityManager, scope: AreaScope, year: number): Promise<TallyRow[]> {
    return numbers(
      await tx.query(
        `SELECT ${KEY}, SUM(valid) AS valid, SUM(aware) AS aware FROM awareness_slot
         WHERE area_code >= ? AND area_code < ? AND year = ? ${GROUP} ORDER BY area_code, audience, channel`,
        [scope.from, scope.to, year],
      ),
    )
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
