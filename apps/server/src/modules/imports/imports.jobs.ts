import { Injectable } from '@nestjs/common'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { JobRunner } from '../../platform/outbox/job-runner.js'
import { ImportsRepository } from './imports.repository.js'

const EVERY_MS = 300_000

/** Deletes uploaded tables that nobody confirmed. */
@Injectable()
export class ImportsJobs {
  constructor(
    runner: JobRunner,
    private readonly imports: ImportsRepository,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    runner.schedule({ name: 'imports.sweep', everyMs: EVERY_MS, leaseMs: 60_000, run: () => this.sweep() })
  }

  async sweep(): Promise<void> {
    await this.transactions.run((tx) => this.imports.deleteExpired(tx, this.clock.now()))
  }
}
