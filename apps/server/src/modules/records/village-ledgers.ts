import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'

export type VillageLedgerHead = { areaCode: string; version: number; startOn: string; nextPersonNo: number }

type Row = { area_code: string; version: number; start_on: string; next_person_no: number }

/** Version and numbering of each village's ledger. Exported: whatever changes what a village's phones hold takes a version here. */
@Injectable()
export class VillageLedgers {
  /**
   * Takes the next version of the village and keeps its row locked until the transaction ends: whoever changes a
   * village's records stands in this line. Subjects are locked before it, never after.
   * @param startOn written when the village has no ledger yet
   */
  async advance(
    tx: EntityManager,
    areaCode: string,
    options: { startOn: string; newPersons: 0 | 1; at: Date },
  ): Promise<VillageLedgerHead> {
    const { startOn, newPersons, at } = options
    const updated: { affectedRows: number } = await tx.query(
      `UPDATE village_ledger SET version = version + 1, next_person_no = next_person_no + ?, changed_at = ? WHERE area_code = ?`,
      [newPersons, at, areaCode],
    )
    if (updated.affectedRows === 0)
      await tx.query(
        `INSERT INTO village_ledger (area_code, version, start_on, next_person_no, changed_at) VALUES (?, 1, ?, ?, ?)
         ON DUPLICATE KEY UPDATE version = version + 1, next_person_no = next_person_no + ?, changed_at = VALUES(changed_at)`,
        [areaCode, startOn, 1 + newPersons, at, newPersons],
      )
    const head = await this.find(tx, areaCode)
    if (!head) throw new Error('the ledger of a village vanished while it was locked')
    return head
  }

  /** The ledger's own copy of the day it began; its row is locked by `advance`. */
  async setStart(tx: EntityManager, areaCode: string, startOn: string): Promise<void> {
    await tx.query(`UPDATE village_ledger SET start_on = ? WHERE area_code = ?`, [startOn, areaCode])
  }

  async find(tx: EntityManager, areaCode: string): Promise<VillageLedgerHead | undefined> {
    const rows: Row[] = await tx.query(
      `SELECT area_code, version, start_on, next_person_no FROM village_ledger WHERE area_code = ?`,
      [areaCode],
    )
    const row = rows[0]
    return (
      row && {
        areaCode: row.area_code,
        version: row.version,
        startOn: row.start_on,
        nextPersonNo: row.next_person_no,
      }
    )
  }

  /** Villages that have a ledger, a page at a time. @param after exclusive */
  async codesAfter(tx: EntityManager, after: string, limit: number): Promise<string[]> {
    const rows: { area_code: string }[] = await tx.query(
      `SELECT area_code FROM village_ledger WHERE area_code > ? ORDER BY area_code LIMIT ?`,
      [after, limit],
    )
    return rows.map((row) => row.area_code)
  }
}
