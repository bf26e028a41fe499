import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'

/** 1213 deadlock (on Galera also: lost certification), 1205 lock wait timeout: the whole work may be run again. */
const RERUN = new Set([1213, 1205])
const DUPLICATE_KEY = 1062
const MAX_ATTEMPTS = 5

export function databaseErrno(error: unknown): number | undefined {
  const candidate = error as { errno?: number; driverError?: { errno?: number } } | null
  return candidate?.driverError?.errno ?? candidate?.errno
}

export const isDuplicateKey = (error: unknown): boolean => databaseErrno(error) === DUPLICATE_KEY

@Injectable()
export class Transactions {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** For reads that need no transaction. */
  get read(): EntityManager {
    return this.dataSource.manager
  }

  /**
   * Runs `work` in one READ COMMITTED transaction on a connection of its own. On a deadlock or lock time-out the whole
   * work runs again on a new one: after such an error the server has already rolled back, and statements sent on the
   * same runner would commit one by one. So `work` must have no effect but the database.
   */
  async run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const runner = this.dataSource.createQueryRunner()
      try {
        await runner.startTransaction()
        const result = await work(runner.manager)
        await runner.commitTransaction()
        return result
      } catch (error) {
        if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined)
        if (!RERUN.has(databaseErrno(error) ?? 0) || attempt >= MAX_ATTEMPTS) throw error
      } finally {
        await runner.release()
      }
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** attempt))
    }
  }
}
