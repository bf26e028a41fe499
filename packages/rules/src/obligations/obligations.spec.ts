import { describe, expect, it } from '@jest/globals'
import type { ObligationKind } from '../scorecard.ts'
import { AREA, aLedger, aRecord } from '../testing/builders.ts'
import { obligations } from '../testing/whole.ts'
import type { LedgerRecord, VillageLedger } from '../village-ledger.ts'

const registered = aRecord('person-registration', 'p1', '2026-01-01')
const treatment = (on = '2026-01-01', extra = {}) =>
  aRecord('person-status', 'p1', on, { status: 'community-treatment', reportedInOn: on, ...extra })
const group = (extra = {}) => aRecord('support-group', 'p1', '2026-01-05', extra)
const since = aRecord('abstinence-start', 'p1', '2026-01-02', { abstinentSince: '2025-06-01' })
const base = [registered, treatment(), since]

const all = (records: LedgerRecord[], asOf: string, head: Partial<VillageLedger> = {}) =>
  obligations(aLedger(records, head), { asOf })
const openOf = (kind: ObligationKind, records: LedgerRecord[], asOf: string, head = {}) =>
  all(records, asOf, head).open.filter((one) => one.kind === kind)
const missedOf = (kind: ObligationKind, records: LedgerRecord[], asOf: string, head = {}) =>
  all(records, asOf, head).missed.filter((one) => one.kind === kind)

describe('谈话、检测', () => {
  it('一期一件,到期末那天为止,过了就只说一次没做', () => {
    const [talk] = openOf('talk', base, '2026-01-01')
    expect(talk).toMatchObject({
      id: 'talk:p1:2026-C1',
      subjectId: 'p1',
      period: '2026-C1',
      opensOn: '2026-01-01',
      dueOn: '2026-02-28',
      owedBy: 'case-worker',
      settledBy: 'talk',
      part: 'S2.talks',
      mendableAfterDue: false,
    })
    expect(openOf('talk', base, '2026-02-28').map(({ id }) => id)).toEqual(['talk:p1:2026-C1'])
    expect(missedOf('talk', base, '2026-02-28')).toEqual([])
    expect(openOf('talk', base, '2026-03-01').map(({ id }) => id)).toEqual(['talk:p1:2026-C2'])
    expect(missedOf('talk', base, '2026-03-01')).toEqual([
      {
        id: 'talk:p1:2026-C1',
        kind: 'talk',
        subjectId: 'p1',
        period: '2026-C1',
        closedOn: '2026-02-28',
        part: 'S2.talks',
      },
    ])
  })

  it('做了就没有了', () => {
    const done = [...base, aRecord('talk', 'p1', '2026-01-10'), aRecord('urine-test', 'p1', '2026-01-10')]
    expect(openOf('talk', done, '2026-01-20')).toEqual([])
    expect(openOf('test', done, '2026-01-20')).toEqual([])
    expect(missedOf('talk', done, '2026-03-01')).toEqual([])
  })

  it('这一期到期末满不了30天的,不提', () => {
    const late = (on: string) => [aRecord('person-registration', 'p1', on), treatment(on)]
    expect(openOf('talk', late('2026-01-30'), '2026-01-31')).toHaveLength(1)
    expect(openOf('talk', late('2026-01-31'), '2026-01-31')).toEqual([])
  })

  it('没有检测依据的只有谈话', () => {
    const helped = aRecord('person-status', 'p1', '2026-01-01', { status: 'helped', testBasis: 'none' })
    expect(openOf('talk', [registered, helped], '2026-01-20')).toHaveLength(1)
    expect(openOf('test', [registered, helped], '2026-01-20')).toEqual([])
  })

  it('年末没做的,第二年一月还会说', () => {
    expect(missedOf('talk', base, '2027-01-01').map(({ period }) => period)).toContain('2026-C6')
    expect(missedOf('talk', base, '2027-06-01').map(({ period }) => period)).not.toContain('2026-C5')
  })

  it('用系统以前没做的不说', () => {
    expect(missedOf('talk', base, '2026-03-15', { startOn: '2026-03-01' })).toEqual([])
  })
})

