import mysql from 'mysql2/promise'
import { DataSource, type DataSourceOptions } from 'typeorm'
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
    extra: { connectionLimit: config.env.DB_POOL },
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

export async function openDataSource(config: Config, log: Log): Promise<DataSource> {
  const engine = await detectEngine(config.env.DATABASE_URL)
  return new DataSource(dataSourceOptions(config, engine, log)).initialize()
}
