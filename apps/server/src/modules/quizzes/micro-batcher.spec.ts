import { describe, expect, it } from '@jest/globals'
import { DomainError } from '../../platform/errors/domain-error.js'
import { MicroBatcher } from './micro-batcher.js'

const options = { batchSize: 8, lanes: 1, queueLimit: 20 }
const fault = (errno: number) => Object.assign(new Error('from the database'), { errno })

describe('MicroBatcher', () => {
  it('commits together what arrives while a batch is under way, and answers each caller with its own result', async () => {
    const batches: number[][] = []
    const batcher = new MicroBatcher<number, string>(async (items) => {
      batches.push([...items])
      await new Promise((resolve) => setTimeout(resolve, 5))
      return items.map((item) => `stored ${item}`)
    }, options)
    const first = batcher.add(1)
    await new Promise((resolve) => setTimeout(resolve, 1))
    const rest = [2, 3, 4, 5, 6, 7, 8, 9, 10].map((item) => batcher.add(item))
    expect(await first).toBe('stored 1')
    expect(await Promise.all(rest)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10].map((item) => `stored ${item}`))
    expect(batches).toEqual([[1], [2, 3, 4, 5, 6, 7, 8, 9], [10]])
  })

  it('answers only after the write has ended', async () => {
    let finish: () => void = () => {}
    let answered = false
    const batcher = new MicroBatcher<number, number>(
      (items) => new Promise((resolve) => (finish = () => resolve(items))),
      options,
    )
    const result = batcher.add(1).then(() => {
      answered = true
    })
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(answered).toBe(false)
    finish()
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
    const done: number[] = []
    const batcher = new MicroBatcher<number, number>(async (items) => {
      await new Promise((resolve) => setTimeout(resolve, 2))
      done.push(...items)
      return items
    }, options)
    const all = [1, 2, 3].map((item) => batcher.add(item))
    await batcher.idle()
    expect(done).toEqual([1, 2, 3])
    await Promise.all(all)
    await batcher.idle()
  })
})
