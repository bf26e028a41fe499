import { describe, expect, it } from '@jest/globals'
import { POLICIES, type PolicyId, type PolicyValues } from './policies.ts'
import { policyAt } from './policy-at.ts'
import { POLICY_FORMS, policyEntryFault, policySource, policyValueText } from './policy-form.ts'
import { policiesOfCounty } from './released.ts'

const LATEST = policyAt(POLICIES, '2026-11-23')
const IDS = Object.keys(POLICIES.values) as PolicyId[]
const COUNTY = '441581'

describe('entering a policy', () => {
  it('takes the delivered value of every number and switch, but for those of a law', () => {
    for (const id of IDS)
      expect([id, policyEntryFault(id, LATEST[id])]).toEqual([
        id,
        policySource(id) === 'law' ? 'lawful' : undefined,
      ])
  })

  it('knows what a law says, what the notice says, and what is our reading', () => {
    expect(IDS.filter((id) => policySource(id) === 'law')).toEqual([
      'reportInDays',
      'treatmentTermMonths',
      'refusalsToReport',
      'absencesToReport',
      'absentDaysToReport',
    ])
    expect(policySource('activitiesPerMonth')).toBe('notice')
    expect(policySource('verifyWithinDays')).toBe('reading')
  })

  it.each<[PolicyId, unknown, string]>([
    ['cycleMonths', 0, 'outOfRange'],
    ['cycleMonths', 13, 'outOfRange'],
    ['activitiesPerMonth', 4.5, 'outOfRange'],
    ['activitiesPerMonth', '4', 'outOfRange'],
    ['threeYearsScope', 'somebody', 'wrongType'],
    ['countSelfRegistered', 'yes', 'wrongType'],
    ['supportStatuses', [], 'empty'],
    ['supportStatuses', ['helped', 'helped'], 'wrongType'],
    ['supportStatuses', ['nobody'], 'wrongType'],
    ['awarenessPercent', { resident: 95 }, 'wrongType'],
    ['awarenessPercent', { resident: 95, migrant: 95, venue: 100, student: 101 }, 'outOfRange'],
    ['pointWeights', { ...LATEST.pointWeights, A7: 900 }, 'doesNotAddUp'],
    ['pointBands', { excellent: 8000, good: 8000, fair: 6000 }, 'notFalling'],
    ['pointBands', { excellent: 9000, good: 8000, fair: 8500 }, 'notFalling'],
    ['testSchedule', { ...LATEST.testSchedule, helped: [5, 0, 0] }, 'wrongType'],
    ['testSchedule', { ...LATEST.testSchedule, helped: [12, 6] }, 'wrongType'],
  ])('refuses %s = %j', (id, value, fault) => {
    expect(policyEntryFault(id, value)).toBe(fault)
  })

  it('takes the number at either bound', () => {
    for (const value of [1, 12]) expect(policyEntryFault('cycleMonths', value)).toBeUndefined()
    for (const value of [0, 100]) expect(policyEntryFault('householdPledgeShare', value)).toBeUndefined()
  })

  it('says every value in words', () => {
    for (const id of IDS)
      expect(policyValueText(id, LATEST[id] as never)).not.toMatch(/undefined|NaN|\[object/)
    expect(policyValueText('activitiesPerMonth', 4)).toBe('4次')
    expect(policyValueText('passLine', 9000)).toBe('90分')
    expect(policyValueText('awarenessPercent', LATEST.awarenessPercent)).toContain('本村群众95%')
    expect(policyValueText('supportStatuses', ['helped'])).toBe('出所帮教')
    const schedule = { ...LATEST.testSchedule, helped: [12, 6, 4] }
    expect(policyValueText('testSchedule', schedule)).toBe('出所帮教第一、二、三年各12、6、4次')
  })

  it('has a form of the value’s own type for everything', () => {
    for (const id of IDS) {
      const value: unknown = LATEST[id]
      const expected = Array.isArray(value) ? 'several' : typeof value === 'object' ? 'object' : typeof value
      const types = { number: 'number', boolean: 'choice', string: 'choice', several: 'several' } as Record<
        string,
        string
      >
      if (expected === 'object') expect(['numbers', 'schedule']).toContain(POLICY_FORMS[id].type)
      else expect([id, POLICY_FORMS[id].type]).toEqual([id, types[expected]])
    }
  })
})

describe('what a county released', () => {
  const july = { effectiveOn: '2026-07-01', values: { activitiesPerMonth: 6, graceDays: 5 } }
  const october = { effectiveOn: '2026-10-01', values: { activitiesPerMonth: 4 } }
  const on = (
    date: string,
    policies = policiesOfCounty(POLICIES, COUNTY, [october, july], 2),
  ): PolicyValues => policyAt(policies, date, `${COUNTY}990201`)

  it('applies from its first day until the next release of the same value, in whatever order they were released', () => {
    expect(on('2026-06-30').activitiesPerMonth).toBe(4)
    expect(on('2026-07-01')).toMatchObject({ activitiesPerMonth: 6, graceDays: 5 })
    expect(on('2026-09-30').activitiesPerMonth).toBe(6)
    expect(on('2026-10-01')).toMatchObject({ activitiesPerMonth: 4, graceDays: 5 })
  })

  it('goes on from what was delivered for the county, until its own first day', () => {
    const delivered = {
      ...POLICIES,
      counties: { [COUNTY]: { activitiesPerMonth: [{ from: '2026-03-01', value: 3 }] } },
    }
    const policies = policiesOfCounty(delivered, COUNTY, [july], 1)
    expect(on('2026-02-28', policies).activitiesPerMonth).toBe(4)
    expect(on('2026-06-30', policies).activitiesPerMonth).toBe(3)
    expect(on('2026-07-01', policies).activitiesPerMonth).toBe(6)
  })

  it('leaves the other counties alone', () => {
    const policies = policiesOfCounty(POLICIES, COUNTY, [july], 1)
    expect(policyAt(policies, '2026-08-01', '441502001001').activitiesPerMonth).toBe(4)
  })

  it('of two releases for one day, follows the later', () => {
    const later = { effectiveOn: '2026-07-01', values: { activitiesPerMonth: 5 } }
    expect(on('2026-08-01', policiesOfCounty(POLICIES, COUNTY, [july, later], 2))).toMatchObject({
      activitiesPerMonth: 5,
      graceDays: 5,
    })
  })

  it('has a name of its own after every change, and the delivered one before any', () => {
    expect(policiesOfCounty(POLICIES, COUNTY, [], 0)).toBe(POLICIES)
    expect(policiesOfCounty(POLICIES, COUNTY, [july], 1).version).toBe(`${POLICIES.version}-1`)
    expect(policiesOfCounty(POLICIES, COUNTY, [], 2).version).toBe(`${POLICIES.version}-2`)
  })
})
