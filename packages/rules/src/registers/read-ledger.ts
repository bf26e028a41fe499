import { canonicalJson } from '../core/canonical-json.ts'
import { chinaDayOf, type Day, type Instant, type IsoDate, isNotAfter, parseDay } from '../core/iso-date.ts'
import { fieldFault } from '../records/check-field.ts'
import type { KindId, Payload, RecordKind } from '../records/record-kind.ts'
import { isKindId, RECORD_KINDS } from '../records/record-kinds.ts'
import { upcastRecord } from '../records/upcast-record.ts'
import { isShown } from '../records/validate-record.ts'
import type { Reason } from '../scorecard.ts'
import type { LedgerRecord, ReviewState, VillageLedger } from '../village-ledger.ts'

/** What one record says, as it stood: the last revision known, in the newest shape. */
export type Fact = {
  id: string
  kind: KindId
  subjectId: string
  on: IsoDate
  day: Day
  /** It waits for a second person. */
  pending: boolean
  /** '' while unsent. */
  receivedAt: string
  payload: Payload
}

/** A record that cannot be read. It leaves every part that reads its kind undetermined; kind null: every part. */
export type Trouble = { kind: KindId | null; reason: Reason; path: string }

export type LedgerFacts = {
  areaCode: string
  startOn: IsoDate
  startDay: Day
  ledgerVersion: number
  facts: Fact[]
  troubles: Trouble[]
  /** Facts received more than `lateEntryDays` after their day, from the village's start on. */
  lateRecordIds: string[]
}

export type AsKnown = { asOfDay: Day; knownAt: Instant | null; lateEntryDays: number }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 1
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

const REVIEW_STATES: readonly unknown[] = ['accepted', 'pending', 'returned', 'voided']

/** One record as it was known, with its days; each is parsed once. */
type Known = {
  record: LedgerRecord
  state: ReviewState
  day: Day
  /** The civil day it was received; NaN while unsent. */
  receivedDay: Day
}

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
  if (!REVIEW_STATES.includes(record.reviewState)) return 'reviewState'
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
  const waits = isKindId(record.kind) && RECORD_KINDS[record.kind].review === 'secondPerson'
  return waits ? 'pending' : 'accepted'
}

/** The first fact of the payload that is missing or wrong; the day of the record itself is known to be one. */
function brokenFact(kind: RecordKind, payload: Payload, occurredOn: IsoDate): string | undefined {
  for (const name of kind.facts) {
    const value = payload[name]
    if (name === kind.dateField && value === occurredOn) continue
    const field = kind.fields[name]!
    if (value === undefined || value === null) {
      if (!field.optional && isShown(field, payload)) return name
    } else if (fieldFault(field, value) !== undefined) return name
  }
  return undefined
}

/** An id names a record the same way in any order of the ledger; the index is for records without one. */
const pathOf = (record: unknown, index: number, rest: string): string => {
  const id = isObject(record) && isText(record.id) ? `id=${record.id}` : `${index}`
  return rest === '' ? `records[${id}]` : `records[${id}].${rest}`
}

/** The revisions of one record that matter. */
type Slot = {
  /** The last revision that was accepted, or voided. */
  standing: Known | undefined
  /** The last revision that waits for a second person. */
  waiting: Known | undefined
  /** The last revision the server has, whatever became of it. */
  received: number
}

/** Two copies of one revision that differ cannot both be. */
function oneOf(a: Known, b: Known, troubles: Trouble[]): Known {
  if (a.record === b.record) return b
  const textA = canonicalJson(a.record)
  const textB = canonicalJson(b.record)
  if (textA !== textB) {
    const kind = isKindId(a.record.kind) && a.record.kind === b.record.kind ? a.record.kind : null
    troubles.push({ kind, reason: 'malformedRecord', path: pathOf(a.record, 0, 'revision') })
  }
  return textA <= textB ? a : b
}

function keep(slot: Slot, known: Known, troubles: Trouble[]): void {
  const { record, state } = known
  if (record.receivedAt !== null && record.revision > slot.received) slot.received = record.revision
  if (state === 'returned') return
  const place = state === 'pending' ? 'waiting' : 'standing'
  const before = slot[place]
  if (before !== undefined && record.revision < before.record.revision) return
  const chosen = record.revision === before?.record.revision ? oneOf(before, known, troubles) : known
  // Whichever copy is kept, the state told last is the state.
  slot[place] = chosen.state === state ? chosen : { ...chosen, state }
}

/** The revision that stands among several of one record. */
function standingOf(revisions: readonly Known[], troubles: Trouble[]): Known | undefined {
  const slot: Slot = { standing: undefined, waiting: undefined, received: 0 }
  for (const known of revisions) if (known.record.receivedAt !== null) keep(slot, known, troubles)
  const { received } = slot
  // What the server has of a revision is the truth about it.
  for (const known of revisions)
    if (known.record.receivedAt === null && known.record.revision > received) keep(slot, known, troubles)
  const { standing, waiting } = slot
  const isVoid = standing?.state === 'voided'
  if (standing !== undefined && !isVoid) return standing
  return isVoid && standing.record.revision > (waiting?.record.revision ?? 0) ? undefined : waiting
}

