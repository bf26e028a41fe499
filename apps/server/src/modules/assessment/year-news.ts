import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { countyCode, townCode } from '../../platform/auth/area-scope.js'
import type { AppointedRole } from '../../platform/auth/roles.js'
import { Clock } from '../../platform/clock.js'
import { AppointmentsService } from '../accounts/appointments.service.js'
import { NotificationsService } from '../reminders/notifications.service.js'
import type { TextKey } from '../reminders/reminder-texts.js'
import type { AssessmentYearRow, StepKind } from './assessment-year.entity.js'

type Told = {
  role: AppointedRole
  key: TextKey /** Also by WeChat: it has to be done again. */
  message?: true
}

/** Whose turn it is after a step, or who waited for it. The days of publicity are told by `YearReminders`. */
const TOLD: Partial<Record<StepKind, readonly Told[]>> = {
  submitted: [{ role: 'town-office', key: 'year.handed-in' }],
  returned: [{ role: 'village-secretary', key: 'year.returned', message: true }],
  endorsed: [{ role: 'village-secretary', key: 'year.endorsed' }],
  corrected: [{ role: 'village-secretary', key: 'year.corrected' }],
  appealed: [{ role: 'county-assessor', key: 'year.appealed' }],
  decided: [
    { role: 'village-secretary', key: 'year.decided' },
    { role: 'town-office', key: 'year.decided-town' },
  ],
  closed: [{ role: 'village-secretary', key: 'year.closed' }],
}

/** Where each of them holds office. */
const OFFICE: Partial<Record<AppointedRole, (village: string) => string>> = {
  'town-office': townCode,
  'county-assessor': countyCode,
}

/** Tells whoever is next that a village's year has moved on, but for the person who moved it. */
@Injectable()
export class YearNews {
  constructor(
    private readonly appointments: AppointmentsService,
    private readonly notifications: NotificationsService,
    private readonly clock: Clock,
  ) {}

  /** In the step's own transaction. @param ref tells steps of one kind apart */
  async tell(
    tx: EntityManager,
    actor: Actor,
    { areaCode, year }: Pick<AssessmentYearRow, 'areaCode' | 'year'>,
    kind: StepKind,
    ref: string,
  ): Promise<void> {
    const on = this.clock.today()
    const news = []
    for (const { role, key, message = false } of TOLD[kind] ?? [])
      for (const { accountId } of await this.appointments.holders(tx, {
        role,
        areaCode: OFFICE[role]?.(areaCode) ?? areaCode,
        on,
      }))
        news.push({
          accountId,
          areaCode,
          dedupeKey: `year-step:${areaCode}:${year}:${kind}:${ref}`,
          key,
          target: yearTarget(areaCode, year),
          message,
        })
    await this.notifications.tellAll(
      tx,
      news.filter(({ accountId }) => accountId !== actor.accountId),
    )
  }
}

/** Where a line about a village's year leads. */
export const yearTarget = (areaCode: string, year: number): string => `year/${areaCode}/${year}`
