import { addDays } from '@dfv/rules'
import { describe, expect, it } from 'vitest'
import { appealRung, handInRung, isJustOver } from './year-rungs.js'

/** First and last day of each rung, of the days around one. */
function spans(submitBy: string): (string | undefined)[][] {
  const days = Array.from({ length: 120 }, (_, at) => addDays(submitBy, at - 40))
  return (['before-14', 'before-3', 'after'] as const).map((rung) => {
    const own = days.filter((day) => handInRung(submitBy, day) === rung)
    return [own.at(0), own.at(-1)]
  })
}

describe('the day on which a self-assessment is due', () => {
  it('is told of 14 and 3 days before, on a working day up to these, and on the first one after it', () => {
    expect(spans('2026-11-30')).toEqual([
      ['2026-11-16', '2026-11-26'],
      ['2026-11-27', '2026-11-30'],
      ['2026-12-01', '2027-01-01'],
    ])
    // 3 days before is a day off of Mid-Autumn, and so are the two days before that; after it come the seven of October.
    expect(spans('2026-09-30')).toEqual([
      ['2026-09-16', '2026-09-23'],
      ['2026-09-24', '2026-09-30'],
      ['2026-10-08', '2026-11-08'],
    ])
  })

  it('is over on the first working day after it, and no news a month later', () => {
    // A Friday.
    expect(
      ['2026-12-25', '2026-12-27', '2026-12-28', '2027-01-28', '2027-01-29'].map((day) =>
        isJustOver('2026-12-25', day),
      ),
    ).toEqual([false, false, true, true, false])
  })
})

describe('a result that is open to appeal', () => {
  const days = (from: string, until: string) =>
    (['opens', 'last'] as const).map((rung) =>
      Array.from({ length: 70 }, (_, at) => addDays(from, at - 5)).filter(
        (day) => appealRung({ from, until }, day) === rung,
      ),
    )

  it('is told of when it is published, and on its last day or the working day before it', () => {
    const [opens, last] = days('2026-11-23', '2026-11-30')
    expect([opens?.at(0), opens?.at(-1), last]).toEqual(['2026-11-23', '2026-11-29', ['2026-11-30']])
    // It ends on a Saturday.
    expect(days('2026-11-23', '2026-11-28')[1]).toEqual(['2026-11-27', '2026-11-28'])
  })

  it('is told of once where it opens on the day on which its last one would be told', () => {
    expect(days('2026-11-27', '2026-11-28')).toEqual([['2026-11-27', '2026-11-28'], []])
  })
})
