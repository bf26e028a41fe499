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

/** The name of the first field of the envelope that is wrong. */
function brokenPart(record: Record<string, unknown>): string | undefined {
  if (!isText(record.id)) return 'id'
  if (!isCount(record.revision)) return 'revision'
  if (!isText(record.kind)) return 'kind'
  if (!isCount(record.schemaVersion)) return 'schemaVersion'
  if (!isText(record.subjectId)) return 'subjectId'
  if (!isText(record.areaCode)) return 'areaCode'
  if (Number.isNaN(parseDay(record.occurredOn))) return 'occurredOn'
  if (record.receivedAt !== null && Number.isNaN(chinaDayOf(record.receivedAt))) return 'receivedAt'
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

/** The first fact of the payload that is missing or wrong. */
function brokenFact(kind: RecordKind, payload: Payload): string | undefined {
  for (const name of kind.facts) {
    const field = kind.fields[name]!
    const value = payload[name]
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

/**
 * Chooses of each record the revision that stands: the last that was accepted. A correction that waits or was returned
 * leaves in force what it was to correct; a record of which every revision waits is pending; a voided one is gone.
 */
class Revisions {
  /** By record id, the last revision that was accepted, or voided. */
  private readonly standing = new Map<string, LedgerRecord>()
  private readonly voided = new Set<LedgerRecord>()
  /** By record id, the last revision that waits for a second person. */
  private readonly waiting = new Map<string, LedgerRecord>()
  private readonly returned = new Map<string, number>()
  private readonly unsent: [LedgerRecord, ReviewState][] = []
  readonly troubles: Trouble[] = []

  add(record: LedgerRecord, state: ReviewState): void {
    if (record.receivedAt === null) this.unsent.push([record, state])
    else this.keep(record, state)
  }

  /** Visits every record that exists, as it stands. Call it once, after the last `add`. */
  forEach(visit: (record: LedgerRecord, isPending: boolean) => void): void {
    // What the server has of a revision is the truth about it.
    for (const [record, state] of this.unsent.filter(
      ([{ id, revision }]) => revision > this.lastReceived(id),
    ))
      this.keep(record, state)
    this.standing.forEach((record) => {
      if (!this.voided.has(record)) visit(record, false)
    })
    this.waiting.forEach((record) => {
      const standing = this.standing.get(record.id)
      if (standing === undefined || (this.voided.has(standing) && standing.revision < record.revision))
        visit(record, true)
    })
  }

  private lastReceived(id: string): number {
    const { standing, waiting, returned } = this
    return Math.max(standing.get(id)?.revision ?? 0, waiting.get(id)?.revision ?? 0, returned.get(id) ?? 0)
  }

  private keep(record: LedgerRecord, state: ReviewState): void {
    const { id, revision } = record
    if (state === 'returned') {
      this.returned.set(id, Math.max(revision, this.returned.get(id) ?? 0))
      return
    }
    const place = state === 'pending' ? this.waiting : this.standing
    const known = place.get(id)
    if (known !== undefined && revision < known.revision) return
    const kept = revision === known?.revision ? this.oneOf(known, record) : record
    place.set(id, kept)
    if (state === 'voided' && kept === record) this.voided.add(record)
  }

  /** Two copies of one revision that differ cannot both be. */
  private oneOf(a: LedgerRecord, b: LedgerRecord): LedgerRecord {
    if (a === b) return a
    const textA = canonicalJson(a)
    const textB = canonicalJson(b)
    if (textA !== textB) {
      const kind = isKindId(a.kind) && a.kind === b.kind ? a.kind : null
      this.troubles.push({ kind, reason: 'malformedRecord', path: pathOf(a, 0, 'revision') })
    }
    return textA <= textB ? a : b
  }
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

function factOf(record: LedgerRecord, isPending: boolean): Fact | Trouble {
  if (!isKindId(record.kind)) return { kind: null, reason: 'unknownKind', path: pathOf(record, 0, 'kind') }
  const kind = RECORD_KINDS[record.kind]
  if (record.schemaVersion > kind.version)
    return { kind: kind.kind, reason: 'newerVersion', path: pathOf(record, 0, 'schemaVersion') }
  const { id, subjectId, occurredOn, receivedAt, payload } = upcastRecord(record)
  const broken =
    brokenFact(kind, payload) ?? (payload[kind.dateField] === occurredOn ? undefined : kind.dateField)
  if (broken !== undefined)
    return { kind: kind.kind, reason: 'malformedRecord', path: pathOf(record, 0, `payload.${broken}`) }
  return {
    id,
    kind: kind.kind,
    subjectId,
    on: occurredOn,
    day: parseDay(occurredOn),
    pending: isPending,
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
  const revisions = new Revisions()
  const { troubles } = revisions
  records.forEach((record, index) => {
    const broken = isObject(record) ? brokenPart(record) : ''
    if (broken !== undefined) {
      const kind = isObject(record) && isKindId(record.kind) ? record.kind : null
      troubles.push({ kind, reason: 'malformedRecord', path: pathOf(record, index, broken) })
      return
    }
    const sound = record as LedgerRecord
    const isKnown = knownAt === null || (sound.receivedAt !== null && isNotAfter(sound.receivedAt, knownAt))
    if (isKnown) revisions.add(sound, stateAt(sound, knownAt))
  })
  const facts: Fact[] = []
  const lateRecordIds: string[] = []
  const startDay = parseDay(startOn)
  revisions.forEach((record, isPending) => {
    if (parseDay(record.occurredOn) > asOfDay) return
    const fact = factOf(record, isPending)
    if ('reason' in fact) {
      troubles.push(fact)
      return
    }
    facts.push(fact)
    const { receivedAt } = fact
    if (fact.day >= startDay && receivedAt !== '' && chinaDayOf(receivedAt) - fact.day > lateEntryDays)
      lateRecordIds.push(fact.id)
  })
  troubles.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  return { areaCode, startOn, startDay, ledgerVersion, facts, troubles, lateRecordIds: lateRecordIds.sort() }
}
