import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  addDays,
  addMonths,
  chinaDateOf,
  daysBetween,
  isInstant,
  isIsoDate,
  isIsoMonth,
  isNotAfter,
  isoOf,
  lastDayOfMonth,
  monthsOf,
  parseDay,
} from './iso-date.ts'

describe('iso-date', () => {
  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['1899-12-31', false],
    ['2199-12-31', true],
    ['2200-01-01', false],
    ['2026-1-01', false],
    ['2026/01/01', false],
    ['2026-01-0x', false],
    [20260101, false],
    [null, false],
  ])('%p is a calendar day: %p', (value, expected) => {
    expect(isIsoDate(value)).toBe(expected)
  })

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 36, '2027-02-28'],
    ['2024-01-31', 2, '2024-03-31'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-01-15', 0, '2026-01-15'],
  ])('%s plus %i months is %s', (anchor, months, expected) => {
    expect(addMonths(anchor, months)).toBe(expected)
  })

  it('counts from the anchor, so a clamped month does not shift the next', () => {
    expect([1, 2, 3].map((n) => addMonths('2026-01-31', n))).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ])
  })

  it('agrees with the platform calendar on every day it knows', () => {
    for (let day = parseDay('1900-01-01'); day <= parseDay('2199-12-31'); day++) {
      const iso = new Date(day * 86_400_000).toISOString().slice(0, 10)
      if (isoOf(day) !== iso || parseDay(iso) !== day) throw new Error(`${day} ${iso} ${isoOf(day)}`)
    }
  })

  it('adds and subtracts days as inverses', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
        expect(daysBetween('2026-06-30', addDays('2026-06-30', days))).toBe(days)
      }),
    )
  })

  it('names months and their last days', () => {
    expect(monthsOf(2026)[0]).toBe('2026-01')
    expect(monthsOf(2026)[11]).toBe('2026-12')
    expect(['2024-02', '2026-02', '2026-04', '2026-12'].map(lastDayOfMonth)).toEqual([
      '2024-02-29',
      '2026-02-28',
      '2026-04-30',
      '2026-12-31',
    ])
    expect(isIsoMonth('2026-12')).toBe(true)
    expect(isIsoMonth('2026-13')).toBe(false)
  })

  it('reads the date in China of a UTC instant', () => {
    expect(chinaDateOf('2026-11-23T15:59:59.999Z')).toBe('2026-11-23')
    expect(chinaDateOf('2026-11-23T16:00:00.000Z')).toBe('2026-11-24')
    expect(chinaDateOf('2026-12-31T16:00:00.000Z')).toBe('2027-01-01')
    expect(isInstant('2026-11-23T16:00:00.000Z')).toBe(true)
    expect(isInstant('2026-02-30T16:00:00.000Z')).toBe(false)
    expect(isInstant('2026-11-23 16:00:00')).toBe(false)
    expect(isInstant('2026-11-23T24:00:00.000Z')).toBe(false)
  })

  it.each([
    ['2026-06-30T16:00:00Z', '2026-06-30T16:00:00.000Z', true],
    ['2026-06-30T16:00:00.000Z', '2026-06-30T16:00:00Z', true],
    ['2026-06-30T16:00:00.5Z', '2026-06-30T16:00:00Z', false],
    ['2026-06-30T15:59:59.999Z', '2026-06-30T16:00:00Z', true],
    ['2026-06-30T16:00:00.001Z', '2026-06-30T16:00:00.000Z', false],
  ])('%s is not after %s: %p', (a, b, expected) => {
    expect(isNotAfter(a, b)).toBe(expected)
  })
})
