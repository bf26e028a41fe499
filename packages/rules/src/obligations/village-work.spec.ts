import { describe, expect, it } from '@jest/globals'
import type { ObligationKind } from '../scorecard.ts'
import { AREA, aLedger, aRecord } from '../testing/builders.ts'
import { settlementOf } from '../testing/settle.ts'
import { assess, obligations } from '../testing/whole.ts'
import { obligationReason } from '../text/duty-reason-text.ts'
import { obligationTitle } from '../text/duty-text.ts'
import type { LedgerRecord, VillageLedger } from '../village-ledger.ts'

const all = (records: LedgerRecord[], asOf: string, head: Partial<VillageLedger> = {}) =>
  obligations(aLedger(records, head), { asOf })
const openOf = (kind: ObligationKind, records: LedgerRecord[], asOf: string, head = {}) =>
  all(records, asOf, head).open.filter((one) => one.kind === kind)
const dueOf = (kind: ObligationKind, records: LedgerRecord[], asOf: string, head = {}) =>
  openOf(kind, records, asOf, head).map(({ subjectId, opensOn, dueOn }) => [subjectId, opensOn, dueOn])

describe('一个村从头做起', () => {
  const head = { startOn: '2026-06-01' }
  it('空白的村不达标;以前的依据补上,应办都办了,就达标', () => {
    const backed = (covers: string, lastMonth: string) =>
      aRecord('past-evidence', '', '2026-06-02', { covers, firstMonth: '2026-01', lastMonth }, { id: covers })
    let ledger = aLedger([backed('activities', '2026-05'), backed('bottom-lines', '2026-03')], head)
    const asOf = '2026-06-20'
    expect(assess(ledger, { asOf }).verdict).toBe('notMet')
    for (let round = 0; round < 4; round++)
      ledger = aLedger(
        [
          ...ledger.records,
          ...obligations(ledger, { asOf }).open.flatMap((one) => settlementOf(one, ledger, asOf)),
        ],
        head,
      )
    const scorecard = assess(ledger, { asOf })
    expect(scorecard.parts.filter(({ state }) => state === 'notMet' || state === 'undetermined')).toEqual([])
    expect(scorecard).toMatchObject({ verdict: 'met', track: 'none-found' })
  })

  it('开始用系统以前没有应办', () => {
    expect(all([], '2026-05-31', head).open).toEqual([])
  })
})

describe('核实、走访', () => {
  const person = [
    aRecord('person-registration', 'p1', '2026-03-01'),
    aRecord('person-status', 'p1', '2026-03-01'),
  ]
  it('核实从上次第二天起提,31天到期', () => {
    expect(dueOf('verification', person, '2026-03-01')).toEqual([])
    expect(dueOf('verification', person, '2026-03-02')).toEqual([['p1', '2026-03-02', '2026-04-01']])
    expect(openOf('verification', person, '2026-03-02')[0]!.id).toBe('verification:p1:2026-03-01')
    expect(
      dueOf('verification', [...person, aRecord('verification', 'p1', '2026-03-20')], '2026-03-21'),
    ).toEqual([['p1', '2026-03-21', '2026-04-20']])
  })

  it('一次核实两处都算,只提一件', () => {
    const key = aRecord('key-person', 'p1', '2026-03-05')
    expect(openOf('verification', [...person, key], '2026-04-10')).toHaveLength(1)
  })

  it('联系不上的要联系,办了新的措施就没有了', () => {
    const missing = aRecord('person-status', 'p1', '2026-05-01', { status: 'missing', presence: null })
    expect(openOf('locate', [...person, missing], '2026-05-02')).toMatchObject([
      { part: 'S1', dueOn: '2026-05-16' },
    ])
    expect(openOf('locate', person, '2026-05-02')).toEqual([])
  })

  it('走访核对92天一次,到期前30天提', () => {
    const sweep = aRecord('sweep', '', '2026-03-30')
    expect(dueOf('sweep', [sweep], '2026-05-30')).toEqual([])
    expect(dueOf('sweep', [sweep], '2026-05-31')).toEqual([[AREA, '2026-05-31', '2026-06-30']])
  })
})

describe('网格、场所', () => {
  const grid = [aRecord('grid', 'g1', '2026-01-01'), aRecord('grid-assignment', 'g1', '2026-01-01')]
  it('巡查每月一次,月底过了就只说一次没做', () => {
    expect(openOf('patrol', grid, '2026-05-31').map(({ id }) => id)).toEqual(['patrol:g1:2026-05'])
    expect(openOf('patrol', [...grid, aRecord('patrol', 'g1', '2026-05-02')], '2026-05-31')).toEqual([])
    expect(all(grid, '2026-06-01').missed.map(({ id }) => id)).toContain('patrol:g1:2026-05')
    expect(all(grid, '2026-05-31').missed.map(({ id }) => id)).not.toContain('patrol:g1:2026-05')
  })

  it('场所检查90天一次,问题按限改日期,最多30天', () => {
    const venue = aRecord('venue', 'v1', '2026-01-01')
    expect(dueOf('venue-inspection', [venue], '2026-01-01')).toEqual([['v1', '2026-01-01', '2026-01-31']])
    const seen = aRecord('venue-inspection', 'v1', '2026-04-01')
    expect(dueOf('venue-inspection', [venue, seen], '2026-05-31')).toEqual([
      ['v1', '2026-05-31', '2026-06-30'],
    ])
    const problem = (fixBy: string) => aRecord('venue-problem', 'v1', '2026-04-01', { fixBy }, { id: 'q1' })
    expect(dueOf('rectification', [venue, problem('2026-04-10')], '2026-04-05')).toEqual([
      ['v1', '2026-04-01', '2026-04-10'],
    ])
    expect(dueOf('rectification', [venue, problem('2026-09-10')], '2026-04-05')).toEqual([
      ['v1', '2026-04-01', '2026-05-01'],
    ])
  })
})

describe('应办的标题', () => {
  const titles = (records: LedgerRecord[], asOf: string) =>
    all(records, asOf).open.map((one) => obligationTitle(one, { asOf }))
  it('说得清是哪一件', () => {
    const grid = aRecord('grid', 'g1', '2026-01-01')
    const text = aRecord('bottom-lines-text', '', '2026-01-02')
    const lines = titles([grid, text], '2026-04-05')
    for (const line of [
      '文件归档 创建工作方案',
      '网格巡查 4月',
      '报告底线情况 1—3月',
      '签责任状',
      '走访核对',
    ])
      expect(lines).toContain(line)
    const group = openOf('leading-group', [], '2026-04-05')[0]!
    expect(obligationReason(group)).toBe('领导小组还缺组长(驻村的镇班子成员)、副组长(村书记)')
  })
})
