import { describe, expect, it } from 'vitest'
import { nextMorning, nextSendable } from './quiet-hours.js'

/** Instants are written in China's time. */
const china = (text: string) => new Date(`${text}+08:00`)

describe('no message between 21:00 and 08:00 in China, nor on days off', () => {
  it.each([
    ['2026-11-23T07:59:59.999', '2026-11-23T08:00:00.000'],
    ['2026-11-23T08:00:00.000', '2026-11-23T08:00:00.000'],
    ['2026-11-23T14:00:00.000', '2026-11-23T14:00:00.000'],
    ['2026-11-23T20:59:59.999', '2026-11-23T20:59:59.999'],
    ['2026-11-23T21:00:00.000', '2026-11-24T08:00:00.000'],
    ['2026-11-23T23:59:59.999', '2026-11-24T08:00:00.000'],
    ['2026-11-24T00:00:00.000', '2026-11-24T08:00:00.000'],
    ['2026-12-31T22:00:00.000', '2027-01-01T08:00:00.000'],
    // Saturday; the eve of the Spring Festival; a Saturday that is worked.
    ['2026-11-28T10:00:00.000', '2026-11-30T08:00:00.000'],
    ['2026-11-28T07:00:00.000', '2026-11-30T08:00:00.000'],
    ['2026-02-14T21:00:00.000', '2026-02-24T08:00:00.000'],
    ['2026-10-10T10:00:00.000', '2026-10-10T10:00:00.000'],
  ])('%s leaves at %s', (instant, expected) => {
    expect(nextSendable(china(instant))).toEqual(china(expected))
  })

  it('knows the next morning, also just after midnight', () => {
    expect(nextMorning(china('2026-11-23T14:00:00.000'))).toEqual(china('2026-11-24T08:00:00.000'))
    expect(nextMorning(china('2026-11-23T00:30:00.000'))).toEqual(china('2026-11-24T08:00:00.000'))
  })
})
