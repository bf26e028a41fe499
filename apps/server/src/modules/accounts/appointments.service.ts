import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { uuidv7 } from 'uuidv7'
import { AreaScope, areaLevel, townCode } from '../../platform/auth/area-scope.js'
import { type AppointedRole, ROLE_LEVELS } from '../../platform/auth/roles.js'
import { Clock } from '../../platform/clock.js'
import type { Appointment } from './appointment.entity.js'
import { AppointmentsRepository, worksIn } from './appointments.repository.js'

export type Holder = {
  accountId: string
  appointmentId: string
  role: AppointedRole
  areaCode: string
  /** The one venue or school; null: the whole area. */
  subjectId: string | null
}

export type NewAppointment = {
  /** Given by the seed, which must make the same ids each time. */
  id?: string
  accountId: string
  role: AppointedRole
  areaCode: string
  /** The venue or school it is for. */
  subjectId?: string
  from: string
  /** Last day; absent: until further notice. */
  to?: string
  createdBy?: string
}

/** Who holds which role where, and when. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly appointments: AppointmentsRepository,
    private readonly clock: Clock,
  ) {}

  /** Who holds a role at exactly an area on a day. */
  async holders(
    tx: EntityManager,
    query: { role: AppointedRole; areaCode: string; on: string },
  ): Promise<Holder[]> {
    return (await this.appointments.holders(tx, [query.role], [query.areaCode], query.on)).map(toHolder)
  }

  /** Who holds one of the roles today at an area, or at its town when the role works for the whole town. */
  async areaHolders(
    tx: EntityManager,
    query: { roles: readonly AppointedRole[]; areaCode: string; on?: string },
  ): Promise<Holder[]> {
    if (query.roles.length === 0) return []
    const codes = [...new Set([query.areaCode, townCode(query.areaCode)])]
    const rows = await this.appointments.holders(tx, query.roles, codes, query.on ?? this.clock.today())
    return rows.map(toHolder)
  }

  /** Who holds one of the roles at an area of a range on a day, the longest held first. */
  async holdersUnder(
    tx: EntityManager,
    query: { roles: readonly AppointedRole[]; scope: AreaScope; on: string },
  ): Promise<Holder[]> {
    return (await this.appointments.holdersUnder(tx, query.roles, query.scope, query.on)).map(toHolder)
  }

  /** Who records work in a village today: its own people, its grids' and the town's, each person once. */
  async workingIn(tx: EntityManager, village: string): Promise<Holder[]> {
    const rows = await this.appointments.workingIn(
      tx,
      AreaScope.of(village),
      townCode(village),
      this.clock.today(),
    )
    return [...new Map(rows.map((row) => [row.accountId, toHolder(row)])).values()]
  }

  /** The posts in which each of some accounts records work in a village today. @param accountIds at least one */
  async postsOf(
    tx: EntityManager,
    accountIds: readonly string[],
  ): Promise<(accountId: string, village: string) => Appointment[]> {
    const held = await this.ofAccounts(tx, accountIds)
    return (accountId, village) =>
      held.filter((post) => post.accountId === accountId && worksIn(post, village))
  }

  /** What some accounts hold today, the longest held first. @param accountIds at least one */
  ofAccounts(tx: EntityManager, accountIds: readonly string[]): Promise<Appointment[]> {
    return this.appointments.ofAccounts(tx, accountIds, this.clock.today())
  }

  /** What an account holds today, the longest held first. */
  async ofAccount(tx: EntityManager, accountId: string, on = this.clock.today()): Promise<Appointment[]> {
    return this.appointments.ofAccount(tx, accountId, on)
  }

  /**
   * Adds an appointment without asking who may: callers have checked that.
   * @throws RangeError when the role cannot be held at an area of that level
   */
  async appoint(tx: EntityManager, input: NewAppointment): Promise<Appointment> {
    if (!suitsLevel(input.role, input.areaCode)) throw new RangeError('role does not suit the area')
    const row: Appointment = {
      id: input.id ?? uuidv7(),
      accountId: input.accountId,
      role: input.role,
      areaCode: input.areaCode,
      subjectId: input.subjectId ?? null,
      fromOn: input.from,
      toOn: input.to ?? null,
      createdBy: input.createdBy ?? null,
      createdAt: this.clock.now(),
      endedBy: null,
      endedAt: null,
    }
    await this.appointments.insert(tx, row)
    return row
  }
}

export const suitsLevel = (role: AppointedRole, areaCode: string): boolean =>
  ROLE_LEVELS[role].includes(areaLevel(areaCode))

function toHolder(row: Appointment): Holder {
  return {
    accountId: row.accountId,
    appointmentId: row.id,
    role: row.role,
    areaCode: row.areaCode,
    subjectId: row.subjectId,
  }
}
