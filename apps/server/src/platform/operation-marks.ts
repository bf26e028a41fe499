/** Commands of operation whose last run is remembered. */
export const OPERATIONS = ['backup', 'verify-audit'] as const
export type Operation = (typeof OPERATIONS)[number]

/** The statement that remembers a run; commands send it with or without the application around them. */
export const rememberRun = (name: Operation, at: Date, isOk: boolean): [string, unknown[]] => [
  `INSERT INTO operation_mark (name, at, is_ok) VALUES (?, ?, ?)
   ON DUPLICATE KEY UPDATE at = VALUES(at), is_ok = VALUES(is_ok)`,
  [name, at, isOk ? 1 : 0],
]
