import { Injectable } from '@nestjs/common'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { JobRunner } from '../../platform/outbox/job-runner.js'
import { ScanTicketsRepository } from './scan-tickets.repository.js'
import { SessionsRepository } from './sessions.repository.js'
import { SignInLimits } from './sign-in-limits.service.js'

const HOUR_MS = 3_600_000
/** Ended sessions stay so long, so that an operator can still see what happened. */
const SESSION_KEPT_MS = 30 * 24 * HOUR_MS

/** Sweeps out what has run its course. */
@Injectable()
export class AccountsJobs {
  constructor(
    runner: JobRunner,
    private readonly sessions: SessionsRepository,
    private readonly tickets: ScanTicketsRepository,
    private readonly limits: SignInLimits,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    runner.schedule({
      name: 'accounts.sweep',
      everyMs: HOUR_MS,
      leaseMs: 60_000,
      run: () => this.sweep(),
    })
  }

  async sweep(): Promise<void> {
    const now = this.clock.now().getTime()
    await this.limits.purge()
    await this.transactions.run((tx) => this.tickets.purge(tx, new Date(now - HOUR_MS)))
    await this.transactions.run((tx) => this.sessions.purge(tx, new Date(now - SESSION_KEPT_MS)))
  }
}
