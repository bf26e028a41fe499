import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AreaScope, countyCode, townCode } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { JobRunner, type OutboxJob } from '../../platform/outbox/job-runner.js'
import { AppointmentsService, type Holder } from '../accounts/appointments.service.js'
import { PLAQUE_MOVED, PLAQUE_SETTLED, PLAQUE_WAITS } from '../plaque/plaque-decisions.service.js'
import { QUESTION_WAITS } from '../quizzes/bank/bank-keeping.service.js'
import { NotificationsService } from './notifications.service.js'

/** News of modules that lie below this one; they leave it in the outbox. In the inbox only: none of it has to be done today. */
@Injectable()
export class OfficeNews implements OnModuleInit {
  constructor(
    private readonly jobs: JobRunner,
    private readonly transactions: Transactions,
    private readonly appointments: AppointmentsService,
    private readonly notifications: NotificationsService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(PLAQUE_MOVED, (job) => this.plaqueMoved(job))
    this.jobs.handle(PLAQUE_WAITS, (job) => this.plaqueWaits(job))
    this.jobs.handle(PLAQUE_SETTLED, (job) => this.plaqueSettled(job))
    this.jobs.handle(QUESTION_WAITS, (job) => this.questionWaits(job))
  }

  private async plaqueMoved({ areaCode, payload }: OutboxJob): Promise<void> {
    await this.transactions.run(async (tx) => {
      const on = this.clock.today()
      for (const [role, office, key] of [
        ['village-secretary', areaCode, 'plaque.moved'],
        ['town-office', townCode(areaCode), 'plaque.moved-town'],
      ] as const)
        for (const { accountId } of await this.appointments.holders(tx, { role, areaCode: office, on }))
          await this.notifications.tell(tx, {
            accountId,
            areaCode,
            dedupeKey: `plaque:${payload.decisionId}`,
            key,
            target: `plaque/${areaCode}`,
            message: false,
          })
    })
  }

  /** Whoever may confirm hears of it, but for the person who entered it. */
  private async plaqueWaits({ areaCode, payload }: OutboxJob): Promise<void> {
    await this.transactions.run(async (tx) => {
      const waiting = await this.assessors(tx, areaCode, payload.enteredBy)
      await this.notifications.tellAll(
        tx,
        waiting.map((accountId) => ({
          accountId,
          areaCode,
          dedupeKey: `plaque-waits:${payload.decisionId}`,
          key: 'plaque.waits',
          target: `plaque/${areaCode}`,
          message: false,
        })),
      )
    })
  }

  /** Whoever entered it hears how it went, unless he took it back himself; for the others nothing waits any more. */
  private async plaqueSettled({ areaCode, payload }: OutboxJob): Promise<void> {
    const { decisionId, enteredBy, settledBy, outcome } = payload
    const target = `plaque/${areaCode}`
    await this.transactions.run(async (tx) => {
      await this.notifications.settle(
        tx,
        await this.assessors(tx, areaCode, enteredBy),
        'plaque.waits',
        target,
      )
      if (settledBy === enteredBy) return
      await this.notifications.tell(tx, {
        accountId: String(enteredBy),
        areaCode,
        dedupeKey: `plaque-settled:${decisionId}`,
        key: outcome === 'confirmed' ? 'plaque.confirmed' : 'plaque.returned',
        target,
        message: false,
      })
    })
  }

  /** The accounts that may confirm what one of them entered about a village. */
  private async assessors(tx: EntityManager, village: string, enteredBy: unknown): Promise<string[]> {
    const office = { role: 'county-assessor', areaCode: countyCode(village), on: this.clock.today() } as const
    const holders = await this.appointments.holders(tx, office)
    return holders.map(({ accountId }) => accountId).filter((accountId) => accountId !== enteredBy)
  }

  private async questionWaits({ areaCode, payload }: OutboxJob): Promise<void> {
    await this.transactions.run(async (tx) => {
      for (const { accountId } of await this.reviewers(tx, areaCode, String(payload.authorId)))
        await this.notifications.tell(tx, {
          accountId,
          areaCode,
          // However many questions are written in a day, it is said once.
          dedupeKey: `questions:${payload.writtenOn}`,
          key: 'questions.wait',
          target: 'bank',
          message: false,
        })
    })
  }

  /** The author's colleagues and the county office; where there is nobody but the author, the offices of all towns. */
  private async reviewers(tx: EntityManager, office: string, authorId: string): Promise<Holder[]> {
    const on = this.clock.today()
    const scope = AreaScope.of(countyCode(office))
    const roles = ['county-office', 'town-office'] as const
    const all = (await this.appointments.holdersUnder(tx, { roles, scope, on })).filter(
      ({ accountId }) => accountId !== authorId,
    )
    const near = all.filter(({ role, areaCode }) => role === 'county-office' || areaCode === office)
    return near.length > 0 ? near : all
  }
}
