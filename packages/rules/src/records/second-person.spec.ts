import { describe, expect, it } from '@jest/globals'
import { waitsForSecond } from './second-person.ts'

const startOn = '2026-10-08'

describe('什么记录要等第二个人', () => {
  it('a change of status waits whoever enters it, and whenever it was', () => {
    expect(waitsForSecond('person-status', '2026-11-01', startOn, true)).toBe(true)
  })

  it.each([
    ['2026-10-07', true],
    ['2026-10-08', false],
    ['2026-10-09', false],
  ])('a talk of %s in a village that began on 8 October: %s', (on, waits) => {
    expect(waitsForSecond('talk', on, startOn, false)).toBe(waits)
    expect(waitsForSecond('publicity-activity', on, startOn, false)).toBe(waits)
    expect(waitsForSecond('urine-test', on, startOn, false)).toBe(waits)
    // What the town or the police enter themselves, they have looked at.
    expect(waitsForSecond('talk', on, startOn, true)).toBe(false)
  })

  it('in a village that has not begun everything is from before', () => {
    expect(waitsForSecond('talk', '2026-11-01', null, false)).toBe(true)
  })

  it('whoever answers for a venue does not settle its problem by his own word', () => {
    expect(waitsForSecond('rectification', '2026-11-01', startOn, false, 'venue-manager')).toBe(true)
    expect(waitsForSecond('rectification', '2026-11-01', startOn, false, 'case-worker')).toBe(false)
    expect(waitsForSecond('staff-roster', '2026-11-01', startOn, false, 'venue-manager')).toBe(false)
  })

  it('what registers describe is no evidence of a cycle or month', () => {
    for (const kind of ['support-group', 'key-person', 'person-registration', 'roster-confirmation'] as const)
      expect(waitsForSecond(kind, '2025-01-01', startOn, false)).toBe(false)
  })
})
