import { describe, expect, it } from '@jest/globals'
import { type Plaque, plaqueOf } from '../plaque/plaque.ts'
import { shownFigures } from '../shown/shown.ts'
import { aLedger, aRecord } from '../testing/builders.ts'
import { townTexts } from '../text/shown-text.ts'
import type { LedgerRecord } from '../village-ledger.ts'
import { type TownVillage, townFigures } from './town.ts'

const asOf = '2026-06-30'
const TOWN = '441581990'
const plaque = (...kinds: ('passed' | 'failed' | 'submitted' | 'awarded')[]): Plaque =>
  plaqueOf(
    kinds.map((kind, nth) => ({
      id: `${nth}`,
      kind,
      year: kind === 'failed' ? 2025 : 2024,
      on: `2026-01-${10 + nth}`,
      document: '文',
    })),
    { asOf },
  )
const awarded = plaque('passed', 'submitted', 'awarded')
const yellow = plaque('passed', 'submitted', 'awarded', 'failed')

function village(
  nth: number,
  records: (area: string) => LedgerRecord[],
  held?: Plaque,
  startOn = '2024-01-01',
): TownVillage {
  const areaCode = `${TOWN}20${nth}`
  const ledger = aLedger(
    records(areaCode).map((one) => ({ ...one, areaCode })),
    { areaCode, startOn },
  )
  return { shown: shownFigures(ledger, { asOf }), ...(held && { plaque: held }) }
}
const people = (count: number, nth: number) =>
  Array.from({ length: count }, (_, one) => aRecord('person-registration', `p${nth}-${one}`, '2024-02-01'))
const confirmed = (area: string) => aRecord('roster-confirmation', '', '2026-05-31', {}, { subjectId: area })
const town = (...villages: TownVillage[]) => townFigures(villages, { areaCode: TOWN, asOf })

describe('全镇的数', () => {
  it('是各村的和;说不准的村数出来,不当作零', () => {
    const figures = town(
      village(1, (area) => [...people(2, 1), confirmed(area)]),
      village(2, (area) => [...people(3, 2), confirmed(area)]),
      village(3, () => []),
    )
    expect(figures.existing).toEqual({ now: 5, before: 5, open: 0, unknown: 1 })
    expect(figures.threeYears).toEqual({
      now: { numerator: 0, denominator: 5 },
      before: { numerator: 0, denominator: 5 },
      unknown: 1,
    })
    expect(townTexts(figures)[2]).toBe('现有人员：5人，和去年同期一样；有1个村说不准，没有算进去')
  })

  it('有一个村没有去年的数,就不和去年比', () => {
    const figures = town(
      village(1, (area) => [...people(2, 1), confirmed(area)]),
      village(2, (area) => [...people(3, 2), confirmed(area)], undefined, '2026-01-01'),
    )
    expect(figures.existing).toMatchObject({ now: 5, before: null, unknown: 0 })
    expect(townTexts(figures)[2]).toBe('现有人员：5人，去年同期没有数据')
  })

  it('一个村都说不准,就没有数', () => {
    const unreadable = { shown: shownFigures({}, { asOf }) }
    expect(town(unreadable)).toMatchObject({
      existing: { now: null, before: null, unknown: 1 },
      threeYears: { now: null, before: null },
      venueProblems: null,
      dynamicControl: null,
      experience: null,
      quota: null,
    })
    expect(townTexts(town(unreadable)).join('')).not.toMatch(/null|undefined|NaN/)
  })

  it('持牌的村 ÷ 全部的村;黄牌还是持牌;没录过的数出来', () => {
    const none = plaqueOf([], { asOf })
    const figures = town(
      village(1, () => [], awarded),
      village(2, () => [], yellow),
      village(3, () => [], none),
      village(4, () => []),
    )
    expect(figures.plaques).toEqual({ held: 2, warned: 1, villages: 4, unknown: 1 })
    expect(townTexts(figures)[6]).toBe('持牌的村：2 / 4 个(50%)，其中黄牌警告1个；有1个村没有录过考核结果')
  })

  it('录入动态管控、场所问题、经验材料加起来', () => {
    const figures = town(
      village(1, (area) => [
        aRecord('new-finding', 'n1', '2026-03-01', { enteredOn: '2026-03-02' }),
        aRecord('new-finding', 'n2', '2026-03-01'),
        aRecord('experience-report', '', '2026-03-01', { reach: 'county' }, { subjectId: area }),
      ]),
      village(2, () => [
        aRecord('new-finding', 'n3', '2026-04-01', { enteredOn: '2026-04-02' }),
        aRecord('venue', 'v1', '2026-01-01'),
        aRecord('venue-problem', 'v1', '2026-03-01'),
      ]),
    )
    expect(figures.dynamicControl).toEqual({ caught: 3, entered: 2, unknown: 0 })
    expect(figures.venueProblems).toEqual({
      found: 1,
      rectified: 0,
      inTime: 0,
      open: 1,
      overdue: 1,
      unknown: 0,
    })
    expect(figures.experience).toEqual({
      reported: 1,
      reached: { none: 0, town: 0, county: 1, wider: 0 },
      unknown: 0,
    })
  })

  it('派出所的指标是镇的,取各村里最新的一次', () => {
    const quota = (on: string, done: number) => () => [
      aRecord('police-quota', '', on, { usersDone: done }, { subjectId: TOWN, id: on }),
    ]
    const figures = town(village(1, quota('2026-03-01', 1)), village(2, quota('2026-06-01', 4)))
    expect(figures.quota).toMatchObject({ users: { done: 4, quota: 1 }, enteredOn: '2026-06-01' })
    expect(townTexts(figures)[8]).toBe(
      '破案 1 / 1 件，缴获 0 / 0 克，查处 4 / 1 人(6月1日填报，只展示，不计分)',
    )
  })

  it('村的顺序无关;没有村也不抛错;不同日子的不能相加', () => {
    const villages = [1, 2, 3].map((nth) =>
      village(nth, (area) => [...people(nth, nth), confirmed(area)], awarded),
    )
    expect(town(...villages.slice().reverse())).toEqual(town(...villages))
    expect(town()).toMatchObject({ villages: 0, existing: { now: null, unknown: 0 }, plaques: { held: 0 } })
    expect(townTexts(town()).join('')).not.toMatch(/NaN/)
    const earlier = { shown: shownFigures(aLedger([]), { asOf: '2026-06-29' }) }
    expect(() => town(earlier)).toThrow(RangeError)
  })
})
