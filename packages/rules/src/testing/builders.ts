import type { IsoDate } from '../core/iso-date.ts'
import type { KindId, Payload } from '../records/record-kind.ts'
import { RECORD_KINDS } from '../records/record-kinds.ts'
import type { LedgerRecord, VillageLedger } from '../village-ledger.ts'
import { AREA } from './area.ts'
import { LEAST } from './least.ts'

export { AREA } from './area.ts'
export { LEAST } from './least.ts'

/** The noon in China of a day: when a record of that day is received unless said otherwise. */
export const noonOf = (date: IsoDate): string => `${date}T04:00:00.000Z`

/**
 * One accepted record. The payload is the least of its kind plus what is given; what is null is left out.
 * @param id also makes a record distinct: two calls with the same id are the same record
 */
export function aRecord(
  kind: KindId,
  subjectId: string,
  on: IsoDate,
  payload: Payload = {},
  envelope: Partial<LedgerRecord> = {},
): LedgerRecord {
  const filled: Payload = { ...LEAST[kind](on), ...payload }
  for (const name of Object.keys(filled)) if (filled[name] === null) delete filled[name]
  return {
    id: `${kind}_${subjectId}_${on}`,
    revision: 1,
    kind,
    schemaVersion: RECORD_KINDS[kind].version,
    subjectId: RECORD_KINDS[kind].subject === 'village' ? AREA : subjectId,
    areaCode: AREA,
    occurredOn: on,
    receivedAt: noonOf(on),
    reviewState: 'accepted',
    payload: filled,
    ...envelope,
  }
}

export const aLedger = (records: LedgerRecord[], head: Partial<VillageLedger> = {}): VillageLedger => ({
  format: 'village-ledger@1',
  areaCode: AREA,
  startOn: '2024-01-01',
  ledgerVersion: records.length,
  records,
  ...head,
})
