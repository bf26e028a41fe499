import { AsyncLocalStorage } from 'node:async_hooks'
import { Clock } from '../../platform/clock.js'

/**
 * Lets a part of the program live at another moment: whatever runs inside `at` sees that instant, everything else the
 * present. So a year can be told through the ordinary services, several villages side by side.
 */
export class StoryClock extends Clock {
  private readonly moment = new AsyncLocalStorage<Date>()

  constructor(private readonly present: Clock) {
    super()
  }

  now(): Date {
    return this.moment.getStore() ?? this.present.now()
  }

  at<T>(instant: Date, work: () => Promise<T>): Promise<T> {
    return this.moment.run(instant, work)
  }
}
