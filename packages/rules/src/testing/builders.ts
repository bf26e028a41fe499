import type { IsoDate } from '../core/iso-date.ts'
import type { KindId, Payload } from '../records/record-kind.ts'
import { isPersonKind, RECORD_KINDS } from '../records/record-kinds.ts'
import type { LedgerRecord, VillageLedger } from '../village-ledger.ts'

/** 示范村A of 示范镇. */
export const AREA = '441581990201'

/** The least a valid payload of a kind holds, without identities and sealed text. */
export const LEAST: { readonly [kind in KindId]: (on: IsoDate) => Payload } = {
  'person-registration': (on) => ({ registeredOn: on, gender: 'male', birthYear: 1985, residence: 'local' }),
  'person-status': (on) => ({ from: on, status: 'community-rehabilitation', presence: 'at-home' }),
  'abstinence-start': (on) => ({ confirmedOn: on, abstinentSince: on }),
  'support-group': (on) => ({ formedOn: on, members: ['family', 'village-cadre', 'police'] }),
  talk: (on) => ({ occurredOn: on, place: 'home', found: 'yes', visitors: ['cadre-1', 'cadre-2'] }),
  'urine-test': (on) => ({
    occurredOn: on,
    place: 'station',
    basis: 'required',
    result: 'negative',
    collector: ['cadre-1'],
  }),
  'test-outcome': (on) => ({ decidedOn: on, test: 'test-1', outcome: 'prescription' }),
  relapse: (on) => ({ foundOn: on, usedOn: on }),
  'publicity-activity': (on) => ({ occurredOn: on, form: 'leaflets', place: '村口', attendance: 30 }),
  'roster-confirmation': (on) => ({ confirmedOn: on, month: on.slice(0, 7), headcount: 1, correct: 'yes' }),
}

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
    subjectId: isPersonKind(kind) ? subjectId : AREA,
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
