import { hash } from 'node:crypto'
import type { RecordRow } from './record.entity.js'
import type { RecordRevisionRow } from './record-revision.entity.js'
import type { RecordOut } from './records.dto.js'

/** Without 0/O, 1/I and U: read aloud on the telephone. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTVWXYZ'

/** Short number that a cadre can read out; the same for an id everywhere. */
export function receiptNo(id: string): string {
  const bytes = hash('sha256', id, 'buffer')
  const letters = Array.from({ length: 8 }, (_, at) => ALPHABET[(bytes[at] ?? 0) % ALPHABET.length])
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}

export function toRecordOut(
  record: RecordRow,
  revision: Pick<RecordRevisionRow, 'payload'>,
  text?: Record<string, string>,
): RecordOut {
  return {
    id: record.id,
    revision: record.currentRevision,
    kind: record.kind,
    schemaVersion: record.schemaVersion,
    areaCode: record.areaCode,
    subjectId: record.subjectId,
    occurredOn: record.occurredOn,
    receivedAt: record.receivedAt.toISOString(),
    reviewState: record.reviewState,
    receiptNo: receiptNo(record.id),
    ledgerVersion: record.ledgerVersion,
    submittedBy: { accountId: record.submittedByAccount, role: record.submittedByRole },
    payload: JSON.parse(revision.payload),
    ...(text && Object.keys(text).length > 0 ? { text } : {}),
  }
}
