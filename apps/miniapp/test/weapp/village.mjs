// A small village for a phone that is signed in: two invented persons, a talk, a test, and what is still due.
export const VILLAGE = '441581990201'
const PERSONS = ['0190f3c2-7a10-7cc3-98b4-0c2a4e6f8a01', '0190f3c2-7a10-7cc3-98b4-0c2a4e6f8a02']

const chinaDay = (daysAgo) =>
  new Date(Date.now() + 8 * 3600_000 - daysAgo * 86_400_000).toISOString().slice(0, 10)
let serial = 0

function record(kind, subjectId, occurredOn, payload) {
  serial += 1
  return {
    id: `0190f3c2-7a10-7cc3-98b4-${String(serial).padStart(12, '0')}`,
    revision: 1,
    kind,
    schemaVersion: 1,
    subjectId,
    areaCode: VILLAGE,
    occurredOn,
    receivedAt: `${occurredOn}T04:00:00.000Z`,
    reviewState: 'accepted',
    payload,
  }
}

const personRecords = (id) => [
  record('person-registration', id, chinaDay(700), {
    registeredOn: chinaDay(700),
    gender: 'male',
    birthYear: 1985,
    residence: 'local',
  }),
  record('person-status', id, chinaDay(700), {
    from: chinaDay(700),
    status: 'community-rehabilitation',
    presence: 'at-home',
  }),
  record('support-group', id, chinaDay(699), {
    formedOn: chinaDay(699),
    members: ['family', 'village-cadre', 'police'],
  }),
]

export const ledger = {
  areaCode: VILLAGE,
  startOn: chinaDay(700),
  ledgerVersion: 8,
  records: [
    ...PERSONS.flatMap(personRecords),
    record('talk', PERSONS[0], chinaDay(0), {
      occurredOn: chinaDay(0),
      place: 'home',
      found: 'yes',
      visitors: ['a', 'b'],
    }),
  ],
  places: [],
  subjects: PERSONS.map((id, index) => ({
    id,
    code: `示范A-0${index + 1}`,
    areaCode: VILLAGE,
    maskedName: '李*',
    gender: 'male',
    birthYear: 1985,
    state: 'active',
    status: 'community-rehabilitation',
    registers: ['cumulative', 'existing', 'supported'],
  })),
  dropped: [],
  full: true,
}

export const signedIn = {
  account: { id: 'account-1', name: '林××' },
  appointments: [
    {
      id: 'appointment-1',
      role: 'case-worker',
      areaCode: VILLAGE,
      areaName: '示范村A',
      from: '2026-01-01',
      to: null,
    },
  ],
  activeId: 'appointment-1',
  refreshToken: 'refresh',
}

export const PERSON = PERSONS[1]
