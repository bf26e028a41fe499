import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Policies } from '../policy/policies.ts'
import { WHOLE_NOTICE_POLICIES } from '../policy/whole-notice.ts'
import { AREA, aRecord } from '../testing/builders.ts'
import { partOf } from '../testing/judge.ts'
import { signedHouseholds } from './s4-pledges.ts'

const pledge = (level: string, party?: string, extra = {}) =>
  aRecord(
    'pledge-signed',
    '',
    '2026-02-01',
    { level, responsible: level === 'town-village' ? 'yes' : null, ...(party && { party }), ...extra },
    { id: `${level}_${party}` },
  )
const town = pledge('town-village')
const grid = [aRecord('grid', 'g1', '2026-01-01'), aRecord('grid-assignment', 'g1', '2026-05-01')]
const venue = aRecord('venue', 'v1', '2026-05-01')

describe('S4.pledges 责任状 — 三(二)4', () => {
  it.each([
    ['一份都没签', [], '2026-06-30', 'notMet', 0, 1],
    ['和镇里签了', [town], '2026-06-30', 'met', 1, 1],
    [
      '没写明第一责任人不算',
      [pledge('town-village', undefined, { responsible: 'no' })],
      '2026-06-30',
      'notMet',
      0,
      1,
    ],
    ['去年的不算今年', [pledge('town-village', undefined, { year: 2025 })], '2026-06-30', 'notMet', 0, 1],
    ['网格员上任第30天', [town, ...grid], '2026-05-31', 'met', 1, 1],
    ['网格员上任第31天', [town, ...grid], '2026-06-01', 'notMet', 1, 2],
    ['网格员签了', [town, ...grid, pledge('village-grid', 'worker-1')], '2026-06-01', 'met', 2, 2],
    ['别的网格员签的不算', [town, ...grid, pledge('village-grid', 'worker-2')], '2026-06-01', 'notMet', 1, 2],
    ['场所登记第30天', [town, venue], '2026-05-31', 'met', 1, 1],
    ['场所登记第31天', [town, venue], '2026-06-01', 'notMet', 1, 2],
    ['场所签了', [town, venue, pledge('village-venue', 'v1')], '2026-06-01', 'met', 2, 2],
  ])('%s', (_, records, asOf, state, numerator, denominator) => {
    expect(partOf('S4.pledges', records, asOf)).toMatchObject({ state, numerator, denominator })
  })

  it('户签的只列出,县里规定了比例才判', () => {
    const counted = [town, aRecord('grid', 'g1', '2026-05-30', { households: 4 })]
    const signed = (count: number) =>
      Array.from({ length: count }, (_, nth) => pledge('village-household', `h${nth}`))
    const policies: Policies = {
      ...WHOLE_NOTICE_POLICIES,
      counties: { [AREA.slice(0, 6)]: { householdPledgeShare: [{ from: '2026-01-01', value: 75 }] } },
    }
    const judged = (count: number, options = {}) =>
      partOf('S4.pledges', [...counted, ...signed(count)], '2026-06-30', {}, options)
    expect(judged(0).state).toBe('met')
    expect(judged(2).notes).toEqual([{ code: 'householdPledges', params: { numerator: 2, denominator: 4 } }])
    expect(judged(2, { policies })).toMatchObject({ state: 'notMet', missing: [{ params: { count: 1 } }] })
    expect(judged(3, { policies }).state).toBe('met')
    expect(partOf('S4.pledges', [town], '2026-06-30', {}, { policies }).state).toBe('undetermined')
  })

  it('编了户号以后，没写户号的纸质不再算：可能就是已经签过的一户', () => {
    const old = [1, 2, 3].map((nth) => pledge('village-household', undefined, { paper: `村委会${nth}柜` }))
    const numbered = ['h1', 'h2'].map((party) => pledge('village-household', party))
    const signed = (records: ReturnType<typeof pledge>[]) =>
      partOf('S4.pledges', records, '2026-06-30').notes[0]?.params?.numerator
    const named = old.map((record, nth) => ({ ...record, id: `old_${nth}` }))
    expect(signed([town, ...named])).toBe(3)
    expect(signed([town, ...named, ...numbered])).toBe(2)
    const lastYear = pledge('village-household', 'h9', { year: 2025 })
    expect(signed([town, ...named, lastYear])).toBe(3)
  })

  it('没写户号的纸质，编了户号的村里有多少都不改变户数', () => {
    const numbers = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(numbers, fc.nat({ max: 9 }), (parties, papers) => {
        const without = Array.from({ length: papers }, () => undefined)
        expect(signedHouseholds([...without, ...parties, ...without])).toBe(new Set(parties).size)
        expect(signedHouseholds(without)).toBe(papers)
      }),
    )
  })
})
