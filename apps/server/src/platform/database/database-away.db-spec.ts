import { createServer } from 'node:net'
import { createConnection } from 'mysql2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js'
import { toProblem } from '../errors/problem.filter.js'

describe('a database that is away', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await createTestDatabase()
  })

  afterAll(() => database.drop())

  const answerTo = async (work: Promise<unknown>) =>
    toProblem(await work.then(Object, (error: unknown) => error), 'test')

  it('is answered with: busy, ask again; when nobody listens', async () => {
    const closed = createServer()
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const { port } = closed.address() as { port: number }
    await new Promise((resolve) => closed.close(resolve))
    const connecting = new Promise((_, reject) =>
      createConnection({ host: '127.0.0.1', port }).once('error', reject),
    )
    expect(await answerTo(connecting)).toMatchObject({ status: 503, code: 'UNAVAILABLE' })
  })

  it('is answered with: busy, ask again; when the connection is cut under a statement', async () => {
    const runner = database.dataSource.createQueryRunner()
    await runner.connect()
    const [{ id }] = await runner.query('SELECT CONNECTION_ID() AS id')
    const waiting = answerTo(runner.query('SELECT SLEEP(60)'))
    const running = 'SELECT COUNT(*) AS n FROM information_schema.processlist WHERE id = ? AND info LIKE ?'
    const isRunning = async () => Number((await database.dataSource.query(running, [id, '%SLEEP(60)']))[0].n)
    while ((await isRunning()) === 0);
    await database.dataSource.query(`KILL ${id}`)
    expect(await waiting).toMatchObject({ status: 503, code: 'UNAVAILABLE' })
    await runner.release()
  })

  it('is told from a statement of ours that is wrong: that stays an error', async () => {
    const wrong = database.dataSource.query('SELECT nothing FROM nowhere')
    expect(await answerTo(wrong)).toMatchObject({ status: 500, code: 'INTERNAL' })
  })
})
