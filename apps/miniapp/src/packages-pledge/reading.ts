/** Which pledge was read to its end since the app was opened, and for how long. Nothing of it outlives the app. */
type Reading = { id: string; textHash: string; startedAt: number; endedAt: number | null }

let current: Reading | null = null

export function startReading(id: string, textHash: string, nowMs: number): void {
  if (current?.id === id && current.textHash === textHash) return
  current = { id, textHash, startedAt: nowMs, endedAt: null }
}
export function endReading(nowMs: number): void {
  if (current && current.endedAt === null) current.endedAt = nowMs
}
export const isReadThrough = (id: string, textHash: string) =>
  current?.id === id && current.textHash === textHash && current.endedAt !== null

/** Told with the signature, judged by nobody. */
export function readSeconds(id: string): number | undefined {
  if (current?.id !== id || current.endedAt === null) return undefined
  return Math.min(86_400, Math.max(0, Math.round((current.endedAt - current.startedAt) / 1000)))
}
