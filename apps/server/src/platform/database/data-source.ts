import type { Pool, PoolConnection } from 'mysql2'
import mysql from 'mysql2/promise'
import { DataSource, type DataSourceOptions, QueryFailedError, type QueryRunner } from 'typeorm'
import { entities } from '../../entities.js'
import { migrations } from '../../migrations.js'
import type { Config } from '../config/config.js'
import { type Log, ParameterFreeLogger } from '../logging.js'

/** MariaDB and MySQL describe the same schema differently; TypeORM must be told which one answers. */
export async function detectEngine(url: string): Promise<'mariadb' | 'mysql'> {
  const connection = await mysql.createConnection(url)
  try {
    const [rows] = await connection.query<mysql.RowDataPacket[]>('SELECT VERSION() AS version')
    return /mariadb/i.test(String(rows[0]?.version)) ? 'mariadb' : 'mysql'
  } finally {
    await connection.end()
  }
}

export function dataSourceOptions(config: Config, engine: 'mariadb' | 'mysql', log: Log): DataSourceOptions {
  return {
    type: engine,
    url: config.env.DATABASE_URL,
    // An error's stack holds the place in our code without the driver's own trace, which it would take of every statement.
    extra: { connectionLimit: config.env.DB_POOL, trace: false },
    charset: 'utf8mb4',
    timezone: 'Z',
    // Without this the driver reads a DATE as midnight in the machine's time zone, a day off in half the world.
    dateStrings: ['DATE'],
    supportBigNumbers: true,
    bigNumberStrings: false,
    entities,
    migrations,
    migrationsRun: false,
    synchronize: false,
    logging: ['error', 'warn', 'migration'],
    logger: new ParameterFreeLogger(log),
  } as DataSourceOptions
}

/** Said once to each connection: before every transaction it would be one more round trip. */
const READ_COMMITTED = 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED'

export async function openDataSource(config: Config, log: Log): Promise<DataSource> {
  const engine = await detectEngine(config.env.DATABASE_URL)
  return connect(dataSourceOptions(config, engine, log))
}

/** A pool whose transactions are READ COMMITTED: what is read under a lock is what was committed last. */
export async function connect(options: DataSourceOptions): Promise<DataSource> {
  const dataSource = await new DataSource(options).initialize()
  const driver = dataSource.driver as unknown as MysqlDriver
  driver.pool.on('connection', prepare)
  // The one that is open already.
  const first = await driver.obtainMasterConnection()
  prepare(first)
  first.release()
  const createQueryRunner = dataSource.createQueryRunner.bind(dataSource)
  dataSource.createQueryRunner = (mode) => sendStraight(createQueryRunner(mode))
  return dataSource
}

/** What TypeORM's driver has inside. */
type MysqlDriver = { pool: Pool; obtainMasterConnection: () => Promise<PoolConnection> }

/** Before the connection is used for whatever it was opened for. */
function prepare(connection: PoolConnection): void {
  // TypeORM's builders ask for it with every statement, and each time the driver would look for the file it is in on the disk.
  const promised = connection.promise()
  connection.promise = () => promised
  connection.query(READ_COMMITTED, (error) => {
    if (error) connection.destroy()
  })
}

/**
 * Statements go from a runner straight to the driver. TypeORM has promises and broadcasts around each, for subscribers that there
 * are none of: with a record's dozen statements a tenth of what taking it in costs.
 */
function sendStraight(runner: QueryRunner): QueryRunner {
  const { logger } = runner.manager.dataSource
  const usual = runner.query.bind(runner)
  const send = async (sql: string, values: unknown[] | undefined) => {
    const connection: PoolConnection = await runner.connect()
    logger.logQuery(sql, values, runner)
    try {
      return await new Promise((resolve, reject) => {
        connection.query(sql, values, (error, result) => (error ? reject(error) : resolve(result)))
      })
    } catch (error) {
      logger.logQueryError(error as Error, sql, values, runner)
      throw new QueryFailedError(sql, values, error as Error)
    }
  }
  // A released runner, and what TypeORM's own builders ask for, are TypeORM's matter.
  runner.query = ((sql: string, values?: unknown[], structured?: boolean) =>
    structured || runner.isReleased
      ? usual(sql, values, structured as true)
      : send(sql, values)) as QueryRunner['query']
  return runner
}
