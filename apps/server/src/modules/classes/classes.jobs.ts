import { Injectable } from '@nestjs/common'
import { JobRunner } from '../../platform/outbox/job-runner.js'
import { ClassesService } from './classes.service.js'

/** A class is over when its time is, also for a teacher who closed the page. */
@Injectable()
export class ClassesJobs {
  constructor(runner: JobRunner, classes: ClassesService) {
    runner.schedule({
      name: 'classes.close-forgotten',
      everyMs: 5 * 60_000,
      leaseMs: 60_000,
      run: () => classes.closeForgotten(),
    })
  }
}
