import { describe, expect, it } from '@jest/globals'
import { checkVersions, versionAt } from './dated.ts'
import { gate } from './outcome.ts'
import { overlapDays, without } from './period.ts'
import { reachesPercent, shareText } from './ratio.ts'

describe('gate of several parts', () => {
  it.each([
    [['met', 'notMet', 'undetermined'], 'notMet'],
    [['met', 'undetermined', 'notApplicable'], 'undetermined'],
    [['met', 'notApplicable'], 'met'],
    [['notApplicable', 'notApplicable'], 'notApplicable'],
    [[], 'notApplicable'],
  ] as const)('%p is %s', (states, expected) => {
    expect(gate(states)).toBe(expected)
  })
})

describe('ratio', () => {
  it('达到95%: 94.96%不算,95%算', () => {
    expect(reachesPercent(9496, 10_000, 95)).toBe(false)
    expect(reachesPercent(9499, 10_000, 95)).toBe(false)
    expect(reachesPercent(9500, 10_000, 95)).toBe(true)
    expect(reachesPercent(19, 20, 95)).toBe(true)
  })

  it('cuts a share off, never rounds it up', () => {
    expect(shareText(9496, 10_000)).toBe('94.9%')
    expect(shareText(9999, 10_000)).toBe('99.9%')
    expect(shareText(19, 20)).toBe('95%')
    expect(shareText(52, 53)).toBe('98.1%')
    expect(shareText(18, 18)).toBe('100%')
    expect(shareText(0, 3)).toBe('0%')
    expect(shareText(1, 2000)).toBe('0.0%')
  })
})

describe('dated', () => {
  const versions = [
    { from: '2024-01-01', value: 1 },
    { from: '2025-01-01', until: '2026-01-01', value: 2 },
    { from: '2027-01-01', value: 3 },
  ]

  it.each([
    ['2023-12-31', undefined],
    ['2024-01-01', 1],
    ['2024-12-31', 1],
    ['2025-01-01', 2],
    ['2025-12-31', 2],
    ['2026-01-01', undefined],
    ['2026-12-31', undefined],
    ['2027-01-01', 3],
    ['2035-12-31', 3],
  ])('on %s applies %p, with no fallback', (date, expected) => {
    expect(versionAt(versions, date)?.value).toBe(expected)
  })

  it('refuses versions that are missing, empty, out of order or overlap', () => {
    const check =
      (...broken: { from: string; until?: string; value: number }[]) =>
      () =>
        checkVersions('x', broken)
    expect(check()).toThrow(RangeError)
    expect(check({ from: '2025-01-01', until: '2025-01-01', value: 1 })).toThrow(RangeError)
    expect(check({ from: '2025-01-01', value: 1 }, { from: '2025-01-01', value: 2 })).toThrow(RangeError)
    expect(check({ from: '2025-01-01', value: 1 }, { from: '2024-01-01', value: 2 })).toThrow(RangeError)
    expect(
      check({ from: '2025-01-01', until: '2026-01-02', value: 1 }, { from: '2026-01-01', value: 2 }),
    ).toThrow(RangeError)
    expect(
      check({ from: '2025-01-01', until: '2026-01-01', value: 1 }, { from: '2026-01-01', value: 2 }),
    ).not.toThrow()
  })
})

describe('period', () => {
  it('is half-open', () => {
    expect(overlapDays({ from: 0, to: 10 }, { from: 9, to: 20 })).toBe(1)
    expect(overlapDays({ from: 0, to: 10 }, { from: 10, to: 20 })).toBe(0)
  })

  it('leaves out holes', () => {
    expect(without({ from: 0, to: 10 }, [{ from: 3, to: 5 }])).toEqual([
      { from: 0, to: 3 },
      { from: 5, to: 10 },
    ])
    expect(
      without({ from: 0, to: 10 }, [
        { from: -5, to: 2 },
        { from: 8, to: Number.POSITIVE_INFINITY },
      ]),
    ).toEqual([{ from: 2, to: 8 }])
    expect(without({ from: 0, to: 10 }, [{ from: 0, to: 10 }])).toEqual([])
  })
})
