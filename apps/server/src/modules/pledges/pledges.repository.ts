import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AreaScope } from '../../platform/auth/area-scope.js'
import { Pledge } from './pledge.entity.js'
import type { PledgeLevel } from './pledge-template.entity.js'

const OF_YEAR = [
  'id',
  'areaCode',
  'level',
  'subjectId',
  'signerAccountId',
  'templateVersion',
  'state',
  'dueOn',
] as const satisfies readonly (keyof Pledge)[]
export type PledgeOfYear = Pick<Pledge, (typeof OF_YEAR)[number]>

@Injectable()
export class PledgesRepository {
  find(tx: EntityManager, id: string): Promise<Pledge | null> {
    return tx.findOneBy(Pledge, { id })
  }

  findOrFail(tx: EntityManager, id: string): Promise<Pledge> {
    return tx.findOneByOrFail(Pledge, { id })
  }

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

  /**
   * Every pledge that a post asks for in a year under an area, whatever its state, without its text: a county's texts are
   * many megabytes. Households are counted by their numbers.
   */
  ofYear(tx: EntityManager, scope: AreaScope, year: number): Promise<PledgeOfYear[]> {
    return tx
      .createQueryBuilder(Pledge, 'pledge')
      .select(OF_YEAR.map((column) => `pledge.${column}`))
      .where('pledge.area_code >= :from AND pledge.area_code < :to AND pledge.year = :year', {
        from: scope.from,
        to: scope.to,
        year,
      })
      .andWhere(`pledge.level <> 'village-household'`)
      .orderBy('pledge.area_code')
      .addOrderBy('pledge.id')
      .getMany()
  }

  /** A second campaign at the same moment finds the duty there. */
  async insert(tx: EntityManager, pledge: Pledge): Promise<void> {
    await tx.query(
      `INSERT INTO pledge (id, area_code, level, subject_id, template_id, template_version, year, title, signer_account_id, signer_role,
         counterpart_role, wrapped_key, text_sealed, text_hash, state, issued_at, due_on, verify_code, household_no, signer_name_sealed)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = id`,
      [
        pledge.id,
        pledge.areaCode,
        pledge.level,
        pledge.subjectId,
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
        pledge.householdNo,
        pledge.signerNameSealed,
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

  /** From one of the states in which it may be signed. @returns false when it was in none of them any more */
  async takeSignature(tx: EntityManager, id: string): Promise<boolean> {
    const { affectedRows }: { affectedRows: number } = await tx.query(
      `UPDATE pledge SET state = 'signed-pending-seal', reason_sealed = NULL, ended_at = NULL
       WHERE id = ? AND state IN ('to-sign', 'declined')`,
      [id],
    )
    return affectedRows === 1
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
    newer: Pick<Pledge, 'areaCode' | 'level' | 'year' | 'subjectId' | 'signerAccountId' | 'templateVersion'>,
    state: 'to-sign' | 'sealed',
  ): Promise<void> {
    await tx.query(
      `UPDATE pledge SET state = 'superseded' WHERE area_code = ? AND level = ? AND year = ? AND subject_id = ? AND signer_account_id = ?
         AND template_version < ? AND state = ?`,
      [
        newer.areaCode,
        newer.level,
        newer.year,
        newer.subjectId,
        newer.signerAccountId,
        newer.templateVersion,
        state,
      ],
    )
  }

  /** An end with its reason. @returns false when the pledge was no longer in a state that it ends */
  async end(
    tx: EntityManager,
    id: string,
    from: readonly Pledge['state'][],
    to: 'declined' | 'revoked',
    { reasonSealed, at }: { reasonSealed: Buffer; at: Date },
  ): Promise<boolean> {
    const { affectedRows }: { affectedRows: number } = await tx.query(
      `UPDATE pledge SET state = ?, reason_sealed = ?, ended_at = ? WHERE id = ? AND state IN (${from.map(() => '?').join(', ')})`,
      [to, reasonSealed, at, id, ...from],
    )
    return affectedRows === 1
  }

  /** Why pledges were declined or revoked, sealed, with what opens it. */
  async reasonsOf(
    tx: EntityManager,
    ids: readonly string[],
  ): Promise<Pick<Pledge, 'id' | 'wrappedKey' | 'reasonSealed'>[]> {
    if (ids.length === 0) return []
    return tx.query(
      `SELECT id, wrapped_key AS wrappedKey, reason_sealed AS reasonSealed FROM pledge
       WHERE id IN (${ids.map(() => '?').join(', ')}) AND reason_sealed IS NOT NULL`,
      [...ids],
    )
  }

  /** What a paper has taken the place of. @param party the grid worker's account, or the venue */
  async withdrawForPaper(
    tx: EntityManager,
    scope: AreaScope,
    { level, year, party }: { level: PledgeLevel; year: number; party: string | undefined },
  ): Promise<void> {
    await tx.query(
      `UPDATE pledge SET state = 'withdrawn' WHERE area_code >= ? AND area_code < ? AND level = ? AND year = ?
         AND (? IS NULL OR signer_account_id = ? OR subject_id = ?) AND state IN ('to-sign', 'declined')`,
      [scope.from, scope.to, level, year, party ?? null, party ?? null, party ?? null],
    )
  }

  /** Towns that asked officials, venues or classes for pledges in one of the years. */
  async townsWithCampaign(tx: EntityManager, years: readonly number[]): Promise<string[]> {
    const rows: { town: string }[] = await tx.query(
      `SELECT DISTINCT LEFT(area_code, 9) AS town FROM pledge WHERE year IN (${years.map(() => '?').join(', ')})
         AND level <> 'village-household' ORDER BY town`,
      [...years],
    )
    return rows.map(({ town }) => town)
  }

  /** When the oldest signature was given that is not sealed; undefined: all are. */
  async oldestUnsealed(tx: EntityManager): Promise<Date | undefined> {
    const [row]: { since: Date | null }[] = await tx.query(
      `SELECT MIN(s.signed_at) AS since FROM pledge p JOIN pledge_signature s ON s.pledge_id = p.id
       WHERE p.state = 'signed-pending-seal'`,
    )
    return row?.since ?? undefined
  }

  /** Signed longer than that and still without a seal, the oldest first. */
  async stuck(tx: EntityManager, scope: AreaScope, before: Date): Promise<(Pledge & { signedAt: Date })[]> {
    return tx.query(
      `SELECT p.id, p.area_code AS areaCode, p.level, p.title, p.year, s.signed_at AS signedAt
       FROM pledge p JOIN pledge_signature s ON s.pledge_id = p.id
       WHERE p.state = 'signed-pending-seal' AND p.area_code >= ? AND p.area_code < ? AND s.signed_at <= ?
       ORDER BY s.signed_at, p.id LIMIT 100`,
      [scope.from, scope.to, before],
    )
  }
}
