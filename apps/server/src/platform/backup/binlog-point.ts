import type { Connection, RowDataPacket } from 'mysql2/promise'
import { databaseErrno } from '../database/transactions.js'

/** Where the binary log stood at the instant of a backup. */
export type BinlogPoint = { file: string; position: number; database: string }

const PRIVILEGE_MISSING = new Set([1227, 1044, 1142])

/**
 * Begins the transaction of a backup's snapshot and learns where the binary log stands at exactly that instant. MariaDB
 * tells it within the transaction. MySQL does not: there all writers are held for the moment in which the snapshot begins.
 * @returns undefined when the server keeps no binary log, or the account may not ask
 */
export async function beginSnapshot(
  connection: Connection,
  openAnother: () => Promise<Connection>,
): Promise<BinlogPoint | undefined> {
  await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ')
  const [[server]] = await connection.query<RowDataPacket[]>(
    'SELECT VERSION() AS version, @@log_bin AS hasLog, DATABASE() AS name',
  )
  const database = String(server?.name)
  const begin = () => connection.query('START TRANSACTION WITH CONSISTENT SNAPSHOT')
  const pointOf = (file: unknown, position: unknown) =>
    typeof file === 'string' && Number(position) > 0
      ? { file, position: Number(position), database }
      : undefined
  if (Number(server?.hasLog) === 0) {
    await begin()
    return undefined
  }
  if (/mariadb/i.test(String(server?.version))) {
    await begin()
    const [rows] = await connection.query<RowDataPacket[]>(`SHOW STATUS LIKE 'binlog_snapshot_%'`)
    const told = new Map(rows.map((row) => [String(row.Variable_name).toLowerCase(), row.Value]))
    return pointOf(told.get('binlog_snapshot_file'), told.get('binlog_snapshot_position'))
  }
  const holder = await openAnother()
  try {
    await holder.query('FLUSH TABLES WITH READ LOCK')
    await begin()
    const [[status]] = await holder.query<RowDataPacket[]>('SHOW BINARY LOG STATUS')
    return pointOf(status?.File, status?.Position)
  } catch (error) {
    if (!PRIVILEGE_MISSING.has(databaseErrno(error) ?? 0)) throw error
    await begin()
    return undefined
  } finally {
    // Ends its hold on the writers too.
    holder.destroy()
  }
}
