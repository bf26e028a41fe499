import type { LedgerRecord } from '@dfv/rules'
import type { PersonHead } from '@/shared/api'
import { policiesOf } from '@/shared/ledger'
import type { OutboxEntry } from '@/shared/outbox'
import { previewLedger, previewOf } from '@/shared/scoring'
import { placeOf, type Village } from '@/shared/village'

export const VILLAGE = '441581990201'
export const TODAY = '2026-11-23'

let serial = 0
export function record(
  kind: string,
  subjectId: string,
  on: string,
  payload: Record<string, unknown> = {},
): LedgerRecord {
  serial += 1
  return {
    id: `record-${serial}`,
    revision: 1,
    kind,
    schemaVersion: 1,
    subjectId,
    areaCode: VILLAGE,
    occurredOn: on,
    receivedAt: `${on}T04:00:00.000Z`,
    reviewState: 'accepted',
    payload,
  }
}

/** A person in community rehabilitation since the spring of last year. */
export const registered = (id: string, presence: 'at-home' | 'away' = 'at-home'): LedgerRecord[] => [
  record('person-registration', id, '2025-03-01', {
    registeredOn: '2025-03-01',
    gender: 'male',
    birthYear: 1985,
    residence: 'local',
  }),
  record('person-status', id, '2025-03-01', {
    from: '2025-03-01',
    status: 'community-rehabilitation',
    reportedInOn: '2025-03-01',
    presence,
  }),
  record('support-group', id, '2025-03-02', {
    formedOn: '2025-03-02',
    members: ['family', 'village-cadre', 'police'],
  }),
  record('agreement', id, '2025-03-02', { signedOn: '2025-03-02', regime: 'community-rehabilitation' }),
]
export const talk = (id: string, on: string, found: 'yes' | 'no' = 'yes') =>
  record('talk', id, on, { occurredOn: on, place: 'home', found, visitors: ['a', 'b'] })
export const tested = (id: string, on: string, result = 'negative') =>
  record('urine-test', id, on, {
    occurredOn: on,
    place: 'station',
    basis: 'required',
    result,
    collector: ['a'],
  })

export const head = (id: string, code: string, extra: Partial<PersonHead> = {}): PersonHead => ({
  id,
  code,
  areaCode: VILLAGE,
  maskedName: '李*',
  gender: 'male',
  birthYear: 1985,
  state: 'active',
  status: 'community-rehabilitation',
  registers: ['cumulative', 'existing', 'supported'],
  ...extra,
})

/** A village as a page sees it. */
export function village(
  records: LedgerRecord[],
  subjects: PersonHead[],
  { entries = [], asOf = TODAY }: { entries?: OutboxEntry[]; asOf?: string } = {},
): Village {
  const snapshot = {
    areaCode: VILLAGE,
    startOn: '2026-01-01',
    ledgerVersion: 1,
    records,
    subjects,
    places: [],
    contactAt: 0,
  }
  const heads = new Map(subjects.map((one) => [one.id, one]))
  const preview = previewOf(previewLedger(snapshot, entries), asOf, undefined, policiesOf(null))
  const placeName = (id: string) => placeOf(preview, id)?.name
  return {
    ...preview,
    code: VILLAGE,
    name: '示范村A',
    contactAt: 0,
    persons: subjects.filter(({ state }) => state === 'active'),
    subjectLabel: (id) => heads.get(id)?.code ?? placeName(id) ?? (id === VILLAGE ? '示范村A' : ''),
    person: (id) => heads.get(id),
    placeCode: () => undefined,
    wording: { asOf, nameOf: (id) => heads.get(id)?.code ?? placeName(id) },
  }
}

export function entry(kind: string, subjectId: string, extra: Partial<OutboxEntry> = {}): OutboxEntry {
  serial += 1
  return {
    key: `entry-${serial}.1`,
    recordId: `entry-${serial}`,
    kind,
    schemaVersion: 1,
    areaCode: VILLAGE,
    subjectId,
    revision: 1,
    occurredOn: TODAY,
    payload: { occurredOn: TODAY, place: 'home', found: 'yes', visitors: ['a', 'b'] },
    state: 'queued',
    sequence: serial,
    updatedAt: Date.parse(`${TODAY}T06:06:00Z`),
    attempts: 0,
    ...extra,
  }
}