describe('检测之后', () => {
  const positive = aRecord('urine-test', 'p1', '2026-01-10', { result: 'positive' })
  const invalid = aRecord('urine-test', 'p1', '2026-01-10', { result: 'invalid' })

  it('阳性3天内由派出所写结论,晚了还要写', () => {
    expect(openOf('test-outcome', [...base, positive], '2026-02-10')).toMatchObject([
      {
        period: positive.id,
        dueOn: '2026-01-13',
        owedBy: 'police',
        settledBy: 'test-outcome',
        part: 'S2.relapse',
        mendableAfterDue: true,
      },
    ])
    const outcome = aRecord('test-outcome', 'p1', '2026-01-12', { test: positive.id })
    expect(openOf('test-outcome', [...base, positive, outcome], '2026-02-10')).toEqual([])
  })

  it('无效的在这一期里重做,做成了或过期了就没有了', () => {
    expect(openOf('recheck', [...base, invalid], '2026-01-11')).toMatchObject([
      { dueOn: '2026-01-13', settledBy: 'urine-test' },
    ])
    expect(
      openOf('recheck', [...base, invalid, aRecord('urine-test', 'p1', '2026-01-11')], '2026-01-12'),
    ).toEqual([])
    expect(openOf('recheck', [...base, invalid], '2026-03-01')).toEqual([])
  })

  it('期末做的无效,重做的期限不过期末', () => {
    const last = aRecord('urine-test', 'p1', '2026-02-27', { result: 'invalid' })
    expect(openOf('recheck', [...base, last], '2026-02-27')).toMatchObject([{ dueOn: '2026-02-28' }])
  })
})

describe('帮教小组', () => {
  it('15天内成立,晚了还要成立', () => {
    expect(openOf('support-group', base, '2026-03-01')).toMatchObject([
      { opensOn: '2026-01-01', dueOn: '2026-01-16', part: 'S2.support', mendableAfterDue: true },
    ])
    expect(openOf('support-group', [...base, group()], '2026-03-01')).toEqual([])
  })

  it('少了人要补齐', () => {
    expect(openOf('group-members', [...base, group({ members: ['police'] })], '2026-03-01')).toMatchObject([
      { part: 'S4.groups', params: { kinds: ['family', 'village-cadre'] } },
    ])
  })

  it('社区戒毒的小组,按条例还要医务人员、志愿者、专职工作人员,不影响评分', () => {
    expect(openOf('full-group', [...base, group()], '2026-03-01')).toMatchObject([
      { part: null, params: { kinds: ['medical', 'volunteer', 'social-worker'] } },
    ])
    const helped = [registered, aRecord('person-status', 'p1', '2026-01-01'), since, group()]
    expect(openOf('full-group', helped, '2026-03-01')).toEqual([])
  })
})

describe('档案', () => {
  it('没有状态的,15天内写明措施', () => {
    expect(openOf('measure', [registered], '2026-01-05')).toMatchObject([
      { dueOn: '2026-01-16', settledBy: 'person-status' },
    ])
    expect(openOf('measure', base, '2026-01-05')).toEqual([])
    expect(openOf('measure', [registered, { ...treatment(), reviewState: 'pending' }], '2026-01-05')).toEqual(
      [],
    )
  })

  it('没有起始日期的,30天内由镇里补', () => {
    expect(openOf('abstinence-start', [registered], '2026-01-05')).toMatchObject([
      { dueOn: '2026-01-31', owedBy: 'town-office', part: 'S2.threeYears' },
    ])
    expect(openOf('abstinence-start', base, '2026-01-05')).toEqual([])
    const gone = aRecord('person-status', 'p1', '2026-01-01', { status: 'deceased', presence: null })
    expect(openOf('abstinence-start', [registered, gone], '2026-01-05')).toEqual([])
  })

  it('刑期不知道的,由派出所补', () => {
    const prison = (extra = {}) =>
      aRecord('person-status', 'p1', '2026-01-01', { status: 'imprisoned', presence: null, ...extra })
    expect(openOf('sentence', [registered, prison()], '2026-01-05')).toMatchObject([{ owedBy: 'police' }])
    expect(openOf('sentence', [registered, prison({ sentenceMonths: 12 })], '2026-01-05')).toEqual([])
  })

  it('没报到的办报到,期满的办手续', () => {
    expect(
      openOf('report-in', [registered, treatment('2026-01-01', { reportedInOn: null })], '2026-02-01'),
    ).toMatchObject([{ opensOn: '2026-01-01', dueOn: '2026-01-16', owedBy: 'town-office' }])
    expect(openOf('report-in', base, '2026-02-01')).toEqual([])
    expect(openOf('term-end', base, '2028-12-31')).toEqual([])
    expect(openOf('term-end', [registered, treatment()], '2029-01-01')).toMatchObject([
      { period: '2029-01-01', opensOn: '2029-01-01', dueOn: '2029-01-31' },
    ])
  })

  it('快满三年时准备封存;满了那天起什么事都没有', () => {
    const nearly = [
      registered,
      treatment(),
      aRecord('abstinence-start', 'p1', '2026-01-02', { abstinentSince: '2023-06-01' }),
    ]
    expect(openOf('retirement', nearly, '2026-05-01')).toEqual([])
    expect(openOf('retirement', nearly, '2026-05-02')).toMatchObject([
      { opensOn: '2026-05-02', dueOn: '2026-06-01', settledBy: null, owedBy: 'town-office' },
    ])
    expect(all(nearly, '2026-06-01').open.filter(({ subjectId }) => subjectId === 'p1')).toEqual([])
    expect(all(nearly, '2026-06-01').missed.filter(({ subjectId }) => subjectId === 'p1')).toEqual([])
  })
})

