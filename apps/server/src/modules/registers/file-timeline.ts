import type { LedgerRecord } from '@dfv/rules'
import { cursorOf, readCursor } from '../records/cursor.js'
import type { TimelineItem } from './persons.dto.js'

const PAGE = 20

/** A page of what happened, the newest day first. It says that a test was made, not how it came out. */
export function timeline(
  records: readonly LedgerRecord[],
  cursor: string | undefined,
): { timeline: TimelineItem[]; nextCursor: string | null } {
  const key = (record: LedgerRecord) => `${record.occurredOn}|${record.id}`
  const [before] = readCursor(cursor, 1)
  const newest = new Map(records.map((record) => [record.id, record]))
  const rows = [...newest.values()]
    .filter((record) => before === undefined || key(record) < before)
    .sort((a, b) => (key(a) < key(b) ? 1 : -1))
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    timeline: shown.map((record) => ({
      id: record.id,
      kind: record.kind,
      revision: record.revision,
      occurredOn: record.occurredOn,
      reviewState: record.reviewState,
      ...(record.kind === 'talk' ? { met: record.payload.found === 'yes' } : {}),
    })),
    nextCursor: rows.length > PAGE && last ? cursorOf([key(last)]) : null,
  }
}
