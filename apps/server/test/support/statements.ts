import { getDataSourceToken } from '@nestjs/typeorm'
import type { DataSource } from 'typeorm'
import type { TestApp } from './app.js'

/** The SQL statements that the application sends while `work` runs. */
export async function statementsOf(test: TestApp, work: () => Promise<unknown>): Promise<string[]> {
  const dataSource = test.app.get<DataSource>(getDataSourceToken())
  const create = dataSource.createQueryRunner.bind(dataSource)
  const seen: string[] = []
  dataSource.createQueryRunner = (mode) => {
    const runner = create(mode)
    const query = runner.query.bind(runner) as (...args: unknown[]) => Promise<never>
    runner.query = (...args: unknown[]) => {
      seen.push(String(args[0]).replace(/\s+/g, ' ').trim().slice(0, 90))
      return query(...args)
    }
    return runner
  }
  try {
    await work()
  } finally {
    dataSource.createQueryRunner = create
  }
  return seen
}
