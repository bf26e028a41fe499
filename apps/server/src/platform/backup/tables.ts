import { createHash, type Hash } from 'node:crypto'
import type { Connection, RowDataPacket } from 'mysql2/promise'

/** A column of this name holds a wrapped data key, in whatever table. It never stands in the data file of a backup. */
const KEY_COLUMN = 'wrapped_key'

export type Table = {
  name: string
  /** The statement that makes it, as the engine gives it. */
  create: string
  columns: readonly string[]
  /** Names of the primary key's columns, in its order. */
  primaryKey: readonly string[]
  /** Where the wrapped data key stands in a row; undefined: the table has none. */
  keyAt: number | undefined
}

/** A value as it stands in a line: bytes are marked, everything else is what the driver reads. */
export type Cell = null | string | number | { b: string }
export type Row = readonly Cell[]

const quote = (name: string): string => `\`${name.replace(/`/g, '``')}\``

/** Every table of the database, by name. @throws Error for a table without a primary key: its rows have no order */
export async function tablesOf(connection: Connection): Promise<Table[]> {
  const [names] = await connection.query<RowDataPacket[]>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name`,
  )
  const tables: Table[] = []
  for (const { name } of names) {
    const [[made]] = (await connection.query(`SHOW CREATE TABLE ${quote(name)}`)) as unknown as [
      Record<string, string>[],
    ]
    const [columns] = await connection.query<RowDataPacket[]>(
      `SELECT column_name AS name FROM information_schema.columns
       WHERE table_schema = DATABASE() AND table_name = ? ORDER BY ordinal_position`,
      [name],
    )
    const [key] = await connection.query<RowDataPacket[]>(
      `SELECT column_name AS name FROM information_schema.key_column_usage
       WHERE table_schema = DATABASE() AND table_name = ? AND constraint_name = 'PRIMARY' ORDER BY ordinal_position`,
      [name],
    )
    if (key.length === 0) throw new Error(`The table ${name} has no primary key.`)
    const columnNames = columns.map((column) => String(column.name))
    const keyAt = columnNames.indexOf(KEY_COLUMN)
    tables.push({
      name,
      create: made?.['Create Table'] ?? '',
      columns: columnNames,
      primaryKey: key.map((column) => String(column.name)),
      keyAt: keyAt < 0 ? undefined : keyAt,
    })
  }
  return tables
}

/** The rows of a table in the order of its primary key, read as they come: memory does not grow with the table. */
export async function* rowsOf(connection: Connection, table: Table): AsyncGenerator<Cell[]> {
  const order = table.primaryKey.map(quote).join(', ')
  const list = table.columns.map(quote).join(', ')
  // The promise interface buffers whole results; the connection below it streams.
  const { connection: raw } = connection as unknown as { connection: import('mysql2').Connection }
  const stream = raw
    .query({ sql: `SELECT ${list} FROM ${quote(table.name)} ORDER BY ${order}`, rowsAsArray: true })
    .stream({ highWaterMark: 200 })
  for await (const row of stream) yield (row as unknown[]).map(cellOf)
}

function cellOf(value: unknown): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  if (Buffer.isBuffer(value)) return { b: value.toString('base64') }
  throw new Error(`A column holds a value of an unexpected type (${typeof value}).`)
}

/** The value of a cell as the driver writes it. */
export const driverValue = (cell: Cell): null | string | number | Buffer =>
  typeof cell === 'object' && cell !== null ? Buffer.from(cell.b, 'base64') : cell

/** Which row a data key belongs to. */
export const keyPlace = (table: Table, row: Row): string =>
  JSON.stringify([table.name, ...table.primaryKey.map((name) => row[table.columns.indexOf(name)])])

/** Counts the rows of a table and hashes them without their data keys, one line a row. */
export class TableTally {
  rows = 0
  private readonly hash: Hash = createHash('sha256')

  add(line: string): void {
    this.rows += 1
    this.hash.update(line).update('\n')
  }

  digest(): string {
    return this.hash.digest('hex')
  }
}

/** A row as a line of the data file: without its data key. */
export function dataLine(table: Table, row: readonly Cell[]): string {
  if (table.keyAt === undefined) return JSON.stringify(row)
  const without = row.slice()
  without[table.keyAt] = null
  return JSON.stringify(without)
}

export const insertInto = (table: Table): string =>
  `INSERT INTO ${quote(table.name)} (${table.columns.map(quote).join(', ')}) VALUES `

export const dropTable = (name: string): string => `DROP TABLE IF EXISTS ${quote(name)}`
