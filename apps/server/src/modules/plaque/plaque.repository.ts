import type { PlaqueDecision } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AreaScope } from '../../platform/auth/area-scope.js'
import type { PlaqueDecisionRow } from './plaque-decision.entity.js'

export type StoredDecision = PlaqueDecision & Omit<PlaqueDecisionRow, 'corrects'>
export type Settlement = Pick<PlaqueDecisionRow, 'id' | 'state' | 'settledBy' | 'settledAt' | 'reason'>

const COLUMNS = `id, area_code AS areaCode, kind, year, decided_on AS \`on\`, document, corrects, entered_by AS enteredBy,
  entered_at AS enteredAt, state, settled_by AS settledBy, settled_at AS settledAt, reason`

@Injectable()
export class PlaqueRepository {
  /** @returns the decisions of an area that stand, by village, in the order in which they took effect */
  async underArea(
    tx: EntityManager,
    { from, to }: AreaScope,
  ): Promise<ReadonlyMap<string, StoredDecision[]>> {
    const rows: PlaqueDecisionRow[] = await tx.query(
      `SELECT ${COLUMNS} FROM plaque_decision WHERE area_code >= ? AND area_code < ? AND state = 'confirmed'
       ORDER BY COALESCE(settled_at, entered_at), id`,
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

  /** Of an area: what waits for its second person. */
  async waitingUnder(tx: EntityManager, { from, to }: AreaScope): Promise<StoredDecision[]> {
    const rows: PlaqueDecisionRow[] = await tx.query(
      `SELECT ${COLUMNS} FROM plaque_decision WHERE area_code >= ? AND area_code < ? AND state = 'pending'`,
      [from, to],
    )
    return rows.map(toDecision)
  }

  /** Of one village: what does not stand, because it waits or was sent back; entered last first. */
  async unsettledOf(tx: EntityManager, areaCode: string): Promise<StoredDecision[]> {
    const rows: PlaqueDecisionRow[] = await tx.query(
      `SELECT ${COLUMNS} FROM plaque_decision WHERE area_code = ? AND state <> 'confirmed' ORDER BY entered_at DESC, id DESC`,
      [areaCode],
    )
    return rows.map(toDecision)
  }

  async find(tx: EntityManager, id: string): Promise<StoredDecision | undefined> {
    const rows: PlaqueDecisionRow[] = await tx.query(`SELECT ${COLUMNS} FROM plaque_decision WHERE id = ?`, [
      id,
    ])
    return rows[0] && toDecision(rows[0])
  }

  /** Decisions about one village are entered and settled one after the other. */
  async lockVillage(tx: EntityManager, areaCode: string): Promise<void> {
    await tx.query('SELECT code FROM area WHERE code = ? FOR UPDATE', [areaCode])
  }

  async insert(tx: EntityManager, decision: StoredDecision): Promise<void> {
    const { id, areaCode, kind, year, on, document, corrects, enteredBy, enteredAt, state } = decision
    await tx.query(
      `INSERT INTO plaque_decision (id, area_code, kind, year, decided_on, document, corrects, entered_by, entered_at, state)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [id, areaCode, kind, year, on, document, corrects ?? null, enteredBy, enteredAt, state],
    )
  }

  /** Once. */
  async settle(tx: EntityManager, { id, state, settledBy, settledAt, reason }: Settlement): Promise<void> {
    await tx.query(
      `UPDATE plaque_decision SET state = ?, settled_by = ?, settled_at = ?, reason = ? WHERE id = ? AND state = 'pending'`,
      [state, settledBy, settledAt, reason, id],
    )
  }
}

const toDecision = ({ corrects, ...row }: PlaqueDecisionRow): StoredDecision => ({
  ...row,
  ...(corrects === null ? {} : { corrects }),
})
