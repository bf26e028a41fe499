import { Injectable } from '@nestjs/common'
import { JobRunner } from '../../platform/outbox/job-runner.js'
import { ItemCounts } from './item-counts.service.js'

@Injectable()
export class QuizzesJobs {
  constructor(runner: JobRunner, items: ItemCounts) {
    runner.schedule({
      name: 'quizzes.count-items',
      everyMs: 60_000,
      leaseMs: 60_000,
      run: async () => {
        await items.catchUp()
      },
    })
  }
}
