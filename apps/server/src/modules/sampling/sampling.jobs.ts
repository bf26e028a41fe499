import { Injectable } from '@nestjs/common'
import { JobRunner } from '../../platform/outbox/job-runner.js'
import { SamplesService } from './samples.service.js'

/** A sample ends with its year, and with it what leads from an answer to a number. */
@Injectable()
export class SamplingJobs {
  constructor(runner: JobRunner, samples: SamplesService) {
    runner.schedule({
      name: 'samples.close-past-years',
      everyMs: 60 * 60_000,
      leaseMs: 60_000,
      run: () => samples.closePastYears(),
    })
  }
}
