import { describe, expect, it } from '@jest/globals'
import { isoOf, parseDay } from '../core/iso-date.ts'
import { POLICIES, type Policies, type PolicyId } from './policies.ts'
import { NoPolicyError, policyAt, versionsUsed } from './policy-at.ts'

describe('policies', () => {
  it('has exactly one version of every value on every day of 2023-03-24 … 2035-12-31', () => {
    for (const [id, value] of Object.entries(POLICIES.values)) {
      expect(value.id).toBe(id)
      for (let day = parseDay('2023-03-24'); day <= parseDay('2035-12-31'); day++) {
        const date = isoOf(day)
        const versions: readonly { from: string; until?: string }[] = value.versions
        const inForce = versions.filter(({ from, until }, index) => {
          const next = versions[index + 1]?.from
          return from <= date && (until === undefined || date < until) && (next === undefined || date < next)
        })
        if (inForce.length !== 1) throw new Error(`${id}: ${inForce.length} versions on ${date}`)
      }
    }
  })

  it('has no value before the notice was issued', () => {
    expect(() => policyAt(POLICIES, '2023-03-23')).toThrow(NoPolicyError)
    expect(policyAt(POLICIES, '2023-03-24').cycleMonths).toBe(2)
  })

  const stricter: Policies = {
    ...POLICIES,
    counties: {
      '441581': { activitiesPerMonth: [{ from: '2026-07-01', until: '2026-10-01', value: 6 }] },
    },
  }

  it.each([
    ['2026-06-30', '441581990201', 4],
    ['2026-07-01', '441581990201', 6],
    ['2026-09-30', '441581990201', 6],
    ['2026-10-01', '441581990201', 4],
    ['2026-07-01', '441582990201', 4],
    ['2026-07-01', '', 4],
  ])('on %s in %s four becomes %i where the county set its own', (date, area, expected) => {
    expect(policyAt(stricter, date, area).activitiesPerMonth).toBe(expected)
  })

  it('lists the versions used with the day each began', () => {
    expect(
      versionsUsed(stricter, '441581990201', ['activitiesPerMonth', 'cycleMonths'], '2026-07-01'),
    ).toEqual([
      { id: 'activitiesPerMonth', value: 6, from: '2026-07-01' },
      { id: 'cycleMonths', value: 2, from: '2023-03-24' },
    ])
    expect(versionsUsed(POLICIES, '', ['cycleMonths'] as PolicyId[], '2023-01-01')).toEqual([])
  })
})
