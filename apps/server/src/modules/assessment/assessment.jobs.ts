import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import { LOG } from '../../platform/log.token.js'
import type { Log } from '../../platform/logging.js'
import { JobRunner } from '../../platform/outbox/job-runner.js'
import { YearReminders } from './year-reminders.service.js'

const MINUTE_MS = 60_000

/** When the days of the assessment year are looked at. */
@Injectable()
export class AssessmentJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobRunner,
    private readonly reminders: YearReminders,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({
      name: 'assessment.remind',
      everyMs: 5 * MINUTE_MS,
      leaseMs: 5 * MINUTE_MS,
      run: async () => {
        const count = await this.reminders.run()
        if (count > 0) this.log.info({ count }, 'reminders of the assessment year added')
      },
    })
  }
}
