import { describe, expect, it } from 'vitest'
import { derivedId } from '../../platform/derived-id.js'
import { draftsOf, dutyParams } from './duty-drafts.js'
import type { Audience, Rung } from './ladder.js'

const TODAY = '2026-11-23'
const VILLAGE_A = '441581990201'
const VILLAGE_B = '441581990202'
let serial = 0
const claim = (rung: Rung, audience: Audience, dueOn: string, areaCode = VILLAGE_A) => {
  serial += 1
  return { id: derivedId('test', serial), areaCode, dutyId: `talk:${serial}`, rung, dueOn, audience }
}
const drafts = (...claims: ReturnType<typeof claim>[]) =>
  draftsOf(claims, { today: TODAY, townCode: (code) => code.slice(0, 9) }).map(
    ({ key, areaCode, target, message, claims: own }) => ({
      key,
      areaCode,
      target,
      message,
      count: own.length,
    }),
  )

describe('a person’s rungs of a day, merged', () => {
  it('makes one line of two duties due on one day', () => {
    expect(
      drafts(claim('before-7', 'owner', '2026-11-30'), claim('before-7', 'owner', '2026-11-30')),
    ).toEqual([{ key: 'duty.before', areaCode: VILLAGE_A, target: 'work', message: true, count: 2 }])
  })

  it('keeps different due days apart, the nearer first', () => {
    expect(
      drafts(
        claim('before-14', 'owner', '2026-12-07'),
        claim('before-7', 'owner', '2026-11-30'),
        claim('due', 'owner', TODAY),
      ).map(({ key, count }) => [key, count]),
    ).toEqual([
      ['duty.due', 1],
      ['duty.before', 1],
      ['duty.before', 1],
    ])
  })

  it('shows new work in the app only', () => {
    expect(drafts(claim('opens', 'owner', '2026-12-31'))).toMatchObject([
      { key: 'duty.opens', message: false },
    ])
  })

  it('asks to make up for a due day that was told too late', () => {
    expect(drafts(claim('due', 'owner', '2026-11-22'))).toMatchObject([{ key: 'duty.late' }])
  })

  it('counts villages for the town office, and leads to the overview', () => {
    const merged = draftsOf(
      [
        claim('after-7', 'town-office', '2026-11-16'),
        claim('after-7', 'town-office', '2026-11-16', VILLAGE_B),
        claim('after-7', 'town-office', '2026-11-16', VILLAGE_B),
      ],
      { today: TODAY, townCode: (code) => code.slice(0, 9) },
    )
    expect(merged).toMatchObject([{ key: 'duty.after-7', areaCode: '441581990', target: 'overview' }])
    expect(dutyParams(merged[0]?.claims ?? [], TODAY).villages).toBe(2)
  })

  it('says by how many days at least when not all are late alike', () => {
    const late = [
      claim('after-3', 'village-secretary', '2026-11-20'),
      claim('after-3', 'village-secretary', '2026-11-18'),
    ]
    expect(dutyParams(late, TODAY)).toMatchObject({ count: 2, days: 3, atLeast: true })
    expect(dutyParams(late.slice(0, 1), TODAY)).toMatchObject({ count: 1, days: 3, atLeast: false })
  })
})

describe('derived ids', () => {
  it('are the same for the same parts, and different for parts that only look alike', () => {
    expect(derivedId('a', 'b')).toBe(derivedId('a', 'b'))
    expect(derivedId('a', 'b')).not.toBe(derivedId('ab', ''))
    expect(derivedId('a', 'b')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
  })
})
