import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AreaScope } from '../../platform/auth/area-scope.js'
import type { SpotCheck, SpotFinding } from './spot-check.entity.js'

const CHECK = `area_code AS areaCode, id, year, seed, villages, size, drawn, reason, drawn_by AS drawnBy,
  drawn_at AS drawnAt`
const FINDING = `area_code AS areaCode, id, year, spot_check_id AS spotCheckId, item, checked_on AS checkedOn, holds, finding,
  entered_by AS enteredBy, entered_at AS enteredAt`

@Injectable()
export class SpotChecksRepository {
  /** Of an area's year, oldest first. */
  under(tx: EntityManager, { from, to }: AreaScope, year: number): Promise<SpotCheck[]> {
    return tx.query(
      `SELECT ${CHECK} FROM spot_check WHERE area_code >= ? AND area_code < ? AND year = ? ORDER BY drawn_at, id`,
      [from, to, year],
    )
  }

  async insert(tx: EntityManager, check: SpotCheck): Promise<void> {
    const { areaCode, id, year, seed, villages, size, drawn, reason, drawnBy, drawnAt } = check
    await tx.query(
      `INSERT INTO spot_check (area_code, id, year, seed, villages, size, drawn, reason, drawn_by, drawn_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [areaCode, id, year, seed, villages, size, drawn, reason, drawnBy, drawnAt],
    )
  }

  findingsUnder(tx: EntityManager, { from, to }: AreaScope, year: number): Promise<SpotFinding[]> {
    return tx.query(
      `SELECT ${FINDING} FROM spot_finding WHERE area_code >= ? AND area_code < ? AND year = ? ORDER BY entered_at, id`,
      [from, to, year],
    )
  }

  async addFinding(tx: EntityManager, row: SpotFinding): Promise<void> {
    await tx.query(
      `INSERT INTO spot_finding (area_code, id, year, spot_check_id, item, checked_on, holds, finding, entered_by, entered_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        row.areaCode,
        row.id,
        row.year,
        row.spotCheckId,
        row.item,
        row.checkedOn,
        row.holds,
        row.finding,
        row.enteredBy,
        row.enteredAt,
      ],
    )
  }
}
