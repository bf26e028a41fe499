import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { townCode } from '../../platform/auth/area-scope.js'
import { type AppointedRole, ROLE_SUBJECTS } from '../../platform/auth/roles.js'
import { AppointmentsService } from '../accounts/appointments.service.js'
import { AreasService } from '../areas/areas.service.js'
import type { Duty } from '../scoring/obligations.service.js'
import type { Audience } from './ladder.js'

/** Who is told, on one day. Asks for each role and area once; made anew for each run. */
export class Recipients {
  private readonly known = new Map<string, Promise<readonly string[]>>()

  constructor(
    private readonly appointments: AppointmentsService,
    private readonly tx: EntityManager,
    private readonly on: string,
  ) {}

  /** @param handedTo whom the duty was handed to, if he may still do it: he is its owner then */
  async of(
    audience: Audience,
    duty: Pick<Duty, 'areaCode' | 'owedBy' | 'subjectId'>,
    handedTo?: string,
  ): Promise<readonly string[]> {
    switch (audience) {
      case 'owner':
        return handedTo === undefined ? this.owners(duty) : [handedTo]
      case 'village-secretary':
        return this.holding('village-secretary', duty.areaCode)
      case 'town-office':
        return this.holding('town-office', townCode(duty.areaCode))
    }
  }

  /** Accounts that hold a role at exactly an area. @param subjectId for a role held for one venue or school: for that one */
  holding(role: AppointedRole, areaCode: string, subjectId?: string): Promise<readonly string[]> {
    const place = ROLE_SUBJECTS[role] === undefined ? undefined : subjectId
    const key = `${role} ${areaCode} ${place ?? ''}`
    const known = this.known.get(key)
    if (known) return known
    const asked = this.ask(role, areaCode, place)
    this.known.set(key, asked)
    return asked
  }

  /**
   * The village's own holders of the role, else the town's. A role nobody holds falls to the village secretary, then to
   * the town office: a duty without an owner must not stay silent.
   */
  private async owners({
    areaCode,
    owedBy,
    subjectId,
  }: Pick<Duty, 'areaCode' | 'owedBy' | 'subjectId'>): Promise<readonly string[]> {
    const town = townCode(areaCode)
    const role = owedBy === 'resident' ? 'village-secretary' : owedBy
    const chain: [AppointedRole, string][] = [
      [role, areaCode],
      [role, town],
      ['village-secretary', areaCode],
      ['town-office', town],
    ]
    for (const [candidate, area] of chain) {
      const found = await this.holding(candidate, area, subjectId)
      if (found.length > 0) return found
    }
    return []
  }

  private async ask(role: AppointedRole, areaCode: string, place?: string): Promise<readonly string[]> {
    const holders = await this.appointments.holders(this.tx, { role, areaCode, on: this.on })
    const theirs = holders.filter(({ subjectId }) => place === undefined || subjectId === place)
    return [...new Set(theirs.map((holder) => holder.accountId))]
  }
}

/** Supervisors who get the weekly summary: offices over villages that have begun. */
@Injectable()
export class Supervisors {
  constructor(private readonly areas: AreasService) {}

  async offices(tx: EntityManager, today: string): Promise<{ role: AppointedRole; areaCode: string }[]> {
    const villages = await this.areas.list(tx, { level: 'village' })
    const begun = villages.filter(({ startOn }) => startOn !== null && startOn <= today)
    const towns = new Set(begun.map(({ code }) => townCode(code)))
    const counties = new Set(begun.map(({ code }) => code.slice(0, 6)))
    return [
      ...[...towns].map((areaCode) => ({ role: 'town-office' as const, areaCode })),
      ...[...counties].map((areaCode) => ({ role: 'county-office' as const, areaCode })),
    ]
  }
}
