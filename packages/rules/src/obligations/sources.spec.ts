import { describe, expect, it } from '@jest/globals'
import { aLedger, aRecord } from '../testing/builders.ts'
import { openVillage } from '../testing/whole.ts'
import { agreementObligations } from './agreement-obligations.ts'
import * as documents from './document-obligations.ts'
import * as grids from './grid-obligations.ts'
import * as known from './known-obligations.ts'
import { obligations } from './obligations.ts'
import * as persons from './person-obligations.ts'
import * as points from './points-obligations.ts'
import { reportObligations } from './report-obligations.ts'
import * as venues from './venue-obligations.ts'
import * as village from './village-obligations.ts'

const asOf = '2026-10-20'
const records = [
  aRecord('person-registration', 'p1', '2026-01-01', { birthYear: null }),
  aRecord('person-registration', 'p2', '2026-01-01'),
  aRecord('person-status', 'p2', '2026-01-01', { status: 'community-treatment' }),
  aRecord('person-registration', 'p3', '2026-01-01'),
  aRecord('person-status', 'p3', '2026-01-01', { status: 'imprisoned', presence: null }),
  aRecord('key-person', 'k1', '2026-01-01', { measure: 'none' }),
  aRecord('grid', 'g1', '2026-01-01', { bounded: 'no' }),
  aRecord('grid', 'g2', '2026-01-01'),
  aRecord('grid-assignment', 'g2', '2026-01-01'),
  aRecord('venue', 'v1', '2026-01-01', { monitored: 'no' }),
  aRecord('bottom-lines-text', '', '2026-01-05'),
]

/** What is owed where everything was done, or nothing begun: nothing. */
const settled = [
  aRecord('person-registration', 'p1', '2026-10-01'),
  aRecord('person-status', 'p1', '2026-10-01', { status: 'compulsory-isolation', presence: null }),
  aRecord('person-registration', 'p2', '2026-10-01'),
  aRecord('person-status', 'p2', '2026-10-01', { status: 'community-treatment', reportedInOn: '2026-10-01' }),
  aRecord('support-group', 'p2', '2026-10-01', {
    members: ['family', 'village-cadre', 'police', 'medical', 'volunteer', 'social-worker'],
  }),
  aRecord('sweep', '', '2026-10-01'),
  aRecord('venue-survey', '', '2026-10-01'),
  aRecord('education-site', 's1', '2026-10-01'),
  aRecord('experience-report', '', '2026-10-05'),
]

const ofVillage = {
  ...documents,
  ...venues,
  censusObligations: points.censusObligations,
  countObligations: points.countObligations,
  organisationObligations: points.organisationObligations,
  gridObligations: grids.gridObligations,
  registerObligations: known.registerObligations,
  sweepObligations: known.sweepObligations,
  verificationObligations: known.verificationObligations,
  activityObligations: village.activityObligations,
  rosterObligations: village.rosterObligations,
}
const ofPersons = {
  cycleObligations: persons.cycleObligations,
  testObligations: persons.testObligations,
  groupObligations: persons.groupObligations,
  fileObligations: persons.fileObligations,
  clockObligations: persons.clockObligations,
  agreementObligations,
  reportObligations,
}

/** An id says what the duty is, about whom, and for when. */
const ID = /^[a-z-]+:[^:]+:[^:]+(:[^:]+)?$/

describe('every source of duties gives duties and nothing else', () => {
  it.each(Object.entries(ofVillage))('%s', (_, build) => {
    for (const entries of [records, settled, []])
      for (const { id } of build(openVillage(aLedger(entries), { asOf }))) expect(id).toMatch(ID)
  })

  it.each(Object.entries(ofPersons))('%s', (_, build) => {
    for (const entries of [records, settled]) {
      const opened = openVillage(aLedger(entries), { asOf })
      for (const person of opened.persons())
        for (const { id } of build(person, opened)) expect(id).toMatch(ID)
    }
  })

  it('and so do the windows that closed', () => {
    const opened = openVillage(aLedger(records), { asOf })
    const since = village.missedSince(opened)
    const missed = [
      ...village.missedMonths(opened, since),
      ...grids.missedPatrols(opened, since),
      ...opened.persons().flatMap((person) => persons.missedCycles(person, opened, since)),
    ]
    expect(missed.length).toBeGreaterThan(10)
    for (const { id } of missed) expect(id).toMatch(ID)
  })
})

describe('a ledger that cannot be read whole', () => {
  it('still owes what its readable records ask for', () => {
    const unknown = aRecord('talk', 'p2', '2026-02-10', {}, { kind: 'never-heard-of' })
    const ids = (entries: typeof records) => obligations(aLedger(entries), { asOf }).open.map(({ id }) => id)
    expect(ids([...records, unknown])).toEqual(ids(records))
    expect(ids(records).length).toBeGreaterThan(3)
  })
})
