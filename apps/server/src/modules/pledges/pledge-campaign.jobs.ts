import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { LOG } from '../../platform/log.token.js'
import type { Log } from '../../platform/logging.js'
import { JobRunner } from '../../platform/outbox/job-runner.js'
import { PledgesRepository } from './pledges.repository.js'
import { PledgesService } from './pledges.service.js'

const EVERY_MS = 6 * 3_600_000
const LEASE_MS = 600_000

/**
 * Keeps a campaign true during the year, and renews it: whoever takes over a post is asked to sign, whoever has left it
 * unsigned is no longer asked, and a town that asked last year asks again in the new one.
 */
@Injectable()
export class PledgeCampaignJobs implements OnModuleInit {
  constructor(
    private readonly pledges: PledgesRepository,
    private readonly campaigns: PledgesService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly jobs: JobRunner,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({
      name: 'pledge-campaigns',
      everyMs: EVERY_MS,
      leaseMs: LEASE_MS,
      run: () => this.keepUp(),
    })
  }

  async keepUp(): Promise<void> {
    const year = Number(this.clock.today().slice(0, 4))
    const towns = await this.pledges.townsWithCampaign(this.transactions.read, [year - 1, year])
    for (const townCode of towns) {
      try {
        const actor = { system: 'pledges' }
        await this.transactions.run((tx) => this.campaigns.issueForYear(tx, { townCode, year, actor }))
      } catch (error) {
        // One town's trouble is not the others'.
        this.log.error({ err: error, town: townCode }, 'pledges of a town were not kept up')
      }
    }
  }
}
