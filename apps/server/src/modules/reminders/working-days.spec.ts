import { addDays } from '@dfv/rules'
import { describe, expect, it } from 'vitest'
import {
  holidaySource,
  isWorkingDay,
  weekBegunOn,
  workingDayAfter,
  workingDayFrom,
  workingDayUpTo,
} from './working-days.js'

describe('working days of 2026, as the State Council announced them', () => {
  it.each([
    ['2026-01-01', false],
    ['2026-01-04', true],
    ['2026-02-14', true],
    ['2026-02-15', false],
    ['2026-02-23', false],
    ['2026-02-24', true],
    ['2026-02-28', true],
    ['2026-04-06', false],
    ['2026-05-05', false],
    ['2026-05-09', true],
    ['2026-06-19', false],
    ['2026-09-20', true],
    ['2026-09-25', false],
    ['2026-10-07', false],
    ['2026-10-08', true],
    ['2026-10-10', true],
    ['2026-11-28', false],
    ['2026-11-30', true],
  ])('%s: %p', (date, expected) => {
    expect(isWorkingDay(date)).toBe(expected)
  })

  it('are 248', () => {
    const days = Array.from({ length: 365 }, (_, at) => addDays('2026-01-01', at))
    expect(days.filter(isWorkingDay)).toHaveLength(248)
  })

  it('a year nobody has announced here has its weekends, and says that it knows no more', () => {
    expect(holidaySource('2026-11-23')).toContain('国办发明电〔2025〕7号')
    expect(holidaySource('2027-01-01')).toBeUndefined()
    expect(isWorkingDay('2027-01-01')).toBe(true)
    expect(isWorkingDay('2027-01-02')).toBe(false)
  })
})

describe('days beside days off', () => {
  it.each([
    ['2026-12-02', 1, '2026-12-03'],
    ['2026-12-02', 2, '2026-12-04'],
    ['2026-12-04', 2, '2026-12-08'],
    ['2026-12-05', 2, '2026-12-08'],
    ['2026-09-30', 1, '2026-10-08'],
  ])('%s and %i working days: %s', (date, count, after) => {
    expect(workingDayAfter(date, count)).toBe(after)
  })

  it.each([
    ['2026-10-03', '2026-09-30', '2026-10-08'],
    ['2026-09-26', '2026-09-24', '2026-09-28'],
    ['2026-11-23', '2026-11-23', '2026-11-23'],
    ['2026-02-16', '2026-02-14', '2026-02-24'],
  ])('%s: %s before, %s after', (date, before, after) => {
    expect(workingDayUpTo(date)).toBe(before)
    expect(workingDayFrom(date)).toBe(after)
  })

  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-24', undefined],
    ['2026-10-08', '2026-10-05'],
    ['2026-10-10', undefined],
    ['2026-10-12', '2026-10-12'],
    // A whole week off has no first working day of its own: the one after it speaks for both.
    ['2026-02-24', '2026-02-23'],
  ])('%s begins the week of %s', (date, monday) => {
    expect(weekBegunOn(date)).toBe(monday)
  })
})