describe('宣传活动、名册确认', () => {
  const activity = (on: string) => aRecord('publicity-activity', '', on, {}, { id: on })

  it('这个月还差几次', () => {
    expect(openOf('publicity', [activity('2026-03-02')], '2026-03-10')).toMatchObject([
      {
        id: `publicity:${AREA}:2026-03`,
        dueOn: '2026-03-31',
        params: { have: 1, need: 4 },
        mendableAfterDue: false,
      },
    ])
    const four = ['02', '03', '04', '05'].map((day) => activity(`2026-03-${day}`))
    expect(openOf('publicity', four, '2026-03-10')).toEqual([])
    expect(openOf('publicity', four.slice(1), '2026-03-31')).toHaveLength(1)
    expect(missedOf('publicity', four.slice(1), '2026-04-01').map(({ period }) => period)).toContain(
      '2026-03',
    )
  })

  it('开始用系统的那个月不要求', () => {
    expect(openOf('publicity', [], '2026-03-10', { startOn: '2026-03-02' })).toEqual([])
    expect(openOf('publicity', [], '2026-03-10', { startOn: '2026-03-01' })).toHaveLength(1)
    expect(missedOf('publicity', [], '2026-04-01', { startOn: '2026-03-02' })).toEqual([])
  })

  it('名册每月确认;晚了还要确认,后面的月确认了前面的就不用', () => {
    const months = (records: LedgerRecord[], asOf: string, head = {}) =>
      openOf('roster-confirmation', records, asOf, head).map(({ period }) => period)
    expect(months([], '2026-03-05')).toEqual(['2026-01', '2026-02', '2026-03'])
    expect(months([], '2026-03-10')).toEqual(['2026-02', '2026-03'])
    expect(
      months([aRecord('roster-confirmation', '', '2026-03-01', { month: '2026-02' })], '2026-03-10'),
    ).toEqual(['2026-03'])
    expect(months([aRecord('roster-confirmation', '', '2026-03-10')], '2026-03-10')).toEqual([])
    expect(
      months([aRecord('roster-confirmation', '', '2026-03-10', { correct: 'no' })], '2026-03-10'),
    ).toEqual(['2026-02', '2026-03'])
    expect(months([], '2026-03-10', { startOn: '2026-03-08' })).toEqual(['2026-03'])
  })
})

describe('obligations', () => {
  it('come in the order of their due days, each id once', () => {
    const { open } = all([registered, treatment()], '2026-03-01')
    expect(open.map(({ dueOn }) => dueOn)).toEqual(open.map(({ dueOn }) => dueOn).sort())
    expect(new Set(open.map(({ id }) => id)).size).toBe(open.length)
  })

  it('are none where the ledger cannot be read', () => {
    expect(obligations({}, { asOf: '2026-03-01' })).toEqual({ open: [], missed: [] })
    expect(obligations(aLedger([]), { asOf: '2022-01-01' })).toMatchObject({ missed: [] })
  })
})
