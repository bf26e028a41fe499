import { databaseErrno } from './transactions.js'

/**
 * 1040 too many connections, 1047 a Galera node outside its cluster, 1053 shutting down, 1205 and 1213 waited or gave way in
 * every rerun, 1290 and 1836 read-only while another node takes over, 1927 the connection was killed.
 */
const PASSING = new Set([1040, 1047, 1053, 1205, 1213, 1290, 1836, 1927])

/** The database cannot be reached, or may not write just now: nothing is wrong with the request, and asking again can succeed. */
export function isDatabaseAway(error: unknown): boolean {
  const { driverError, fatal } = (error ?? {}) as { driverError?: { fatal?: unknown }; fatal?: unknown }
  // mysql2 marks an error that ended the connection, or kept it from being made.
  if (fatal === true || driverError?.fatal === true) return true
  return PASSING.has(databaseErrno(error) ?? 0)
}
