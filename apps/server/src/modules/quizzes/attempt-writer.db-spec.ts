import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AttemptWriter } from './attempt-writer.js'
import { AwarenessRepository } from './awareness.repository.js'
import { type NewAttempt, QuizAttemptsRepository } from './quiz-attempts.repository.js'

const VILLAGE = '441581990201'
const AT = new Date('2026-11-23T06:00:00.000Z')

const attempt = (changes: Partial<NewAttempt> = {}): NewAttempt => ({
  id: uuidv7(),
  paperId: uuidv7(),
  areaCode: VILLAGE,
  audience: 'resident',
  channel: 'self',
  accountId: uuidv7(),
  year: 2026,
  score: 90,
  correct: 9,
  total: 10,
  isAware: true,
  issuedAt: AT,
  startedAt: AT,
  submittedAt: AT,
  answers: '{}',
  askedBy: null,
  deviceHash: null,
  invalidReason: null,
  ...changes,
})

describe('AttemptWriter', () => {
  let database: TestDatabase
  let writers: AttemptWriter[]
  const awareness = new AwarenessRepository()
  const scope = AreaScope.of(VILLAGE)
  const sum = async () => {
    const [tally] = await awareness.tallies(database.dataSource.manager, scope, { from: 2026, to: 2026 })
    return tally && [tally.valid, tally.aware]
  }

  beforeAll(async () => {
    database = await createTestDatabase()
    const transactions = new Transactions(database.dataSource)
    // Two, as on two replicas.
    writers = [1, 2].map(() => new AttemptWriter(transactions, new QuizAttemptsRepository()))
  })

  beforeEach(() => database.empty())

  afterAll(() => database.drop())

  it('stores an attempt once when two replicas get it at the same moment', async () => {
    for (let round = 0; round < 20; round++) {
      const one = attempt()
      const results = await Promise.all(writers.map((writer) => writer.add(one)))
      expect(results.map(({ kind }) => kind).sort()).toEqual(['repeated', 'stored'])
    }
    expect(await sum()).toEqual([20, 20])
  })

  it('takes a paper once when two ids bring it at the same moment', async () => {
    for (let round = 0; round < 20; round++) {
      const one = attempt()
      const other = { ...one, id: uuidv7() }
      const results = await Promise.all([writers[0]!.add(one), writers[1]!.add(other)])
      expect(results.map(({ kind }) => kind).sort()).toEqual(['paper-used', 'stored'])
    }
    expect(await sum()).toEqual([20, 20])
  })

  it('counts one of a person’s attempts that arrive together', async () => {
    const accountId = uuidv7()
    const results = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        writers[index % 2]!.add(attempt({ accountId, isAware: index > 15 })),
      ),
    )
    const reasons = results.map((result) =>
      'notCountedReason' in result ? result.notCountedReason : result.kind,
    )
    expect(reasons.filter((reason) => reason === null)).toHaveLength(1)
    expect(reasons.filter((reason) => reason === 'already-counted')).toHaveLength(29)
    expect((await sum())?.[0]).toBe(1)
    expect(await awareness.differences(database.dataSource.manager, scope)).toEqual([])
  })

  it('lets a row that the database refuses fail alone', async () => {
    const good = Array.from({ length: 10 }, () => attempt())
    const bad = attempt({ channel: 'a-channel-with-a-name-that-is-too-long' })
    const results = await Promise.allSettled([...good, bad].map((one) => writers[0]!.add(one)))
    expect(results.map(({ status }) => status)).toEqual([...Array(10).fill('fulfilled'), 'rejected'])
    expect(await sum()).toEqual([10, 10])
    const guards = await database.dataSource.query('SELECT COUNT(*) AS n FROM quiz_assessment')
    expect(Number(guards[0].n)).toBe(10)
  })

  it('keeps tallies and attempts equal at every moment under load', async () => {
    const villages = ['441581990201', '441581990202', '441581990203']
    const all = Array.from({ length: 600 }, (_, index) =>
      writers[index % 2]!.add(
        attempt({
          areaCode: villages[index % 3],
          isAware: index % 7 !== 0,
          invalidReason: index % 11 === 0 ? 'too-fast' : null,
        }),
      ),
    )
    const town = AreaScope.of('441581990')
    let isDone = false
    const written = Promise.all(all).then(() => {
      isDone = true
    })
    while (!isDone) expect(await awareness.differences(database.dataSource.manager, town)).toEqual([])
    await written
    expect(await awareness.differences(database.dataSource.manager, town)).toEqual([])
    const tallies = await awareness.tallies(database.dataSource.manager, town, { from: 2026, to: 2026 })
    expect(tallies).toEqual(await awareness.recount(database.dataSource.manager, town, 2026))
    expect(tallies.reduce((total, { valid }) => total + valid, 0)).toBe(600 - 55)
  })

  it('finds a tally that was changed by hand', async () => {
    await writers[0]!.add(attempt())
    await database.dataSource.query('UPDATE awareness_slot SET aware = aware + 3')
    expect(await awareness.differences(database.dataSource.manager, scope)).toMatchObject([
      { valid: 0, aware: 3 },
    ])
  })
})
