// What a server really sends to the database, as the database itself wrote it down.

/** What every connection is told once, whenever a pool opens it. */
export const READ_COMMITTED = 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED'

/**
 * The statements of the database while `work` runs, in order.
 * @param sql a connection with the right to switch the general log on
 */
export async function rawStatementsDuring(sql, work) {
  const [[mine]] = await sql.query('SELECT CONNECTION_ID() AS id')
  await sql.query(`SET GLOBAL log_output = 'TABLE'`)
  await sql.query('TRUNCATE mysql.general_log')
  await sql.query('SET GLOBAL general_log = ON')
  try {
    await work()
  } finally {
    await sql.query('SET GLOBAL general_log = OFF')
  }
  const [rows] = await sql.query(
    `SELECT CONVERT(argument USING utf8mb4) AS text FROM mysql.general_log
     WHERE command_type IN ('Query', 'Execute') AND thread_id <> ? ORDER BY event_time`,
    [mine.id],
  )
  return rows.map(({ text }) => text).filter((text) => text !== READ_COMMITTED)
}

/** The same without their values. */
export const statementsDuring = async (sql, work) => (await rawStatementsDuring(sql, work)).map(shape)

/** A statement without its values and without the way it is set. */
const shape = (statement) =>
  statement
    .replace(/X'[0-9a-f]*'|'(?:[^'\\]|\\.|'')*'|\bNULL\b|\b\d+\b|\?/gi, '?')
    .replace(/`/g, '')
    .replace(/\s+/g, ' ')
    .trim()
