import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import type { AreaScope } from '../../platform/auth/area-scope.js'
import { Pledge } from './pledge.entity.js'
import { PledgeSeal } from './pledge-seal.entity.js'
import { PledgeSignature } from './pledge-signature.entity.js'
import { FIRST_PREV_HASH } from './pledge-verifier.js'

@Injectable()
export class PledgeSignaturesRepository {
  find(tx: EntityManager, id: string): Promise<PledgeSignature | null> {
    return tx.findOneBy(PledgeSignature, { id })
  }

  ofPledge(tx: EntityManager, pledgeId: string): Promise<PledgeSignature | null> {
    return tx.findOneBy(PledgeSignature, { pledgeId })
  }

  async insert(tx: EntityManager, signature: PledgeSignature): Promise<void> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(PledgeSignature)
      .values(signature)
      .updateEntity(false)
      .execute()
  }

  /** Signed and not yet sealed, in the order of their ids. */
  async awaitingSeal(
    tx: EntityManager,
    scope: AreaScope,
    afterId: string,
    limit: number,
  ): Promise<{ pledge: Pledge; signature: PledgeSignature }[]> {
    const pledges = await tx
      .createQueryBuilder(Pledge, 'pledge')
      .where(`pledge.state = 'signed-pending-seal' AND pledge.id > :afterId`, { afterId })
      .andWhere('pledge.area_code >= :from AND pledge.area_code < :to', { from: scope.from, to: scope.to })
      .orderBy('pledge.id')
      .limit(limit)
      .getMany()
    if (pledges.length === 0) return []
    const signatures = await tx.findBy(PledgeSignature, { pledgeId: In(pledges.map(({ id }) => id)) })
    const byPledge = new Map(signatures.map((signature) => [signature.pledgeId, signature]))
    return pledges.flatMap((pledge) => {
      const signature = byPledge.get(pledge.id)
      return signature ? [{ pledge, signature }] : []
    })
  }

  async countiesAwaitingSeal(tx: EntityManager): Promise<string[]> {
    const rows: { countyCode: string }[] = await tx.query(
      `SELECT DISTINCT LEFT(area_code, 6) AS countyCode FROM pledge WHERE state = 'signed-pending-seal' ORDER BY countyCode`,
    )
    return rows.map(({ countyCode }) => countyCode)
  }

  /** End of a county's chain. */
  async chainEnd(tx: EntityManager, countyCode: string): Promise<{ seq: number; linkHash: string }> {
    const rows: { seq: number; linkHash: string }[] = await tx.query(
      `SELECT seq, link_hash AS linkHash FROM pledge_seal WHERE county_code = ? ORDER BY seq DESC LIMIT 1`,
      [countyCode],
    )
    const end = rows[0]
    return end ? { seq: Number(end.seq), linkHash: end.linkHash } : { seq: 0, linkHash: FIRST_PREV_HASH }
  }

  async appendSeals(tx: EntityManager, seals: readonly PledgeSeal[]): Promise<void> {
    if (seals.length === 0) return
    await tx
      .createQueryBuilder()
      .insert()
      .into(PledgeSeal)
      .values([...seals])
      .updateEntity(false)
      .execute()
  }

  /** Seals that an authority has not stamped yet, the oldest first. */
  dueForStamp(tx: EntityManager, limit: number): Promise<PledgeSeal[]> {
    return tx.find(PledgeSeal, {
      where: { isStampDue: 1 },
      order: { countyCode: 'ASC', seq: 'ASC' },
      take: limit,
    })
  }

  /** Two that stamp the same seal leave the first stamp. */
  async putStamp(tx: EntityManager, { countyCode, seq }: PledgeSeal, token: Buffer): Promise<void> {
    await tx.query(
      `UPDATE pledge_seal SET timestamp_token = ?, is_stamp_due = 0
       WHERE county_code = ? AND seq = ? AND is_stamp_due = 1`,
      [token, countyCode, seq],
    )
  }

  sealOfPledge(tx: EntityManager, pledgeId: string): Promise<PledgeSeal | null> {
    return tx.findOneBy(PledgeSeal, { pledgeId })
  }

  async sealsOfPledges(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, PledgeSeal>> {
    if (ids.length === 0) return new Map()
    const seals = await tx.findBy(PledgeSeal, { pledgeId: In([...ids]) })
    return new Map(seals.map((seal) => [seal.pledgeId, seal]))
  }

  async linkHashAt(tx: EntityManager, countyCode: string, seq: number): Promise<string | null> {
    const seal = await tx.findOneBy(PledgeSeal, { countyCode, seq })
    return seal?.linkHash ?? null
  }

  async countiesWithSeals(tx: EntityManager): Promise<string[]> {
    const rows: { countyCode: string }[] = await tx.query(
      `SELECT DISTINCT county_code AS countyCode FROM pledge_seal ORDER BY countyCode`,
    )
    return rows.map(({ countyCode }) => countyCode)
  }

  /** A pledge that is called sealed without being so: its seal was taken off the end of the chain. */
  async sealedWithoutSeal(tx: EntityManager): Promise<string | undefined> {
    const rows: { id: string }[] = await tx.query(
      `SELECT p.id FROM pledge p LEFT JOIN pledge_seal s ON s.pledge_id = p.id
       WHERE p.state = 'sealed' AND s.pledge_id IS NULL ORDER BY p.id LIMIT 1`,
    )
    return rows[0]?.id
  }

  /** A county's whole chain in order. */
  chain(tx: EntityManager, countyCode: string): Promise<PledgeSeal[]> {
    return tx.find(PledgeSeal, { where: { countyCode }, order: { seq: 'ASC' } })
  }
}
