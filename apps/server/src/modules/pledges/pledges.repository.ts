import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AreaScope } from '../../platform/auth/area-scope.js'
import { Pledge } from './pledge.entity.js'
import type { PledgeLevel } from './pledge-template.entity.js'

export type CoverageRow = {
  villageCode: string
  level: PledgeLevel
  required: number
  signed: number
  overdue: number
}

@Injectable()
export class PledgesRepository {
  /** A person's own pledge. */
  findOfSigner(tx: EntityManager, id: string, signerAccountId: string): Promise<Pledge | null> {
    return tx.findOneBy(Pledge, { id, signerAccountId })
  }

  findInScope(tx: EntityManager, id: string, scope: AreaScope): Promise<Pledge | null> {
    return tx
      .createQueryBuilder(Pledge, 'pledge')
      .where('pledge.id = :id AND pledge.area_code >= :from AND pledge.area_code < :to', {
        id,
        from: scope.from,
        to: scope.to,
      })
      .getOne()
  }

  findByVerifyCode(tx: EntityManager, verifyCode: string): Promise<Pledge | null> {
    return tx.findOneBy(Pledge, { verifyCode })
  }

  /** A person's pledges, the newest year first; not those of posts he no longer holds. */
  listOfSigner(tx: EntityManager, signerAccountId: string): Promise<Pledge[]> {
    return tx
      .createQueryBuilder(Pledge, 'pledge')
      .where(`pledge.signer_account_id = :signerAccountId AND pledge.state <> 'withdrawn'`, {
        signerAccountId,
      })
      .orderBy('pledge.year', 'DESC')
      .addOrderBy('pledge.due_on')
      .addOrderBy('pledge.id')
      .limit(100)
      .getMany()
  }

  /** Every pledge of a year under an area, whatever its state. */
  ofYear(tx: EntityManager, scope: AreaScope, year: number): Promise<Pledge[]> {
    return tx
      .createQueryBuilder(Pledge, 'pledge')
      .where('pledge.area_code >= :from AND pledge.area_code < :to AND pledge.year = :year', {
        from: scope.from,
        to: scope.to,
        year,
      })
      .orderBy('pledge.area_code')
      .addOrderBy('pledge.id')
      .getMany()
  }

  /** A second campaign at the same moment finds the duty there. */
  async insert(tx: EntityManager, pledge: Pledge): Promise<void> {
    await tx.query(
      `INSERT INTO pledge (id, area_code, level, template_id, template_version, year, title, signer_account_id, signer_role,
         counterpart_role, wrapped_key, text_sealed, text_hash, state, issued_at, due_on, verify_code)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = id`,
      [
        pledge.id,
        pledge.areaCode,
        pledge.level,
        pledge.templateId,
        pledge.templateVersion,
        pledge.year,
        pledge.title,
        pledge.signerAccountId,
        pledge.signerRole,
        pledge.counterpartRole,
        pledge.wrappedKey,
        pledge.textSealed,
        pledge.textHash,
        pledge.state,
        pledge.issuedAt,
        pledge.dueOn,
        pledge.verifyCode,
      ],
    )
  }

  /** @returns false when the pledge was no longer in the state it should leave */
  async move(tx: EntityManager, id: string, from: Pledge['state'], to: Pledge['state']): Promise<boolean> {
    const result: { affectedRows: number } = await tx.query(
      `UPDATE pledge SET state = ? WHERE id = ? AND state = ?`,
      [to, id, from],
    )
    return result.affectedRows === 1
  }

  async reopen(tx: EntityManager, id: string, dueOn: string): Promise<void> {
    await tx.query(`UPDATE pledge SET state = 'to-sign', due_on = ? WHERE id = ? AND state = 'withdrawn'`, [
      dueOn,
      id,
    ])
  }

  /** Earlier wordings of the same duty give way: unsigned ones at once, sealed ones when the new one is sealed. */
  async supersedeOlder(
    tx: EntityManager,
    newer: Pick<Pledge, 'areaCode' | 'level' | 'year' | 'signerAccountId' | 'templateVersion'>,
    state: 'to-sign' | 'sealed',
  ): Promise<void> {
    await tx.query(
      `UPDATE pledge SET state = 'superseded' WHERE area_code = ? AND level = ? AND year = ? AND signer_account_id = ?
         AND template_version < ? AND state = ?`,
      [newer.areaCode, newer.level, newer.year, newer.signerAccountId, newer.templateVersion, state],
    )
  }

  /**
   * Duties of a year by village and level. A duty with two wordings is one duty; signed by an older wording it counts
   * until the newer one is sealed.
   */
  async coverage(tx: EntityManager, scope: AreaScope, year: number, today: string): Promise<CoverageRow[]> {
    const rows: CoverageRow[] = await tx.query(
      `SELECT LEFT(duty.area_code, 12) AS villageCode, duty.level, COUNT(*) AS required,
         SUM(duty.is_signed) AS signed, SUM(duty.is_signed = 0 AND duty.due_on < ?) AS overdue
       FROM (
         SELECT area_code, level, signer_account_id, MAX(state = 'sealed') AS is_signed, MIN(due_on) AS due_on
         FROM pledge
         WHERE area_code >= ? AND area_code < ? AND year = ? AND state IN ('to-sign', 'signed-pending-seal', 'sealed')
         GROUP BY area_code, level, signer_account_id
       ) AS duty
       GROUP BY LEFT(duty.area_code, 12), duty.level ORDER BY villageCode, duty.level`,
      [today, scope.from, scope.to, year],
    )
    return rows.map((row) => ({
      ...row,
      required: Number(row.required),
      signed: Number(row.signed),
      overdue: Number(row.overdue),
    }))
  }
}
