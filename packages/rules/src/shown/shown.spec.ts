import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { WHOLE_NOTICE_POLICIES } from '../policy/whole-notice.ts'
import { AREA, aLedger, aRecord } from '../testing/builders.ts'
import { generateLedger } from '../testing/ledger-generator.ts'
import { SHOWN_ZH, shownTexts } from '../text/shown-text.ts'
import type { LedgerRecord, VillageLedger } from '../village-ledger.ts'
import { shownFigures } from './shown.ts'
import { SHOWN_CLAUSES } from './shown-clauses.ts'

const shown = (records: LedgerRecord[], asOf = '2026-06-30', head: Partial<VillageLedger> = {}) =>
  shownFigures(aLedger(records, head), { asOf, policies: WHOLE_NOTICE_POLICIES })

const person = (id: string, on = '2024-01-01') => [
  aRecord('person-registration', id, on),
  aRecord('person-status', id, on),
]
const finding = (on: string, extra = {}, envelope = {}) =>
  aRecord('new-finding', `n${on}`, on, extra, envelope)
const relapse = (id: string, on: string, envelope = {}) => aRecord('relapse', id, on, {}, envelope)

describe('和去年同期比 — 二(一)、二(二)', () => {
  it('新发现:同样的日子比,不是和全年比', () => {
    const records = [...person('p1'), finding('2026-06-30'), finding('2025-06-30'), finding('2025-07-01')]
    expect(shown(records).newUsers).toEqual({ now: 1, before: 1, open: 0 })
    expect(shown(records, '2026-06-29').newUsers).toEqual({ now: 0, before: 0, open: 0 })
  })

  it('等人核对的不算在内,单独说', () => {
    const records = [...person('p1'), finding('2026-05-01', {}, { reviewState: 'pending' })]
    expect(shown(records).newUsers).toEqual({ now: 0, before: 0, open: 1 })
    expect(shownTexts(shown(records))[0]).toBe('新发现：至少0人，还有1人没定下来，和去年同期一样')
  })

  it('主动登记的、外来住不满六个月的不算新发现', () => {
    const self = finding('2026-05-01', { origin: 'registered' })
    const passing = finding('2026-05-02', { residence: 'inflow', monthsHere: 5 })
    expect(shown([...person('p1'), self, passing]).newUsers.now).toBe(0)
  })

  it('再次使用、现有人员、满三年的份额', () => {
    const records = [
      ...person('p1'),
      ...person('p2', '2026-01-01'),
      aRecord('abstinence-start', 'p1', '2024-06-01', { abstinentSince: '2023-05-01' }),
      relapse('p2', '2026-03-01'),
    ]
    const figures = shown(records)
    expect(figures.relapses).toEqual({ now: 1, before: 0, open: 0 })
    expect(figures.existing).toEqual({ now: 2, before: 1, open: 0 })
    expect(figures.threeYears).toEqual({
      now: { numerator: 1, denominator: 2 },
      before: { numerator: 0, denominator: 1 },
    })
    expect(shownTexts(figures).slice(0, 4)).toEqual([
      '新发现：0人，和去年同期一样',
      '再次使用：1人，比去年同期多1人',
      '现有人员：2人，比去年同期多1人',
      '满三年的：1 / 2 人(50%)，去年同期0 / 1 人(0%)',
    ])
  })

  it('刑期不知道的人,算不算现有没定下来', () => {
    const prison = aRecord('person-status', 'p1', '2026-02-01', { status: 'imprisoned', presence: null })
    expect(shown([...person('p1'), prison]).existing).toEqual({ now: 0, before: 1, open: 1 })
  })

  it('去年还没用系统,就没有去年的数', () => {
    const records = [...person('p1'), finding('2026-05-01')]
    expect(shown(records, '2026-06-30', { startOn: '2025-01-02' })).toMatchObject({
      newUsers: { now: 1, before: null },
      existing: { now: 1, before: 1 },
    })
    expect(shown(records, '2026-06-30', { startOn: '2025-07-01' }).existing.before).toBeNull()
    expect(shownTexts(shown(records, '2026-06-30', { startOn: '2026-01-01' }))[0]).toBe(
      '新发现：1人，去年同期没有数据',
    )
  })

  it('一片空白不是零', () => {
    expect(shown([])).toMatchObject({
      newUsers: { now: null },
      existing: { now: null },
      threeYears: { now: null },
    })
    expect(shownTexts(shown([]))[2]).toBe('现有人员还没清点过，或有记录读不出来')
    const confirmed = aRecord('roster-confirmation', '', '2026-05-31')
    expect(shown([confirmed])).toMatchObject({ newUsers: { now: 0 }, existing: { now: 0 } })
  })
})

describe('场所问题 — 四(一)2', () => {
  const venue = aRecord('venue', 'v1', '2025-01-01')
  const problem = (on: string, id = on) => aRecord('venue-problem', 'v1', on, { fixBy: on }, { id })
  const fixed = (on: string, id: string) =>
    aRecord('rectification', 'v1', on, { problem: id }, { id: `fix-${id}` })

  it('30天内改好算按期', () => {
    const records = [venue, problem('2026-03-01'), problem('2026-03-02')]
    const figures = shown([...records, fixed('2026-03-31', '2026-03-01'), fixed('2026-04-02', '2026-03-02')])
    expect(figures.venueProblems).toEqual({ found: 2, rectified: 2, inTime: 1, open: 0, overdue: 0 })
  })

  it('没改好的第31天算过期;去年的也还开着', () => {
    const records = [venue, problem('2026-05-31'), problem('2026-05-30'), problem('2025-02-01')]
    expect(shown(records).venueProblems).toEqual({ found: 2, rectified: 0, inTime: 0, open: 3, overdue: 2 })
  })

  it('停业的场所没有未改的问题', () => {
    const closed = aRecord('venue', 'v1', '2026-06-01', { closedOn: '2026-06-30' })
    expect(shown([venue, closed, problem('2026-05-31')]).venueProblems).toMatchObject({ found: 1, open: 0 })
  })
})

