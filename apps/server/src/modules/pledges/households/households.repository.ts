import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { uuidv7 } from 'uuidv7'
import type { AreaScope } from '../../../platform/auth/area-scope.js'
import { newSlipCode } from '../../../platform/crypto/slip-code.js'
import type { PledgeState } from '../pledge.entity.js'
import { HouseholdNumber, HouseholdSigning } from './household-signing.entity.js'

/** Rows in one INSERT. */
const CHUNK = 500

/** The signing of a village in a year. */
export type VillageYear = { areaCode: string; year: number }
/** A number, with how far its pledge has come. */
export type NumberRow = HouseholdNumber & { pledgeState: PledgeState | null }

const NUMBER = `n.area_code AS areaCode, n.year, n.number, n.slip_id AS slipId, n.slip_code AS slipCode, n.pledge_id AS pledgeId,
  n.paper_record_id AS paperRecordId, n.paper_on AS paperOn, p.state AS pledgeState`
const NUMBERS = `SELECT ${NUMBER} FROM household_number n LEFT JOIN pledge p ON p.id = n.pledge_id`

@Injectable()
export class HouseholdsRepository {
  find(tx: EntityManager, { areaCode, year }: VillageYear): Promise<HouseholdSigning | null> {
    return tx.findOneBy(HouseholdSigning, { areaCode, year })
  }

  /** Opens the signing, or holds it for a change of its numbers: of two at once the second waits. */
  async lock(tx: EntityManager, signing: HouseholdSigning): Promise<HouseholdSigning> {
    await tx.query(
      `INSERT INTO household_signing (area_code, year, size, opened_by, opened_by_role, opened_at) VALUES (?, ?, 0, ?, ?, ?)
       ON DUPLICATE KEY UPDATE size = size`,
      [signing.areaCode, signing.year, signing.openedBy, signing.openedByRole, signing.openedAt],
    )
    return tx
      .createQueryBuilder(HouseholdSigning, 's')
      .setLock('pessimistic_write')
      .where('s.area_code = :areaCode AND s.year = :year', { ...signing })
      .getOneOrFail()
  }

  /** Numbers `from` … `to`, each with a slip of its own. */
  async addNumbers(
    tx: EntityManager,
    { areaCode, year }: VillageYear,
    { from, to }: { from: number; to: number },
  ): Promise<void> {
    for (let at = from; at <= to; at += CHUNK) {
      const numbers = Array.from({ length: Math.min(CHUNK, to - at + 1) }, (_, index) => at + index)
      await tx.query('INSERT INTO household_number (area_code, year, number, slip_id, slip_code) VALUES ?', [
        numbers.map((number) => [areaCode, year, number, uuidv7(), newSlipCode()]),
      ])
    }
  }

  /** Takes away the numbers above `size`; those that have signed are never taken. @returns how many went */
  async dropAbove(tx: EntityManager, { areaCode, year }: VillageYear, size: number): Promise<number> {
    const { affectedRows }: { affectedRows: number } = await tx.query(
      `DELETE FROM household_number
       WHERE area_code = ? AND year = ? AND number > ? AND pledge_id IS NULL AND paper_record_id IS NULL`,
      [areaCode, year, size],
    )
    return affectedRows
  }

  async setSize(tx: EntityManager, { areaCode, year }: VillageYear, size: number): Promise<void> {
    await tx.query('UPDATE household_signing SET size = ? WHERE area_code = ? AND year = ?', [
      size,
      areaCode,
      year,
    ])
  }

  /** In the order of the village's list. */
  numbers(tx: EntityManager, { areaCode, year }: VillageYear): Promise<NumberRow[]> {
    return tx.query(`${NUMBERS} WHERE n.area_code = ? AND n.year = ? ORDER BY n.number`, [areaCode, year])
  }

  async findByCode(tx: EntityManager, code: string): Promise<NumberRow | undefined> {
    const rows: NumberRow[] = await tx.query(`${NUMBERS} WHERE n.slip_code = ?`, [code])
    return rows[0]
  }

  async findNumber(
    tx: EntityManager,
    { areaCode, year }: VillageYear,
    number: number,
  ): Promise<NumberRow | undefined> {
    const rows: NumberRow[] = await tx.query(
      `${NUMBERS} WHERE n.area_code = ? AND n.year = ? AND n.number = ?`,
      [areaCode, year, number],
    )
    return rows[0]
  }

  /** Holds a number: what is signed, noted or renewed for it at the same moment comes after. */
  async lockNumber(
    tx: EntityManager,
    { areaCode, year }: VillageYear,
    number: number,
  ): Promise<NumberRow | undefined> {
    await tx.query(
      'SELECT number FROM household_number WHERE area_code = ? AND year = ? AND number = ? FOR UPDATE',
      [areaCode, year, number],
    )
    return this.findNumber(tx, { areaCode, year }, number)
  }

  async setPledge(
    tx: EntityManager,
    { areaCode, year, number }: HouseholdNumber,
    pledgeId: string,
  ): Promise<void> {
    await tx.query(
      'UPDATE household_number SET pledge_id = ? WHERE area_code = ? AND year = ? AND number = ?',
      [pledgeId, areaCode, year, number],
    )
  }

  /** A new slip: the old one's code is known to nobody any more. */
  async renew(tx: EntityManager, { areaCode, year, number }: HouseholdNumber): Promise<string> {
    const code = newSlipCode()
    await tx.query(
      `UPDATE household_number SET slip_id = ?, slip_code = ?, pledge_id = NULL
       WHERE area_code = ? AND year = ? AND number = ?`,
      [uuidv7(), code, areaCode, year, number],
    )
    return code
  }

  /** @param paper null: it was noted by mistake */
  async setPaper(
    tx: EntityManager,
    { areaCode, year, number }: HouseholdNumber,
    paper: { recordId: string; on: string } | null,
  ): Promise<void> {
    await tx.query(
      `UPDATE household_number SET paper_record_id = ?, paper_on = ? WHERE area_code = ? AND year = ? AND number = ?`,
      [paper?.recordId ?? null, paper?.on ?? null, areaCode, year, number],
    )
  }

  /** How many households the villages under an area have numbered in a year. */
  async sizes(
    tx: EntityManager,
    { from, to }: AreaScope,
    year: number,
  ): Promise<ReadonlyMap<string, number>> {
    const rows: { areaCode: string; size: number }[] = await tx.query(
      `SELECT area_code AS areaCode, size FROM household_signing WHERE area_code >= ? AND area_code < ? AND year = ?`,
      [from, to, year],
    )
    return new Map(rows.map(({ areaCode, size }) => [areaCode, size]))
  }
}
