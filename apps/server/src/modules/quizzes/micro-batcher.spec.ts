import { describe, expect, it } from 'vitest'
import { DomainError } from '../../platform/errors/domain-error.js'
import { MicroBatcher } from './micro-batcher.js'

const options = { batchSize: 8, lanes: 1, queueLimit: 20 }
const fault = (errno: number) => Object.assign(new Error('from the database'), { errno })

/** A database that commits when the test says so. */
function slowDatabase<Item>() {
  const started: (() => void)[] = []
  const commits: (() => void)[] = []
  const batches: Item[][] = []
  return {
    batches,
    write: (items: readonly Item[]): Promise<readonly Item[]> => {
      batches.push([...items])
      for (const note of started.splice(0)) note()
      return new Promise((resolve) => commits.push(() => resolve(items)))
    },
    /** Resolves when the next batch has arrived. */
    nextBatch: () => new Promise<void>((resolve) => started.push(resolve)),
    commit: () => commits.shift()?.(),
  }
}

describe('MicroBatcher', () => {
  it('commits together what arrives while a batch is under way, and answers each caller with its own result', async () => {
    const database = slowDatabase<number>()
    const batcher = new MicroBatcher<number, number>(database.write, options)
    const underWay = database.nextBatch()
    const first = batcher.add(1)
    await underWay
    const rest = [2, 3, 4, 5, 6, 7, 8, 9, 10].map((item) => batcher.add(item))
    for (let batch = 0; batch < 2; batch++) {
      const next = database.nextBatch()
      database.commit()
      await next
    }
    database.commit()
    expect(await Promise.all([first, ...rest])).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(database.batches).toEqual([[1], [2, 3, 4, 5, 6, 7, 8, 9], [10]])
  })

  it('answers only after the write has ended', async () => {
    const database = slowDatabase<number>()
    const batcher = new MicroBatcher<number, number>(database.write, options)
    let answered = false
    const underWay = database.nextBatch()
    const result = batcher.add(1).then(() => {
      answered = true
    })
    await underWay
    expect(answered).toBe(false)
    database.commit()
    await result
    expect(answered).toBe(true)
  })

  it('lets a row fail alone through its own fault', async () => {
    const stored: number[] = []
    const batcher = new MicroBatcher<number, number>(async (items) => {
      if (items.includes(3)) throw fault(1062)
      stored.push(...items)
      return items
    }, options)
    const results = await Promise.allSettled([1, 2, 3, 4].map((item) => batcher.add(item)))
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
    expect(stored).toEqual([1, 2, 4])
  })

  it('fails the whole batch at once when the database is away', async () => {
    let writes = 0
    const batcher = new MicroBatcher<number, number>(async () => {
      writes += 1
      throw fault(1047)
    }, options)
    const results = await Promise.allSettled([1, 2, 3].map((item) => batcher.add(item)))
    expect(results.every(({ status }) => status === 'rejected')).toBe(true)
    expect(writes).toBe(1)
  })

  it('turns callers away when too many wait', async () => {
    const batcher = new MicroBatcher<number, number>(async (items) => items, { ...options, queueLimit: 2 })
    const kept = [batcher.add(1), batcher.add(2)]
    await expect(batcher.add(3)).rejects.toMatchObject(new DomainError('UNAVAILABLE'))
    expect(await Promise.all(kept)).toEqual([1, 2])
  })

  it('says when it is idle', async () => {
    const database = slowDatabase<number>()
    const batcher = new MicroBatcher<number, number>(database.write, options)
    const underWay = database.nextBatch()
    const all = [1, 2, 3].map((item) => batcher.add(item))
    let isIdle = false
    const idle = batcher.idle().then(() => {
      isIdle = true
    })
    await underWay
    expect(isIdle).toBe(false)
    database.commit()
    await idle
    await Promise.all(all)
    await batcher.idle()
  })
})
