import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import { LOG } from '../../platform/log.token.js'
import type { Log } from '../../platform/logging.js'
import { JobRunner } from '../../platform/outbox/job-runner.js'
import { ProjectionsService } from './projections.service.js'
import { VillageHistory } from './village-history.service.js'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** When projections are computed: after a change of the ledger, and once a day or release turned. */
@Injectable()
export class ProjectionsJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobRunner,
    private readonly projections: ProjectionsService,
    private readonly history: VillageHistory,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('ledger.changed', (job) =>
      this.projections.follow(job.areaCode, Number(job.payload.version)),
    )
    // Looks every minute, so that lists are a minute behind at most after midnight in China and after a release.
    this.jobs.schedule({
      name: 'scoring.refresh-stale',
      everyMs: MINUTE_MS,
      leaseMs: MINUTE_MS,
      run: async () => {
        const count = await this.projections.refreshStale()
        if (count > 0) this.log.info({ count }, 'village projections refreshed')
      },
    })
    this.jobs.schedule({
      name: 'scoring.fill-past-weeks',
      everyMs: MINUTE_MS,
      leaseMs: 5 * MINUTE_MS,
      run: async () => {
        const count = await this.history.fillPast()
        if (count > 0) this.log.info({ count }, 'past weeks of villages computed')
      },
    })
    this.jobs.schedule({
      name: 'scoring.forget-weeks',
      everyMs: DAY_MS,
      leaseMs: 5 * MINUTE_MS,
      run: () => this.history.forget(),
    })
  }
}
