import { Injectable } from '@nestjs/common'
import type { EntityManager, SelectQueryBuilder } from 'typeorm'
import { AreaScope, townCode } from '../../platform/auth/area-scope.js'
import type { AppointedRole } from '../../platform/auth/roles.js'
import { Appointment } from './appointment.entity.js'

/** Holds on a day: the last day counts, unless the appointment was ended early on it. */
const HOLDS_ON = `a.from_on <= :on AND (a.to_on IS NULL OR a.to_on > :on OR (a.to_on = :on AND a.ended_at IS NULL))`

/** Roles whose holders take part in what a village records. */
const VILLAGE_CADRES: readonly AppointedRole[] = [
  'village-secretary',
  'case-worker',
  'grid-worker',
  'police',
  'posted-leader',
]
const TOWN_CADRES: readonly AppointedRole[] = ['town-office', 'police', 'case-worker']

/** Whether somebody with a post records work in a village: what `workingIn` asks the database. */
export const worksIn = (
  { role, areaCode }: Pick<Appointment, 'role' | 'areaCode'>,
  village: string,
): boolean =>
  (VILLAGE_CADRES.includes(role) && AreaScope.of(village).contains(areaCode)) ||
  (TOWN_CADRES.includes(role) && areaCode === townCode(village))

@Injectable()
export class AppointmentsRepository {
  async insert(tx: EntityManager, row: Appointment): Promise<void> {
    await tx.createQueryBuilder().insert().into(Appointment).values(row).updateEntity(false).execute()
  }

  /** Who holds one of the roles at exactly one of the areas. */
  holders(
    tx: EntityManager,
    roles: readonly AppointedRole[],
    areaCodes: readonly string[],
    on: string,
  ): Promise<Appointment[]> {
    return this.onDay(tx, on)
      .andWhere('a.area_code IN (:...areaCodes) AND a.role IN (:...roles)', { areaCodes, roles })
      .getMany()
  }

  /** Who holds one of the roles at an area of a range, the longest held first. */
  holdersUnder(
    tx: EntityManager,
    roles: readonly AppointedRole[],
    scope: AreaScope,
    on: string,
  ): Promise<Appointment[]> {
    return this.onDay(tx, on)
      .andWhere('a.area_code >= :from AND a.area_code < :to AND a.role IN (:...roles)', {
        from: scope.from,
        to: scope.to,
        roles,
      })
      .getMany()
  }

  /** Who works in the areas of a range, or for the whole town in a role that records. */
  workingIn(tx: EntityManager, scope: AreaScope, town: string, on: string): Promise<Appointment[]> {
    return this.onDay(tx, on)
      .andWhere(
        `((a.area_code >= :from AND a.area_code < :to AND a.role IN (:...villageRoles))
          OR (a.area_code = :town AND a.role IN (:...townRoles)))`,
        { from: scope.from, to: scope.to, town, villageRoles: VILLAGE_CADRES, townRoles: TOWN_CADRES },
      )
      .getMany()
  }

  ofAccount(tx: EntityManager, accountId: string, on: string): Promise<Appointment[]> {
    return this.ofAccounts(tx, [accountId], on)
  }

  /** @param accountIds at least one */
  ofAccounts(tx: EntityManager, accountIds: readonly string[], on: string): Promise<Appointment[]> {
    return this.onDay(tx, on).andWhere('a.account_id IN (:...accountIds)', { accountIds }).getMany()
  }

  /** Those that hold now or will hold: what a binding code would open. */
  standingOfAccount(tx: EntityManager, accountId: string, on: string): Promise<Appointment[]> {
    return tx
      .createQueryBuilder(Appointment, 'a')
      .where('a.account_id = :accountId AND a.ended_at IS NULL AND (a.to_on IS NULL OR a.to_on >= :on)', {
        accountId,
        on,
      })
      .getMany()
  }

  /** One page of an office's appointments, newest first. */
  inScope(
    tx: EntityManager,
    scope: AreaScope,
    roles: readonly AppointedRole[],
    before: string | undefined,
    limit: number,
  ): Promise<Appointment[]> {
    const query = tx
      .createQueryBuilder(Appointment, 'a')
      .where('a.area_code >= :from AND a.area_code < :to', { from: scope.from, to: scope.to })
      .andWhere('a.role IN (:...roles)', { roles })
      .orderBy('a.id', 'DESC')
      .limit(limit)
    if (before !== undefined) query.andWhere('a.id < :before', { before })
    return query.getMany()
  }

  findInScope(
    tx: EntityManager,
    scope: AreaScope,
    roles: readonly AppointedRole[],
    id: string,
  ): Promise<Appointment | null> {
    return tx
      .createQueryBuilder(Appointment, 'a')
      .where('a.id = :id AND a.area_code >= :from AND a.area_code < :to', {
        id,
        from: scope.from,
        to: scope.to,
      })
      .andWhere('a.role IN (:...roles)', { roles })
      .getOne()
  }

  /** @returns false when it was ended before */
  async end(
    tx: EntityManager,
    id: string,
    ending: { toOn: string; endedBy: string | null; endedAt: Date },
  ): Promise<boolean> {
    const result: { affectedRows: number } = await tx.query(
      `UPDATE appointment SET to_on = ?, ended_by = ?, ended_at = ?
       WHERE id = ? AND ended_at IS NULL AND (to_on IS NULL OR to_on >= ?)`,
      [ending.toOn, ending.endedBy, ending.endedAt, id, ending.toOn],
    )
    return result.affectedRows === 1
  }

  private onDay(tx: EntityManager, on: string): SelectQueryBuilder<Appointment> {
    return tx
      .createQueryBuilder(Appointment, 'a')
      .where(HOLDS_ON, { on })
      .orderBy('a.from_on')
      .addOrderBy('a.id')
  }
}
