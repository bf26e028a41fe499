import { describe, expect, it } from '@jest/globals'
import { AREA, aLedger, aRecord } from '../testing/builders.ts'
import { awarenessFrame } from './awareness-frame.ts'

const asOf = '2026-06-30'
const frame = (...records: ReturnType<typeof aRecord>[]) => awarenessFrame(aLedger(records), { asOf })
const count = (audience: string, on: string, people: number, extra = {}) =>
  aRecord('audience-count', AREA, on, { audience, count: people }, extra)

describe('问谁 — 四(一)3', () => {
  it('没清点过就是不知道有多少人,不是0', () => {
    expect(frame()).toMatchObject({
      resident: { population: null, countedOn: null },
      migrant: { population: null },
      venue: { venues: 0, staff: 0, withoutRoster: 0, isDeclaredNone: false },
      student: { schools: [], isDeclaredNone: false },
    })
  })

  it('清点过的人数,只在有效期内算数;等审核的还不算', () => {
    expect(frame(count('resident', '2026-03-01', 812)).resident).toEqual({
      population: 812,
      countedOn: '2026-03-01',
    })
    expect(frame(count('resident', '2025-06-30', 812)).resident.population).toBe(812)
    expect(frame(count('resident', '2025-06-29', 812)).resident.population).toBeNull()
    const pending = count('migrant', '2026-03-01', 0, { reviewState: 'pending' })
    expect(frame(pending).migrant.population).toBeNull()
    expect(frame(count('migrant', '2026-03-01', 0)).migrant.population).toBe(0)
  })

  it('场所按名册数人,没有名册的场所单列', () => {
    const venues = frame(
      aRecord('venue', 'v1', '2026-01-05'),
      aRecord('venue', 'v2', '2026-01-05'),
      aRecord('staff-roster', 'v1', '2026-02-01', { headcount: 7 }),
    ).venue
    expect(venues).toEqual({ venues: 2, staff: 7, withoutRoster: 1, isDeclaredNone: false })
    expect(frame(aRecord('venue-survey', AREA, '2026-05-01', { venues: 0 })).venue.isDeclaredNone).toBe(true)
  })

  it('学校看课堂答题;清点过没有学校的,写明没有', () => {
    const school = aRecord('school', 's1', '2026-01-05', { pupils: 120 })
    const held = aRecord('class-session', 's1', '2026-03-01', { pupils: 30, valid: 25, aware: 22 })
    expect(frame(school, held).student.schools).toMatchObject([
      { id: 's1', valid: 25, aware: 22, state: 'aware' },
    ])
    expect(frame(count('student', '2026-03-01', 0)).student.isDeclaredNone).toBe(true)
  })
})
