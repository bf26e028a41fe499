import { addDays } from '@dfv/rules'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LadderDuty, latestWeek, rungsDue } from './ladder.js'
import { workingDayFrom } from './working-days.js'

/** Opens on 1 November, due on the 30th. */
const duty = (over: Partial<LadderDuty> = {}): LadderDuty => ({
  opensOn: '2026-11-01',
  dueOn: '2026-11-30',
  mendableAfterDue: true,
  state: 'open',
  firstSeenOn: '2026-10-01',
  ...over,
})
const onDay = (over: Partial<LadderDuty>, day: string) =>
  rungsDue(duty(over), { after: addDays(day, -1), upTo: day }).map(
    ({ rung, audience }) => `${rung} → ${audience}`,
  )
const afterGap = (over: Partial<LadderDuty>, after: string, upTo: string) =>
  rungsDue(duty(over), { after, upTo }).map(({ rung, audience }) => `${rung} → ${audience}`)

describe('ladder of a duty due on 30 November — both sides of each day', () => {
  it.each([
    ['2026-10-31', []],
    ['2026-11-01', ['opens → owner']],
    ['2026-11-02', []],
    ['2026-11-15', []],
    ['2026-11-16', ['before-14 → owner']],
    ['2026-11-17', []],
    ['2026-11-22', []],
    ['2026-11-23', ['before-7 → owner']],
    ['2026-11-24', []],
    // The 28th is a Saturday: asked on Friday.
    ['2026-11-27', ['before-2 → owner']],
    ['2026-11-28', []],
    ['2026-11-29', []],
    ['2026-11-30', ['due → owner']],
    ['2026-12-01', []],
    ['2026-12-02', []],
    ['2026-12-03', ['after-3 → village-secretary']],
    ['2026-12-04', []],
    ['2026-12-06', []],
    ['2026-12-07', ['after-7 → town-office']],
    ['2026-12-08', []],
  ])('%s: %j', (day, expected) => {
    expect(onDay({}, day)).toEqual(expected)
  })

  it('asks nobody after the day when nothing can be mended', () => {
    expect(onDay({ mendableAfterDue: false }, '2026-11-30')).toEqual(['due → owner'])
    expect(afterGap({ mendableAfterDue: false }, '2026-11-30', '2026-12-31')).toEqual([])
  })

  it('says nothing of a duty that is done', () => {
    expect(afterGap({ state: 'settled' }, '2026-01-01', '2026-12-31')).toEqual([])
  })

  it('tells a missed window once, as a fact, to secretary and town office', () => {
    const told = ['missed → village-secretary', 'missed → town-office']
    expect(onDay({ state: 'lapsed' }, '2026-11-30')).toEqual([])
    expect(onDay({ state: 'lapsed' }, '2026-12-01')).toEqual(told)
    expect(afterGap({ state: 'lapsed' }, '2026-12-01', '2027-12-31')).toEqual([])
  })

  it('counts a short duty from its opening, not from days before it', () => {
    const short = { opensOn: '2026-11-25' }
    expect(afterGap(short, '2026-11-01', '2026-11-24')).toEqual([])
    expect(onDay(short, '2026-11-25')).toEqual(['opens → owner'])
    expect(onDay(short, '2026-11-27')).toEqual(['before-2 → owner'])
  })

  it('lets the more urgent stand when a duty opens on the day of another rung', () => {
    expect(onDay({ opensOn: '2026-11-16' }, '2026-11-16')).toEqual(['before-14 → owner'])
  })

  it('tells of a duty on the day it becomes known, not on the day it should have been', () => {
    expect(onDay({ firstSeenOn: '2026-11-05' }, '2026-11-05')).toEqual(['opens → owner'])
    const late = ['after-3 → village-secretary', 'after-7 → town-office']
    expect(onDay({ firstSeenOn: '2026-12-21' }, '2026-12-21')).toEqual(late)
    // Known on a Sunday: told on Monday.
    expect(onDay({ firstSeenOn: '2026-12-20' }, '2026-12-20')).toEqual([])
    expect(onDay({ firstSeenOn: '2026-12-20' }, '2026-12-21')).toEqual(late)
  })

  it('asks before days off what falls into them, and tells after them what was not done', () => {
    const holiday = { opensOn: '2026-09-01', dueOn: '2026-10-03', firstSeenOn: '2026-09-01' }
    // The 1st and the 3rd of October are off: both say it on the last working day, and of two the later stands.
    expect(onDay(holiday, '2026-09-30')).toEqual(['due → owner'])
    expect(afterGap(holiday, '2026-09-30', '2026-10-07')).toEqual([])
    expect(onDay(holiday, '2026-10-08')).toEqual(['after-3 → village-secretary'])
    expect(onDay(holiday, '2026-10-10')).toEqual(['after-7 → town-office'])
  })

  it('asks at once for what turns up among days off, with its own day still to come', () => {
    const festival = { opensOn: '2026-02-15', dueOn: '2026-02-20', firstSeenOn: '2026-02-16' }
    expect(afterGap(festival, '2026-02-10', '2026-02-16')).toEqual(['due → owner'])
    expect(afterGap(festival, '2026-02-16', '2026-02-22')).toEqual([])
  })

  it('never asks before the day on which the work can be done', () => {
    const opensOnSaturday = { opensOn: '2026-11-28', firstSeenOn: '2026-11-28' }
    expect(onDay(opensOnSaturday, '2026-11-27')).toEqual([])
    expect(onDay(opensOnSaturday, '2026-11-28')).toEqual(['before-2 → owner'])
  })
})

