import { describe, expect, it } from '@jest/globals'
import { WHOLE_NOTICE_POLICIES as assessPolicies } from '../policy/whole-notice.ts'
import type { PartId } from '../scorecard.ts'
import { AREA, aLedger, aRecord } from '../testing/builders.ts'
import { partOf } from '../testing/judge.ts'
import { assess, assessYear, obligations } from '../testing/whole.ts'
import type { LedgerRecord } from '../village-ledger.ts'

const asOf = '2026-06-30'
const pending = (record: LedgerRecord): LedgerRecord => ({ ...record, reviewState: 'pending' })
const registered = aRecord('person-registration', 'p1', '2026-01-01')
const supported = aRecord('person-status', 'p1', '2026-01-01')
const base = [registered, supported]
const status = (value: string, on = '2026-05-01', extra = {}) =>
  aRecord('person-status', 'p1', on, { status: value, presence: null, ...extra })
const abstinent = aRecord('abstinence-start', 'p1', '2026-01-02', { abstinentSince: '2023-01-01' })
const confirmed = aRecord('roster-confirmation', '', '2026-05-31')
const lines = aRecord('bottom-lines-text', '', '2026-01-02')
const declared = aRecord('bottom-line-declaration', '', '2026-04-02')

describe('等第二个人核对的不利记录,让那一条待判定', () => {
  const cases: [string, PartId, LedgerRecord[], LedgerRecord, string][] = [
    ['联系不上', 'S1', base, status('missing'), 'statusPending'],
    ['没有措施在执行', 'S1', base, status('out-of-control'), 'statusPending'],
    ['再次使用认定', 'S2.relapse', base, aRecord('relapse', 'p1', '2026-05-01'), 'relapsePending'],
    [
      '阳性',
      'S2.relapse',
      base,
      aRecord('urine-test', 'p1', '2026-05-01', { result: 'positive' }),
      'testPending',
    ],
    [
      '满三年的人再次使用',
      'S2.threeYears',
      [...base, abstinent],
      aRecord('relapse', 'p1', '2026-05-01'),
      'relapsePending',
    ],
    ['新发现', 'S5.newUsers', base, aRecord('new-finding', 'n1', '2026-05-01'), 'newUserPending'],
    ['涉案情况', 'S5.crimes', base, aRecord('incident', '', '2026-05-01'), 'incidentPending'],
    [
      '底线突破',
      'S10.lines',
      [lines, declared, aRecord('bottom-line-declaration', '', '2026-06-30', { quarter: '2' }, { id: 'q2' })],
      aRecord('bottom-line-breach', '', '2026-05-01'),
      'breachPending',
    ],
  ]
  it.each(cases)('%s', (_, id, records, record, code) => {
    expect(partOf(id, records, asOf).state).toBe('met')
    expect(partOf(id, [...records, pending(record)], asOf)).toMatchObject({
      state: 'undetermined',
      reason: 'awaitingReview',
      next: { code: 'awaitReview' },
      mendable: false,
      missing: [{ code }],
    })
    for (const reviewState of ['returned', 'voided'] as const)
      expect(partOf(id, [...records, { ...record, reviewState }], asOf).state).toBe('met')
  })

  it('已经不达标的,还是不达标', () => {
    const gone = [registered, status('missing', '2026-03-01')]
    expect(partOf('S1', [...gone, pending(status('out-of-control'))], asOf).state).toBe('notMet')
    const other = { ...registered, id: 'r2', subjectId: 'p2' }
    const both = partOf('S1', [...base, other, pending(status('missing'))], asOf)
    expect(both).toMatchObject({ state: 'notMet', mendable: false })
    expect(both.missing.map(({ code }) => code)).toEqual(['measure', 'statusPending'])
    const found = aRecord('relapse', 'p1', '2026-03-01')
    expect(
      partOf('S2.relapse', [...base, found, pending(aRecord('relapse', 'p1', '2026-05-01'))], asOf).state,
    ).toBe('notMet')
  })

  it('早于现在这条状态的、换成别的措施的、去世出国的,不影响', () => {
    for (const record of [
      status('missing', '2025-12-31'),
      status('detained'),
      status('deceased'),
      status('abroad'),
    ])
      expect(partOf('S1', [...base, pending(record)], asOf).state).toBe('met')
  })

  it('瞒报认定等人核对,自评也待定', () => {
    const { vetoes } = assessYear(aLedger([pending(aRecord('concealment-finding', '', '2026-05-01'))]), {
      asOf,
    })
    expect(vetoes).toMatchObject([{ code: 'concealment', isPending: true }])
  })
})

describe('等第二个人核对的有利记录,还不算', () => {
  it.each([
    ['S1', [registered], supported],
    ['S2.support', base, aRecord('support-group', 'p1', '2026-01-05')],
    ['S8', [], aRecord('education-site', 's1', '2026-02-01')],
    ['M1', [], aRecord('village-document', '', '2026-02-01')],
  ] as [PartId, LedgerRecord[], LedgerRecord][])('%s', (id, records, record) => {
    expect(partOf(id, [...records, pending(record)], asOf).state).toBe('notMet')
    expect(partOf(id, [...records, record], asOf).state).toBe('met')
  })
})

