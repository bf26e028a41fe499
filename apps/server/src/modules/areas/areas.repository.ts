import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import type { AreaScope } from '../../platform/auth/area-scope.js'
import type { AreaLevel } from '../../platform/auth/roles.js'
import { AreaRow } from './area.entity.js'

export type AreaHead = Pick<AreaRow, 'code' | 'level' | 'name' | 'parentCode' | 'isDemo' | 'startOn'>

@Injectable()
export class AreasRepository {
  /** What a record's village is asked for: every submission does, so it is spared the ORM. */
  async find(tx: EntityManager, code: string): Promise<AreaHead | null> {
    const rows: (Omit<AreaHead, 'isDemo'> & { isDemo: 0 | 1 })[] = await tx.query(
      `SELECT code, level, name, parent_code AS parentCode, is_demo AS isDemo, start_on AS startOn FROM area WHERE code = ?`,
      [code],
    )
    const row = rows[0]
    return row ? { ...row, isDemo: row.isDemo === 1 } : null
  }

  async byCodes(tx: EntityManager, codes: readonly string[]): Promise<AreaRow[]> {
    return codes.length === 0 ? [] : tx.findBy(AreaRow, { code: In([...codes]) })
  }

  /** Areas that exist on a day, in the order of their codes. */
  inScope(
    tx: EntityManager,
    scope: AreaScope | undefined,
    level: AreaLevel | undefined,
    on: string,
  ): Promise<AreaRow[]> {
    const query = tx
      .createQueryBuilder(AreaRow, 'area')
      .where('area.valid_from <= :on AND (area.valid_to IS NULL OR area.valid_to >= :on)', { on })
      .orderBy('area.code')
    if (scope) query.andWhere('area.code >= :from AND area.code < :to', { from: scope.from, to: scope.to })
    if (level) query.andWhere('area.level = :level', { level })
    return query.getMany()
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
