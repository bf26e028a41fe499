import type { EntityManager } from 'typeorm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js'
import { safeError } from '../logging.js'
import { Transactions } from './transactions.js'

describe('transactions', () => {
  let database: TestDatabase
  let transactions: Transactions

  beforeAll(async () => {
    database = await createTestDatabase()
    transactions = new Transactions(database.dataSource)
    await database.dataSource.query('CREATE TABLE lane (id int PRIMARY KEY, value int NOT NULL)')
  })

  afterAll(() => database.drop())

  it('runs the whole work again after a deadlock, and both sides commit once', async () => {
    await database.dataSource.query('INSERT INTO lane VALUES (1, 0), (2, 0)')
    const runs = { a: 0, b: 0 }
    let bothHoldOne: () => void = () => {}
    const meeting = new Promise<void>((resolve) => {
      bothHoldOne = resolve
    })
    let waiting = 0
    const work = (name: 'a' | 'b', first: number, second: number) =>
      transactions.run(async (tx) => {
        runs[name] += 1
        await tx.query('UPDATE lane SET value = value + 1 WHERE id = ?', [first])
        if (runs[name] === 1) {
          waiting += 1
          if (waiting === 2) bothHoldOne()
          await meeting
        }
        await tx.query('UPDATE lane SET value = value + 1 WHERE id = ?', [second])
      })
    await Promise.all([work('a', 1, 2), work('b', 2, 1)])
    expect(runs.a + runs.b).toBe(3)
    expect(await database.dataSource.query('SELECT value FROM lane ORDER BY id')).toEqual([
      { value: 2 },
      { value: 2 },
    ])
  })

  it('leaves nothing behind when the work fails', async () => {
    await expect(
      transactions.run(async (tx) => {
        await tx.query('INSERT INTO lane VALUES (9, 9)')
        throw new Error('stop')
      }),
    ).rejects.toThrow('stop')
    expect(await database.dataSource.query('SELECT id FROM lane WHERE id = 9')).toEqual([])
  })

  it('reads what was committed last, on every connection of the pool', async () => {
    const level = async (tx: EntityManager) => {
      const [row] = await tx.query(`SHOW VARIABLES LIKE 't%isolation'`)
      return row.Value
    }
    let held = 0
    let allHeld: () => void = () => {}
    const meeting = new Promise<void>((resolve) => {
      allHeld = resolve
    })
    const connections = Array.from({ length: 6 }, () =>
      transactions.run(async (tx) => {
        const found = await level(tx)
        held += 1
        if (held === 6) allHeld()
        await meeting
        return found
      }),
    )
    expect(await Promise.all(connections)).toEqual(Array(6).fill('READ-COMMITTED'))
  })

  it('a statement that fails tells where in our code it was sent', async () => {
    const failed = transactions.run((tx) => tx.query('SELECT nothing FROM lane'))
    const error = await failed.then(Object, (reason: unknown) => reason)
    expect(safeError(error)).toMatchObject({ errno: 1054 })
    expect(safeError(error).stack).toMatch(/Transactions\.run/)
  })
})