const isAlive = ({ state }: Known): boolean => state === 'accepted' || state === 'pending'

/**
 * Chooses of each record the revision that stands: the last that was accepted. A correction that waits or was returned
 * leaves in force what it was to correct; a record of which every revision waits is pending; a voided one is gone.
 */
function chosen(all: readonly Known[], troubles: Trouble[]): Known[] {
  const seen = new Set<string>()
  const repeated = new Map<string, Known[]>()
  for (const { record } of all) {
    const before = seen.size
    seen.add(record.id)
    if (seen.size === before) repeated.set(record.id, [])
  }
  if (repeated.size === 0) return all.filter(isAlive)
  const kept = all.filter((known) => {
    const revisions = repeated.get(known.record.id)
    revisions?.push(known)
    return revisions === undefined && isAlive(known)
  })
  repeated.forEach((revisions) => {
    const standing = standingOf(revisions, troubles)
    if (standing !== undefined) kept.push(standing)
  })
  return kept
}

const EMPTY: LedgerFacts = {
  areaCode: '',
  startOn: '',
  startDay: Number.NaN,
  ledgerVersion: 0,
  facts: [],
  troubles: [],
  lateRecordIds: [],
}

function headTrouble(ledger: unknown): Trouble | undefined {
  const trouble = (path: string): Trouble => ({ kind: null, reason: 'malformedLedger', path })
  if (!isObject(ledger)) return trouble('')
  if (ledger.format !== 'village-ledger@1') return trouble('format')
  if (!isText(ledger.areaCode)) return trouble('areaCode')
  if (Number.isNaN(parseDay(ledger.startOn))) return trouble('startOn')
  if (!Number.isSafeInteger(ledger.ledgerVersion)) return trouble('ledgerVersion')
  return Array.isArray(ledger.records) ? undefined : trouble('records')
}

function factOf({ record, state, day }: Known): Fact | Trouble {
  if (!isKindId(record.kind)) return { kind: null, reason: 'unknownKind', path: pathOf(record, 0, 'kind') }
  const kind = RECORD_KINDS[record.kind]
  if (record.schemaVersion > kind.version)
    return { kind: kind.kind, reason: 'newerVersion', path: pathOf(record, 0, 'schemaVersion') }
  const { id, subjectId, occurredOn, receivedAt, payload } = upcastRecord(record)
  const broken =
    brokenFact(kind, payload, occurredOn) ??
    (payload[kind.dateField] === occurredOn ? undefined : kind.dateField)
  if (broken !== undefined)
    return { kind: kind.kind, reason: 'malformedRecord', path: pathOf(record, 0, `payload.${broken}`) }
  return {
    id,
    kind: kind.kind,
    subjectId,
    on: occurredOn,
    day,
    pending: state === 'pending',
    receivedAt: receivedAt ?? '',
    payload,
  }
}

/** Reads a ledger as it stood on a day and as it was known at an instant. Never throws: what cannot be read is a trouble. */
export function readLedger(ledger: unknown, { asOfDay, knownAt, lateEntryDays }: AsKnown): LedgerFacts {
  const head = headTrouble(ledger)
  if (head !== undefined) return { ...EMPTY, troubles: [head] }
  const { areaCode, startOn, ledgerVersion } = ledger as VillageLedger
  const records: unknown[] = (ledger as VillageLedger).records
  const troubles: Trouble[] = []
  const all: Known[] = []
  records.forEach((record, index) => {
    const day = isObject(record) ? parseDay(record.occurredOn) : Number.NaN
    const receivedDay = isObject(record) ? chinaDayOf(record.receivedAt) : Number.NaN
    const broken = isObject(record) ? brokenPart(record, day, receivedDay) : ''
    if (broken !== undefined) {
      const kind = isObject(record) && isKindId(record.kind) ? record.kind : null
      troubles.push({ kind, reason: 'malformedRecord', path: pathOf(record, index, broken) })
      return
    }
    const sound = record as LedgerRecord
    const isKnown = knownAt === null || (sound.receivedAt !== null && isNotAfter(sound.receivedAt, knownAt))
    if (isKnown) all.push({ record: sound, state: stateAt(sound, knownAt), day, receivedDay })
  })
  const facts: Fact[] = []
  const lateRecordIds: string[] = []
  const startDay = parseDay(startOn)
  for (const known of chosen(all, troubles)) {
    if (known.day > asOfDay) continue
    const fact = factOf(known)
    if ('reason' in fact) {
      troubles.push(fact)
      continue
    }
    facts.push(fact)
    if (fact.day >= startDay && known.receivedDay - fact.day > lateEntryDays) lateRecordIds.push(fact.id)
  }
  troubles.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  return { areaCode, startOn, startDay, ledgerVersion, facts, troubles, lateRecordIds: lateRecordIds.sort() }
}
