import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { areaLevel } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { JobRunner, type OutboxJob } from '../../platform/outbox/job-runner.js'
import { AppointmentsService } from '../accounts/appointments.service.js'
import { NotificationsService } from '../reminders/notifications.service.js'

/** Tells people in their inbox what happened to records and registers that they have to look after. */
@Injectable()
export class RegisterNews implements OnModuleInit {
  constructor(
    private readonly jobs: JobRunner,
    private readonly notifications: NotificationsService,
    private readonly appointments: AppointmentsService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('record.returned', (job) => this.returned(job))
    this.jobs.handle('record.remarked', (job) => this.remarked(job))
    this.jobs.handle('person.duplicate', (job) => this.duplicate(job))
    this.jobs.handle('transfer.proposed', (job) => this.proposed(job))
  }

  /** The submitter reads the reason on the record itself. */
  private async returned(job: OutboxJob): Promise<void> {
    const { accountId, recordId, revision } = job.payload
    await this.transactions.run((tx) =>
      this.notifications.tell(tx, {
        accountId: String(accountId),
        areaCode: job.areaCode,
        dedupeKey: `record.returned:${recordId}:${revision}`,
        key: 'record.returned',
        params: { count: 1 },
        target: `record/${recordId}`,
        message: true,
      }),
    )
  }

  /** Those who take part in a record's review; who has not answered yet is whoever could. The text says nothing of it. */
  private async remarked(job: OutboxJob): Promise<void> {
    const { recordId, remarkId, by, tell, tellReviewers } = job.payload
    await this.transactions.run(async (tx) => {
      const others = String(tell).split(',').filter(Boolean)
      const reviewers = tellReviewers ? await this.reviewersOf(tx, job.areaCode, String(by)) : []
      for (const accountId of new Set([...others, ...reviewers]))
        await this.notifications.tell(tx, {
          accountId,
          areaCode: job.areaCode,
          dedupeKey: `record.remarked:${recordId}:${remarkId}`,
          key: 'record.remarked',
          target: `record/${recordId}`,
          message: true,
        })
    })
  }

  /** The town office; the police where nobody else of the office is left. */
  private async reviewersOf(tx: EntityManager, areaCode: string, besides: string): Promise<string[]> {
    for (const role of ['town-office', 'police'] as const) {
      const holders = await this.appointments.areaHolders(tx, { roles: [role], areaCode })
      const accounts = holders.map(({ accountId }) => accountId).filter((id) => id !== besides)
      if (accounts.length > 0) return accounts
    }
    return []
  }

  /** The village that is asked to take somebody over has to answer within its term. */
  private async proposed(job: OutboxJob): Promise<void> {
    const { recordId, revision } = job.payload
    await this.transactions.run(async (tx) => {
      const on = this.clock.today()
      const asked = { role: 'village-secretary' as const, areaCode: job.areaCode, on }
      const holders = await this.appointments.holders(tx, asked)
      for (const accountId of new Set(holders.map((holder) => holder.accountId)))
        await this.notifications.tell(tx, {
          accountId,
          areaCode: job.areaCode,
          dedupeKey: `transfer.proposed:${recordId}:${revision}`,
          key: 'duty.opens',
          params: { count: 1 },
          target: 'transfers',
          message: true,
        })
    })
  }

  /** The office above both registers gets something to check; the text says neither what nor whom. */
  private async duplicate(job: OutboxJob): Promise<void> {
    const { subjectId } = job.payload
    const role = areaLevel(job.areaCode) === 'town' ? 'town-office' : 'county-office'
    await this.transactions.run(async (tx) => {
      const on = this.clock.today()
      const holders = await this.appointments.holders(tx, { role, areaCode: job.areaCode, on })
      for (const accountId of new Set(holders.map((holder) => holder.accountId)))
        await this.notifications.tell(tx, {
          accountId,
          areaCode: job.areaCode,
          dedupeKey: `person.duplicate:${subjectId}`,
          key: 'duty.opens',
          params: { count: 1 },
          target: `person/${subjectId}`,
          message: false,
        })
    })
  }
}
