import type { PlaqueDecision } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AreaScope } from '../../platform/auth/area-scope.js'
import type { PlaqueDecisionRow } from './plaque-decision.entity.js'

type Row = Omit<PlaqueDecisionRow, 'enteredAt'>
export type StoredDecision = PlaqueDecision & { areaCode: string; enteredBy: string }

const COLUMNS =
  'id, area_code AS areaCode, kind, year, decided_on AS `on`, document, corrects, entered_by AS enteredBy'

@Injectable()
export class PlaqueRepository {
  /** @returns the decisions of an area by village, in the order in which they were entered */
  async underArea(
    tx: EntityManager,
    { from, to }: AreaScope,
  ): Promise<ReadonlyMap<string, StoredDecision[]>> {
    const rows: Row[] = await tx.query(
      `SELECT ${COLUMNS} FROM plaque_decision WHERE area_code >= ? AND area_code < ? ORDER BY entered_at, id`,
      [from, to],
    )
    const byVillage = new Map<string, StoredDecision[]>()
    for (const row of rows) {
      const known = byVillage.get(row.areaCode)
      if (known) known.push(toDecision(row))
      else byVillage.set(row.areaCode, [toDecision(row)])
    }
    return byVillage
  }

  async find(tx: EntityManager, id: string): Promise<StoredDecision | undefined> {
    const rows: Row[] = await tx.query(`SELECT ${COLUMNS} FROM plaque_decision WHERE id = ?`, [id])
    return rows[0] && toDecision(rows[0])
  }

  /** Decisions about one village are entered one after the other. */
  async lockVillage(tx: EntityManager, areaCode: string): Promise<void> {
    await tx.query('SELECT code FROM area WHERE code = ? FOR UPDATE', [areaCode])
  }

  async insert(tx: EntityManager, decision: StoredDecision, enteredAt: Date): Promise<void> {
    const { id, areaCode, kind, year, on, document, corrects, enteredBy } = decision
    await tx.query(
      `INSERT INTO plaque_decision (id, area_code, kind, year, decided_on, document, corrects, entered_by, entered_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [id, areaCode, kind, year, on, document, corrects ?? null, enteredBy, enteredAt],
    )
  }
}

const toDecision = ({ corrects, ...row }: Row): StoredDecision => ({
  ...row,
  ...(corrects === null ? {} : { corrects }),
})
