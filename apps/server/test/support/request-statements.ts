import assert from 'node:assert/strict'
import { AsyncLocalStorage } from 'node:async_hooks'
import { appendFileSync } from 'node:fs'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { getDataSourceToken } from '@nestjs/typeorm'
import type { DataSource } from 'typeorm'
import { databaseErrno } from '../../src/platform/database/transactions.js'
import { statementCap } from './statement-caps.js'

type Counted = { route: string; status: number; statements: string[]; cap: number }
type Request = { statements: string[]; isRerun: boolean }

/**
 * A transaction that lost a deadlock, or the race for a key, runs again as a whole: such a request says nothing about its
 * route.
 */
const RERUN = [1213, 1205, 1062]

/**
 * Counts the SQL statements of every request that a test makes, in the seeded town as in the small ones, and knows which took
 * more than their route may. What grows with the rows it meets is found by whichever test meets many.
 */
export class RequestStatements {
  private readonly requests = new AsyncLocalStorage<Request>()
  private readonly excessive: Counted[] = []
  /** `<statements> <status> <route>` of every request, for whoever narrows the limits: STATEMENT_COUNTS names a file. */
  private readonly counts: string[] = []

  /** Before the application's routes are there, so that the hooks hold for all of them. */
  watch(app: NestFastifyApplication): void {
    this.watchQueries(app.get<DataSource>(getDataSourceToken()))
    const server = app.getHttpAdapter().getInstance()
    server.addHook('onRequest', (_request, _reply, done) =>
      this.requests.run({ statements: [], isRerun: false }, done),
    )
    server.addHook('onResponse', (request, reply, done) => {
      const { statements, isRerun } = this.requests.getStore() ?? { statements: [], isRerun: true }
      const route = `${request.method} ${request.routeOptions.url}`
      this.counts.push(`${statements.length} ${reply.statusCode} ${route}`)
      const cap = statementCap(route, request.body)
      if (!isRerun && cap !== undefined && statements.length > cap)
        this.excessive.push({ route, status: reply.statusCode, statements: [...statements], cap })
      done()
    })
  }

  /** @throws when a request of this application took more statements than its route may */
  assertWithinCaps(): void {
    const file = process.env.STATEMENT_COUNTS
    if (file !== undefined) appendFileSync(file, this.counts.map((line) => `${line}\n`).join(''))
    // Not Jest's own: proofs start this application outside Jest.
    assert.deepEqual(this.excessive, [])
  }

  private watchQueries(dataSource: DataSource): void {
    const create = dataSource.createQueryRunner.bind(dataSource)
    dataSource.createQueryRunner = (mode) => {
      const runner = create(mode)
      const query = runner.query.bind(runner) as (...args: unknown[]) => Promise<never>
      runner.query = async (...args: unknown[]) => {
        const request = this.requests.getStore()
        request?.statements.push(String(args[0]).replace(/\s+/g, ' ').trim().slice(0, 90))
        try {
          return await query(...args)
        } catch (error) {
          if (request && RERUN.includes(databaseErrno(error) ?? 0)) request.isRerun = true
          throw error
        }
      }
      return runner
    }
  }
}
