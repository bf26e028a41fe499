import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import { LOG } from '../../platform/log.token.js'
import type { Log } from '../../platform/logging.js'
import { JobRunner } from '../../platform/outbox/job-runner.js'
import { ProjectionsService } from './projections.service.js'

const MINUTE_MS = 60_000

/** When projections are computed: after a change of the ledger, and once a day or release turned. */
@Injectable()
export class ProjectionsJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobRunner,
    private readonly projections: ProjectionsService,
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
  }
}
