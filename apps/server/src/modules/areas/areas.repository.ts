import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import type { AreaScope } from '../../platform/auth/area-scope.js'
import type { AreaLevel } from '../../platform/auth/roles.js'
import { AreaRow } from './area.entity.js'

export type AreaHead = Pick<AreaRow, 'code' | 'level' | 'name' | 'parentCode' | 'isDemo' | 'startOn'>

type HeadRow = Omit<AreaHead, 'isDemo'> & { isDemo: 0 | 1 }

const HEAD = 'code, level, name, parent_code AS parentCode, is_demo AS isDemo, start_on AS startOn'

const toHead = (row: HeadRow): AreaHead => ({ ...row, isDemo: row.isDemo === 1 })

@Injectable()
export class AreasRepository {
  /** What a record's village is asked for: every submission does, so it is spared the ORM. */
  async find(tx: EntityManager, code: string): Promise<AreaHead | null> {
    const rows: HeadRow[] = await tx.query(`SELECT ${HEAD} FROM area WHERE code = ?`, [code])
    return rows[0] ? toHead(rows[0]) : null
  }

  async byCodes(tx: EntityManager, codes: readonly string[]): Promise<AreaRow[]> {
    return codes.length === 0 ? [] : tx.findBy(AreaRow, { code: In([...codes]) })
  }

  /** Areas that exist on a day, in the order of their codes: for a county's home some thousands, so spared the ORM too. */
  async inScope(
    tx: EntityManager,
    scope: AreaScope | undefined,
    level: AreaLevel | undefined,
    on: string,
  ): Promise<AreaHead[]> {
    const where = ['valid_from <= ?', '(valid_to IS NULL OR valid_to >= ?)']
    const values: string[] = [on, on]
    if (scope) {
      where.push('code >= ? AND code < ?')
      values.push(scope.from, scope.to)
    }
    if (level) {
      where.push('level = ?')
      values.push(level)
    }
    const rows: HeadRow[] = await tx.query(
      `SELECT ${HEAD} FROM area WHERE ${where.join(' AND ')} ORDER BY code`,
      values,
    )
    return rows.map(toHead)
  }

  async setStart(tx: EntityManager, code: string, startOn: string): Promise<void> {
    await tx.query(`UPDATE area SET start_on = ? WHERE code = ?`, [startOn, code])
  }

  async upsert(tx: EntityManager, row: AreaRow): Promise<void> {
    await tx.query(
      `INSERT INTO area (code, level, name, org_name, parent_code, county_code, is_demo, start_on, valid_from, valid_to, successor_code)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE name = VALUES(name), org_name = VALUES(org_name), is_demo = VALUES(is_demo),
         start_on = VALUES(start_on), valid_from = VALUES(valid_from), valid_to = VALUES(valid_to), successor_code = VALUES(successor_code)`,
      [
        row.code,
        row.level,
        row.name,
        row.orgName,
        row.parentCode,
        row.countyCode,
        row.isDemo,
        row.startOn,
        row.validFrom,
        row.validTo,
        row.successorCode,
      ],
    )
  }
}
