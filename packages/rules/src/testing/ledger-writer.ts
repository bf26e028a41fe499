import type { Random } from '../awareness/random.ts'
import { addDays, daysBetween, type IsoDate } from '../core/iso-date.ts'
import type { KindId, Payload } from '../records/record-kind.ts'
import { RECORD_KINDS } from '../records/record-kinds.ts'
import type { LedgerRecord } from '../village-ledger.ts'
import { LEAST, noonOf } from './builders.ts'

export type Writer = { random: Random; until: IsoDate; areaCode: string; records: LedgerRecord[] }

const hex = (random: Random, digits: number): string =>
  Array.from({ length: digits }, () => random.below(16).toString(16)).join('')

/** An id in the shape of a UUIDv7. */
export const idOf = (random: Random): string =>
  `${hex(random, 8)}-${hex(random, 4)}-7${hex(random, 3)}-8${hex(random, 3)}-${hex(random, 12)}`

export const pick = <T>(random: Random, items: readonly T[]): T => items[random.below(items.length)]!
export const isIn100 = (random: Random, share: number): boolean => random.below(100) < share

export function write(
  writer: Writer,
  kind: KindId,
  subjectId: string,
  on: IsoDate,
  payload: Payload = {},
): LedgerRecord {
  const { random, areaCode } = writer
  const waits = RECORD_KINDS[kind].review === 'secondPerson' && isIn100(random, 10)
  // One in thirty is entered some weeks late.
  const receivedOn = isIn100(random, 3) ? addDays(on, 20 + random.below(40)) : on
  const record: LedgerRecord = {
    id: idOf(random),
    revision: 1,
    kind,
    schemaVersion: RECORD_KINDS[kind].version,
    subjectId,
    areaCode,
    occurredOn: on,
    receivedAt: noonOf(receivedOn),
    reviewState: waits ? pick(random, ['pending', 'pending', 'returned', 'voided']) : 'accepted',
    payload: { ...LEAST[kind](on), ...payload },
  }
  writer.records.push(record)
  return record
}

/** Writes a record unless its day has not come. */
export function writeIf(
  writer: Writer,
  kind: KindId,
  subjectId: string,
  on: IsoDate,
  payload: Payload = {},
): void {
  if (on <= writer.until) write(writer, kind, subjectId, on, payload)
}

export const dayBetween = (random: Random, from: IsoDate, to: IsoDate): IsoDate =>
  addDays(from, random.below(Math.max(1, daysBetween(from, to))))