describe('ladder after ten days of outage', () => {
  it.each([
    ['2026-11-14', '2026-11-24', ['before-7 → owner']],
    ['2026-11-20', '2026-11-30', ['due → owner']],
    ['2026-11-22', '2026-12-02', ['due → owner']],
    ['2026-11-28', '2026-12-08', ['due → owner', 'after-3 → village-secretary', 'after-7 → town-office']],
  ])('silent after %s until %s: of an owner’s missed rungs only the latest', (after, upTo, expected) => {
    expect(afterGap({}, after, upTo)).toEqual(expected)
  })

  it('leaves out an owner’s rungs that are no longer true', () => {
    expect(afterGap({ mendableAfterDue: false }, '2026-11-20', '2026-11-30')).toEqual(['due → owner'])
    expect(afterGap({ mendableAfterDue: false }, '2026-11-20', '2026-12-01')).toEqual([])
  })
})

describe('two simulated years with outages', () => {
  const day = fc.integer({ min: 0, max: 730 })
  const start = '2025-01-01'

  it('tell each audience each rung once at most, and always the last word', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 90 }),
        fc.array(day, { minLength: 1, maxLength: 80 }),
        (opens, length, runs) => {
          const one = duty({
            opensOn: addDays(start, opens),
            dueOn: addDays(start, opens + length),
            firstSeenOn: start,
          })
          const told: string[] = []
          let after = addDays(start, -1)
          for (const upTo of [...new Set(runs)]
            .sort((a, b) => a - b)
            .map((offset) => addDays(start, offset))) {
            for (const { rung, audience } of rungsDue(one, { after, upTo })) told.push(`${rung} ${audience}`)
            after = upTo
          }
          expect(new Set(told).size).toBe(told.length)
          const isLateBy = (days: number) => after >= workingDayFrom(addDays(one.dueOn, days))
          expect(told.includes('after-7 town-office')).toBe(isLateBy(7))
          expect(told.includes('after-3 village-secretary')).toBe(isLateBy(3))
          if (after >= one.dueOn) expect(told).toContain('due owner')
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('weekly digest', () => {
  it.each([
    ['2026-11-22', '2026-11-23', '2026-11-23'],
    ['2026-11-23', '2026-11-24', undefined],
    ['2026-11-23', '2026-11-29', undefined],
    ['2026-11-23', '2026-11-30', '2026-11-30'],
    ['2026-11-10', '2026-12-02', '2026-11-30'],
  ])('after %s, up to %s: %s', (after, upTo, monday) => {
    expect(latestWeek({ after, upTo })).toBe(monday)
  })
})
