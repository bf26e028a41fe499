import { type Connection, createConnection, type Pool, type RowDataPacket } from 'mysql2'
import { DataSource, type DataSourceOptions } from 'typeorm'
import { entities } from '../../entities.js'
import { migrations } from '../../migrations.js'
import type { Config } from '../config/config.js'
import { type Log, ParameterFreeLogger } from '../logging.js'

/** MariaDB and MySQL describe the same schema differently; TypeORM must be told which one answers. */
export async function detectEngine(url: string): Promise<'mariadb' | 'mysql'> {
  // Not of `mysql2/promise`: once that is loaded, the driver looks for a file on the disk again with every statement.
  const connection = createConnection(url).promise()
  try {
    await connection.connect()
    const [rows] = await connection.query<RowDataPacket[]>('SELECT VERSION() AS version')
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
  const { pool } = dataSource.driver as unknown as { pool: Pool }
  // Goes out before whatever the connection was opened for.
  pool.on('connection', (connection: Connection) => {
    connection.query(READ_COMMITTED, (error) => {
      if (error) connection.destroy()
    })
  })
  // The one that is open already.
  await dataSource.query(READ_COMMITTED)
  return dataSource
}
