import { type Day, type Instant, type IsoDate, parseDay } from '../core/iso-date.ts'
import type { KindId, Payload } from '../records/record-kind.ts'
import type { Reason } from '../scorecard.ts'
import type { VillageLedger } from '../village-ledger.ts'
import { factOf, isObject, isText, knownOf } from './read-record.ts'
import { isAlive, type Known, repeatedIds, standingOf } from './revisions.ts'

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

/** Reads a ledger as it stood on a day and as it was known at an instant. Never throws: what cannot be read is a trouble. */
export function readLedger(ledger: unknown, { asOfDay, knownAt, lateEntryDays }: AsKnown): LedgerFacts {
  const head = headTrouble(ledger)
  if (head !== undefined) return { ...EMPTY, troubles: [head] }
  const { areaCode, startOn, ledgerVersion } = ledger as VillageLedger
  const records: unknown[] = (ledger as VillageLedger).records
  const startDay = parseDay(startOn)
  const facts: Fact[] = []
  const troubles: Trouble[] = []
  const lateRecordIds: string[] = []

  const take = (known: Known): void => {
    if (known.day > asOfDay) return
    const fact = factOf(known)
    if ('reason' in fact) {
      troubles.push(fact)
      return
    }
    facts.push(fact)
    if (fact.day >= startDay && known.receivedDay - fact.day > lateEntryDays) lateRecordIds.push(fact.id)
  }

  const repeated = repeatedIds(records)
  const revisions = new Map<string, Known[]>()
  records.forEach((record, index) => {
    const known = knownOf(record, index, knownAt)
    if (known === undefined) return
    if ('reason' in known) troubles.push(known)
    else if (repeated.size === 0 || !repeated.has(known.record.id)) {
      if (isAlive(known)) take(known)
    } else {
      const others = revisions.get(known.record.id)
      if (others === undefined) revisions.set(known.record.id, [known])
      else others.push(known)
    }
  })
  revisions.forEach((known) => {
    const standing = standingOf(known, troubles)
    if (standing !== undefined) take(standing)
  })
  troubles.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  return { areaCode, startOn, startDay, ledgerVersion, facts, troubles, lateRecordIds: lateRecordIds.sort() }
}
