import { chinaDayOf, type Day, type Instant, isNotAfter, parseDay } from '../core/iso-date.ts'
import { FACT_READERS } from '../records/fact-reader.ts'
import { isKindId } from '../records/kind-id.ts'
import type { KindId } from '../records/record-kind.ts'
import type { Reason } from '../scorecard.ts'
import type { LedgerRecord, ReviewState } from '../village-ledger.ts'
import type { Fact, Trouble } from './read-ledger.ts'
import type { Known } from './revisions.ts'

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 1

const isReviewState = (value: unknown): value is ReviewState =>
  value === 'accepted' || value === 'pending' || value === 'returned' || value === 'voided'

/** The name of the first field of the envelope that is wrong. */
function brokenPart(record: Record<string, unknown>, day: Day, receivedDay: Day): string | undefined {
  if (!isText(record.id)) return 'id'
  if (!isCount(record.revision)) return 'revision'
  if (!isText(record.kind)) return 'kind'
  if (!isCount(record.schemaVersion)) return 'schemaVersion'
  if (!isText(record.subjectId)) return 'subjectId'
  if (!isText(record.areaCode)) return 'areaCode'
  if (Number.isNaN(day)) return 'occurredOn'
  if (record.receivedAt !== null && Number.isNaN(receivedDay)) return 'receivedAt'
  if (!isReviewState(record.reviewState)) return 'reviewState'
  const { reviewedAt } = record
  if (reviewedAt !== undefined && reviewedAt !== null && Number.isNaN(chinaDayOf(reviewedAt)))
    return 'reviewedAt'
  return isObject(record.payload) ? undefined : 'payload'
}

/** The review state as it stood at `knownAt`. */
function stateAt(record: LedgerRecord, knownAt: Instant | null): ReviewState {
  const { reviewState, reviewedAt } = record
  if (knownAt === null || !reviewedAt || isNotAfter(reviewedAt, knownAt) || reviewState === 'pending')
    return reviewState
  return FACT_READERS.get(record.kind)?.waitsForReview ? 'pending' : 'accepted'
}

/** An id names a record the same way in any order of the ledger; the index is for records without one. */
function troubleWith(record: unknown, index: number, broken: string): Trouble {
  const about: Record<string, unknown> = isObject(record) ? record : {}
  const place = `records[${isText(about.id) ? `id=${about.id}` : index}]`
  return {
    kind: isKindId(about.kind) ? about.kind : null,
    reason: 'malformedRecord',
    path: broken === '' ? place : `${place}.${broken}`,
  }
}

/** Checks the envelope of the record at a place of the ledger. @returns undefined when the record was not known yet */
export function knownOf(
  record: unknown,
  index: number,
  knownAt: Instant | null,
): Known | Trouble | undefined {
  if (!isObject(record)) return troubleWith(record, index, '')
  const day = parseDay(record.occurredOn)
  const receivedDay = chinaDayOf(record.receivedAt)
  const broken = brokenPart(record, day, receivedDay)
  if (broken !== undefined) return troubleWith(record, index, broken)
  const sound = record as LedgerRecord
  if (knownAt !== null && (sound.receivedAt === null || !isNotAfter(sound.receivedAt, knownAt)))
    return undefined
  return { record: sound, state: stateAt(sound, knownAt), day, receivedDay }
}

const trouble = (kind: KindId | null, reason: Reason, record: LedgerRecord, part: string): Trouble => ({
  kind,
  reason,
  path: `records[id=${record.id}].${part}`,
})

/** What a record that stands says, in the newest shape of its kind. */
export function factOf({ record, state, day }: Known): Fact | Trouble {
  const reader = FACT_READERS.get(record.kind)
  if (reader === undefined) return trouble(null, 'unknownKind', record, 'kind')
  const { id, schemaVersion, subjectId, occurredOn, receivedAt } = record
  const { kind } = reader
  if (schemaVersion > reader.version) return trouble(kind, 'newerVersion', record, 'schemaVersion')
  const payload = reader.lifted(record.payload, schemaVersion)
  const broken = reader.broken(payload, occurredOn)
  if (broken !== undefined) return trouble(kind, 'malformedRecord', record, `payload.${broken}`)
  return {
    id,
    kind,
    subjectId,
    on: occurredOn,
    day,
    pending: state === 'pending',
    receivedAt: receivedAt ?? '',
    payload,
  }
}
