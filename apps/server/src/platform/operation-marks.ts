import type { EntityManager } from 'typeorm'

/** Commands of operation whose last run is remembered. */
export const OPERATIONS = ['backup', 'verify-audit'] as const
export type Operation = (typeof OPERATIONS)[number]

/** The statement that remembers a run; commands send it with or without the application around them. */
export const rememberRun = (name: Operation, at: Date, isOk: boolean): [string, unknown[]] => [
  `INSERT INTO operation_mark (name, at, is_ok) VALUES (?, ?, ?)
   ON DUPLICATE KEY UPDATE at = VALUES(at), is_ok = VALUES(is_ok)`,
  [name, at, isOk ? 1 : 0],
]

/** When each was run last, and whether it ended as it should; one that never was is left out. */
export async function lastRuns(
  tx: EntityManager,
): Promise<ReadonlyMap<Operation, { at: Date; isOk: boolean }>> {
  const rows: { name: Operation; at: Date; isOk: number }[] = await tx.query(
    'SELECT name, at, is_ok AS isOk FROM operation_mark',
  )
  return new Map(rows.map(({ name, at, isOk }) => [name, { at, isOk: isOk === 1 }]))
}