describe('录入动态管控、经验材料、人工评定、指标', () => {
  it('公安机关查获的要录入', () => {
    const caught = [
      finding('2026-03-01', { enteredOn: '2026-03-05' }),
      finding('2026-04-01'),
      finding('2026-05-01', { enteredOn: '2026-07-01' }),
      finding('2026-05-02', { foundBy: 'village', reportedOn: '2026-05-03' }),
      finding('2025-05-02', { enteredOn: '2025-05-03' }),
    ]
    expect(shown(caught).dynamicControl).toEqual({ caught: 3, entered: 1 })
  })

  it('一年一份经验材料,说推广得最远的', () => {
    const report = (reach: string, year = 2026) =>
      aRecord('experience-report', '', '2026-03-01', { reach, year }, { id: `${reach}${year}` })
    expect(shown([]).experience).toEqual({ reported: false, reach: null })
    expect(shown([report('town'), report('none'), report('wider', 2025)]).experience).toEqual({
      reported: true,
      reach: 'town',
    })
    expect(shownTexts(shown([report('county')]))[6]).toBe('今年的经验材料报了，推广到：全县(市)')
  })

  it('人工评定按日期列出,等人核对的不列', () => {
    const judged = (on: string, matter: string, holds: string, envelope = {}) =>
      aRecord(
        'human-judgement',
        '',
        on,
        { matter, holds, ...(matter === 'effect' ? {} : { score: null }) },
        envelope,
      )
    const records = [
      judged('2026-05-01', 'accountability', 'no'),
      judged('2026-03-01', 'commend-person', 'yes'),
      judged('2026-04-01', 'effect', 'yes', { reviewState: 'pending' }),
    ]
    expect(shown(records).judgements).toMatchObject([
      { matter: 'commend-person', holds: true, decidedOn: '2026-03-01' },
      { matter: 'accountability', holds: false },
    ])
    expect(shownTexts(shown(records)).slice(-2)).toEqual(['3月1日 表彰个人：认定', '5月1日 责任追究：没认定'])
  })

  it('派出所的指标记在镇的代码下或村的代码下,取最新的', () => {
    const quota = (on: string, subjectId: string, casesDone: number) =>
      aRecord('police-quota', '', on, { casesDone }, { id: on, subjectId })
    expect(shown([]).quota).toBeNull()
    const records = [quota('2026-05-01', AREA.slice(0, 9), 3), quota('2026-04-01', AREA, 9)]
    expect(shown(records).quota).toMatchObject({ cases: { done: 3, quota: 1 }, enteredOn: '2026-05-01' })
    expect(shown([quota('2026-05-01', '441581990202', 3)]).quota).toBeNull()
  })
})

describe('读不出来的', () => {
  it('只影响读它的那个数', () => {
    const broken = aRecord('venue-problem', 'v1', '2026-03-01', { fixBy: 'soon' })
    const figures = shown([...person('p1'), broken])
    expect(figures.venueProblems).toBeNull()
    expect(figures.existing.now).toBe(1)
    expect(shownTexts(figures)).toContain('场所问题：现在说不准')
  })

  it('什么都读不出来也不抛错,也没有零', () => {
    for (const ledger of [null, {}, 5, { format: 'village-ledger@1' }]) {
      const figures = shownFigures(ledger, { asOf: '2026-06-30' })
      expect(figures).toMatchObject({
        newUsers: { now: null, before: null },
        venueProblems: null,
        dynamicControl: null,
        experience: null,
        judgements: null,
        quota: null,
      })
    }
    expect(shownFigures(aLedger([]), { asOf: '2023-01-01' }).existing.now).toBeNull()
    expect(() => shownFigures({}, { asOf: 'x' })).toThrow(RangeError)
  })

  it('顺序无关,句子里没有空', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.constantFrom('2026-02-01', '2026-11-23'), (seed, asOf) => {
        const ledger = generateLedger({ seed: `shown-${seed}`, persons: seed % 6, startOn: '2025-01-01' })
        const figures = shownFigures(ledger, { asOf })
        const reversed = { ...ledger, records: ledger.records.slice().reverse() }
        expect(JSON.stringify(shownFigures(reversed, { asOf }))).toBe(JSON.stringify(figures))
        expect(shownTexts(figures).join('')).not.toMatch(/undefined|null|NaN|[{}]/)
      }),
      { numRuns: 30 },
    )
  })
})

describe('原文', () => {
  const source = readFileSync(join(__dirname, '../../../../docs/sources/bowei-2023-15.md'), 'utf8')
  it.each(Object.entries(SHOWN_CLAUSES))('%s 引的是原文', (_, { quote }) => {
    expect(source).toContain(quote)
  })

  it('说明只展示', () => {
    expect(SHOWN_ZH.note).toBe('以下只展示，不影响达标。')
  })
})