describe('早先的缺口只列出,不影响', () => {
  it('名册:看的月确认了就达标,前面没确认的月数列出来', () => {
    const checked = aRecord('verification', 'p1', '2026-06-20')
    expect(partOf('S3', [...base, checked, confirmed], asOf)).toMatchObject({
      state: 'met',
      notes: [{ code: 'rosterGaps', params: { count: 4 } }],
    })
    const all = ['01', '02', '03', '04'].map((month) =>
      aRecord('roster-confirmation', '', `2026-${month}-28`, { month: `2026-${month}` }),
    )
    expect(partOf('S3', [...base, checked, confirmed, ...all], asOf).notes).toEqual([])
    expect(partOf('S3', [...base, checked, confirmed], asOf, { startOn: '2026-03-02' }).notes).toEqual([
      { code: 'rosterGaps', params: { count: 1 } },
    ])
  })

  it('巡查:看的月巡查了就达标,前面没巡查的列出来', () => {
    const records = [
      aRecord('grid', 'g1', '2026-01-01'),
      aRecord('village-document', '', '2026-01-05', { document: 'ledger-catalogue' }),
      aRecord('clean-up', 'g1', '2026-06-01'),
      aRecord('patrol', 'g1', '2026-05-05'),
      aRecord('patrol', 'g1', '2026-02-05'),
    ]
    expect(partOf('S9.work', records, asOf)).toMatchObject({
      state: 'met',
      notes: [{ code: 'patrolGaps', params: { count: 3 } }],
    })
  })
})

describe('用系统以前的月份没有记录,不是没做', () => {
  const head = { startOn: '2026-06-02' }
  const records = [
    aRecord('grid', 'g1', '2026-04-01'),
    aRecord('village-document', '', '2026-06-05', { document: 'ledger-catalogue' }),
    aRecord('clean-up', 'g1', '2026-06-03'),
  ]
  const backed = aRecord('past-evidence', '', '2026-06-05', {
    covers: 'patrols',
    firstMonth: '2026-05',
    lastMonth: '2026-05',
  })
  it('巡查:待判定,补了依据就算', () => {
    expect(partOf('S9.work', records, asOf, head)).toMatchObject({
      state: 'undetermined',
      reason: 'evidenceMissing',
      mendable: false,
      missing: [{ code: 'patrolBeforeStart', subjectId: 'g1', period: '2026-05' }],
      next: { code: 'pastEvidence' },
    })
    expect(partOf('S9.work', [...records, backed], asOf, head).state).toBe('met')
    expect(partOf('S9.work', [...records, pending(backed)], asOf, head).state).toBe('undetermined')
    expect(obligations(aLedger(records, head), { asOf }).missed).toEqual([])
  })

  it('开始用的那个月不要求;登记在后面的网格不要求', () => {
    expect(partOf('S9.work', records, '2026-07-20', head).state).toBe('met')
    const later = records.map((one) => (one.kind === 'grid' ? aRecord('grid', 'g1', '2026-05-02') : one))
    expect(partOf('S9.work', later, asOf, head).state).toBe('met')
  })
})

describe('刑期不知道', () => {
  it('算不算现有不知道的人,登记表没填齐是待判定', () => {
    const { gender: _, ...payload } = registered.payload
    const bare = { ...registered, payload }
    const prison = (sentenceMonths: number | null) => status('imprisoned', '2026-01-01', { sentenceMonths })
    expect(partOf('M4', [bare, prison(null)], asOf)).toMatchObject({ state: 'undetermined', mendable: true })
    expect(partOf('M4', [bare, prison(35)], asOf).state).toBe('notMet')
    expect(partOf('M4', [bare, prison(36), confirmed], asOf).state).toBe('met')
    const both = [bare, prison(null), { ...bare, id: 'r2', subjectId: 'p2' }]
    expect(partOf('M4', both, asOf).state).toBe('notMet')
  })
})

describe('按事情那天的政策', () => {
  it('新发现按发现那天的规定算常住', () => {
    const policies = {
      ...assessPolicies,
      counties: {
        [AREA.slice(0, 6)]: { residentMonths: [{ from: '2026-06-01', value: 3 }] },
      },
    }
    const found = (on: string) => aRecord('new-finding', 'n1', on, { residence: 'inflow', monthsHere: 4 })
    const state = (on: string) => partOf('S5.newUsers', [...base, found(on)], asOf, {}, { policies }).state
    expect([state('2026-05-31'), state('2026-06-01')]).toEqual(['met', 'notMet'])
  })
})

describe('转走的人', () => {
  it('在这里没写结论的阳性,还要写;别的事没有了', () => {
    const positive = aRecord('urine-test', 'p1', '2026-03-10', { result: 'positive' })
    const out = aRecord('transfer-acceptance', 'p1', '2026-04-01')
    const ledger = aLedger([...base, positive, out])
    const duties = obligations(ledger, { asOf }).open.filter(({ subjectId }) => subjectId === 'p1')
    expect(duties).toMatchObject([{ kind: 'test-outcome', part: 'S2.relapse', owedBy: 'police' }])
    expect(assess(ledger, { asOf }).parts.find(({ id }) => id === 'S2.relapse')).toMatchObject({
      state: 'undetermined',
      mendable: true,
    })
  })
})
