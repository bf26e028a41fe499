import { databaseErrno } from '../../platform/database/transactions.js'
import { DomainError } from '../../platform/errors/domain-error.js'

/** Errors that one row brings on itself: duplicate key, out of range, wrong character set or type, too long. */
const OWN_FAULT = new Set([1062, 1264, 1366, 1406])

type Waiting<Item, Result> = {
  item: Item
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

export type MicroBatcherOptions = {
  /** Items in one batch at most. */
  batchSize: number
  /** Batches that may be under way at once. */
  lanes: number
  /** Items that may wait; beyond it callers are told to come back. */
  queueLimit: number
}

/**
 * Writes that arrive together are committed together. There is no timer: a batch leaves as soon as a lane is free, and
 * what arrives meanwhile forms the next one, so that an idle server answers at once and a busy one commits seldom.
 * Every caller is answered after the commit of its batch, with its own result.
 */
export class MicroBatcher<Item, Result> {
  private readonly queue: Waiting<Item, Result>[] = []
  private busyLanes = 0
  private idleWaiters: (() => void)[] = []

  /** @param write writes all items in one transaction and returns their results in the same order */
  constructor(
    private readonly write: (items: readonly Item[]) => Promise<readonly Result[]>,
    private readonly options: MicroBatcherOptions,
  ) {}

  /** @throws DomainError UNAVAILABLE when too many are waiting */
  add(item: Item): Promise<Result> {
    if (this.queue.length >= this.options.queueLimit) return Promise.reject(new DomainError('UNAVAILABLE'))
    return new Promise((resolve, reject) => {
      this.queue.push({ item, resolve, reject })
      if (this.busyLanes >= this.options.lanes) return
      this.busyLanes += 1
      // One turn of the event loop, so that requests read in the same turn share the first batch.
      setImmediate(() => void this.runLane())
    })
  }

  /** Resolves when nothing waits and nothing is under way. */
  idle(): Promise<void> {
    if (this.busyLanes === 0) return Promise.resolve()
    return new Promise((resolve) => this.idleWaiters.push(resolve))
  }

  private async runLane(): Promise<void> {
    while (this.queue.length > 0) await this.flush(this.queue.splice(0, this.options.batchSize))
    this.busyLanes -= 1
    if (this.busyLanes > 0) return
    for (const wake of this.idleWaiters.splice(0)) wake()
  }

  private async flush(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.write(batch.map(({ item }) => item))
      batch.forEach(({ resolve }, index) => {
        resolve(results[index] as Result)
      })
    } catch (error) {
      if (batch.length > 1 && OWN_FAULT.has(databaseErrno(error) ?? 0)) {
        // Nothing of the batch was stored; alone, only the row at fault fails.
        for (const one of batch) await this.flush([one])
        return
      }
      for (const { reject } of batch) reject(error)
    }
  }
}
