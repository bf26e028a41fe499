import { describe, expect, it } from '@jest/globals'
import type { ObligationKind } from '../scorecard.ts'
import { AREA, aLedger, aRecord } from '../testing/builders.ts'
import { assess, obligations } from '../testing/whole.ts'
import { obligationReason } from '../text/duty-reason-text.ts'
import type { LedgerRecord } from '../village-ledger.ts'

const openOf = (kind: ObligationKind, records: LedgerRecord[], asOf: string, head = {}) =>
  obligations(aLedger(records, head), { asOf }).open.filter((one) => one.kind === kind)

const registered = aRecord('person-registration', 'p1', '2026-01-01')
const status = (name: string, extra = {}) =>
  aRecord('person-status', 'p1', '2026-01-01', { status: name, reportedInOn: '2026-01-05', ...extra })
const base = [registered, status('community-treatment')]
const rehabilitation = [registered, status('community-rehabilitation')]
const refused = (on: string, extra = {}) => aRecord('urine-test', 'p1', on, { result: 'refused', ...extra })
const three = [refused('2026-02-01'), refused('2026-03-01'), refused('2026-04-01')]
const absent = (from: string, returnedOn: string | null) => aRecord('absence', 'p1', from, { returnedOn })
const leave = (from: string, to: string, extra = {}) => aRecord('leave', 'p1', from, { to }, extra)
const matters = (records: LedgerRecord[], asOf = '2026-06-30') =>
  openOf('police-report', records, asOf).map(({ period }) => period)

describe('报告派出所 — 戒毒条例 第二十条', () => {
  it.each([
    ['两次没接受检测', three.slice(1), []],
    ['三次没接受检测', three, ['refusals:2026-04-01']],
    [
      '自愿的检测没做不算',
      three.map((one) => ({ ...one, payload: { ...one.payload, basis: 'voluntary' } })),
      [],
    ],
    ['没做成不是拒绝', three.map((one) => ({ ...one, payload: { ...one.payload, result: 'not-done' } })), []],
    ['没批准离开30天', [absent('2026-03-01', '2026-03-31')], []],
    ['没批准离开31天', [absent('2026-03-01', '2026-04-01')], ['absences:2026-03-31']],
    ['离开两次', [absent('2026-03-01', '2026-03-02'), absent('2026-04-01', '2026-04-02')], []],
    [
      '离开三次',
      [
        absent('2026-03-01', '2026-03-02'),
        absent('2026-04-01', '2026-04-02'),
        absent('2026-05-01', '2026-05-02'),
      ],
      ['absences:2026-05-01'],
    ],
    ['同一天记了两次只算一次', [absent('2026-03-01', '2026-03-20'), absent('2026-03-05', '2026-03-31')], []],
    ['认定再次使用', [aRecord('relapse', 'p1', '2026-03-03')], ['new-use:2026-03-03']],
  ])('%s', (_, records, expected) => {
    expect(matters([...base, ...records])).toEqual(expected)
  })

  it('由专干报', () => {
    expect(openOf('police-report', [...base, ...three], '2026-04-02')).toMatchObject([
      {
        owedBy: 'case-worker',
        opensOn: '2026-04-01',
        dueOn: '2026-04-04',
        settledBy: 'police-report',
        part: null,
      },
    ])
    expect(obligationReason(openOf('police-report', [...base, ...three], '2026-04-02')[0]!)).toBe(
      '按戒毒条例要及时报告：三次以上没有接受检测',
    )
  })

  it('检测复核认定的再次使用也要报;每一次都要报', () => {
    const positive = aRecord('urine-test', 'p1', '2026-03-01', { result: 'positive' })
    const confirmed = aRecord('test-outcome', 'p1', '2026-03-04', {
      test: positive.id,
      outcome: 'confirmed-use',
    })
    expect(matters([...base, positive, confirmed])).toEqual(['new-use:2026-03-04'])
    const told = aRecord('police-report', 'p1', '2026-03-05', { matter: 'new-use' })
    expect(matters([...base, positive, confirmed, told])).toEqual([])
    const again = aRecord('relapse', 'p1', '2026-05-01')
    expect(matters([...base, positive, confirmed, told, again])).toEqual(['new-use:2026-05-01'])
  })

  it('没按期报到:第15天不报,第16天要报;报了就没有了', () => {
    const late = [registered, status('community-treatment', { reportedInOn: null })]
    expect(matters(late, '2026-01-16')).toEqual([])
    expect(matters(late, '2026-01-17')).toEqual(['not-reported-in:2026-01-17'])
    const report = aRecord('police-report', 'p1', '2026-01-18', { matter: 'not-reported-in' })
    expect(matters([...late, report], '2026-01-18')).toEqual([])
  })

  it('报到过的人换了在家、外出的记录,不会变成没报到', () => {
    const away = aRecord('person-status', 'p1', '2026-03-01', {
      status: 'community-treatment',
      presence: 'away',
    })
    expect(matters([...base, away])).toEqual([])
  })

  it('被退回或等核对的不算', () => {
    const waiting = three.map((one) => ({ ...one, reviewState: 'pending' as const }))
    expect(matters([...base, ...waiting])).toEqual([])
  })
})

describe('请假 — 批准了的离开不算没批准', () => {
  it.each([
    ['全在假里', [leave('2026-03-01', '2026-04-10'), absent('2026-03-01', '2026-04-01')], []],
    ['回来那天还在假里', [leave('2026-03-01', '2026-03-31'), absent('2026-03-01', '2026-04-01')], []],
    ['超假30天', [leave('2026-03-01', '2026-03-02'), absent('2026-03-01', '2026-04-02')], []],
    [
      '超假31天',
      [leave('2026-03-01', '2026-03-02'), absent('2026-03-01', '2026-04-03')],
      ['absences:2026-04-02'],
    ],
    [
      '三次里有一次请了假',
      [
        absent('2026-03-01', '2026-03-02'),
        leave('2026-04-01', '2026-04-01'),
        absent('2026-04-01', '2026-04-02'),
        absent('2026-05-01', '2026-05-02'),
      ],
      [],
    ],
    [
      '假条被退回',
      [leave('2026-03-01', '2026-04-10', { reviewState: 'returned' }), absent('2026-03-01', '2026-04-01')],
      ['absences:2026-03-31'],
    ],
  ])('%s', (_, records, expected) => {
    expect(matters([...base, ...records])).toEqual(expected)
  })

  it('请假的人那些天算外出', () => {
    const at = (asOf: string, records: LedgerRecord[]) => {
      const { atHome, away } = assess(aLedger([...base, ...records]), { asOf }).populations
      return { atHome, away }
    }
    expect(at('2026-03-01', [leave('2026-03-02', '2026-03-05')])).toEqual({ atHome: 1, away: 0 })
    expect(at('2026-03-02', [leave('2026-03-02', '2026-03-05')])).toEqual({ atHome: 0, away: 1 })
    expect(at('2026-03-05', [leave('2026-03-02', '2026-03-05')])).toEqual({ atHome: 0, away: 1 })
    expect(at('2026-03-06', [leave('2026-03-02', '2026-03-05')])).toEqual({ atHome: 1, away: 0 })
    expect(at('2026-03-06', [absent('2026-03-02', null)])).toEqual({ atHome: 0, away: 1 })
  })
})

describe('社区康复:同样的情况给镇里研究', () => {
  const shown = (records: LedgerRecord[], asOf = '2026-06-30') =>
    openOf('town-decision', [...rehabilitation, ...records], asOf)
  it('不成报告的义务,列给镇禁毒办', () => {
    expect(matters([...rehabilitation, ...three])).toEqual([])
    expect(shown(three)).toMatchObject([
      {
        id: 'town-decision:p1:refusals:2026-04-01',
        owedBy: 'town-office',
        settledBy: 'town-decision',
        part: null,
        clause: { ref: '戒毒条例 第三十八条' },
        params: { matter: 'refusals' },
      },
    ])
  })

  it('镇里决定了,或报了派出所,就没有了;别的事、早先的决定不算', () => {
    const decided = (on: string, matter = 'refusals') => aRecord('town-decision', 'p1', on, { matter })
    expect(shown([...three, decided('2026-04-01')])).toEqual([])
    expect(shown([...three, aRecord('police-report', 'p1', '2026-04-02')])).toEqual([])
    expect(shown([...three, decided('2026-03-31')])).toHaveLength(1)
    expect(shown([...three, decided('2026-04-02', 'absences')])).toHaveLength(1)
  })

  it('社区戒毒的人不能用研究代替报告;其他状态两样都没有', () => {
    const decided = aRecord('town-decision', 'p1', '2026-04-02')
    expect(matters([...base, ...three, decided])).toEqual(['refusals:2026-04-01'])
    for (const name of ['helped', 'voluntary-treatment', 'medication-maintenance']) {
      const records = [registered, status(name, { reportedInOn: null }), ...three]
      expect(matters(records)).toEqual([])
      expect(openOf('town-decision', records, '2026-06-30')).toEqual([])
    }
  })
})

describe('戒毒协议 — 戒毒条例 第十六条', () => {
  const due = (records: LedgerRecord[], asOf: string, head = {}) =>
    openOf('agreement', records, asOf, head).map(({ opensOn, dueOn, owedBy }) => [opensOn, dueOn, owedBy])
  const signed = (on: string, regime = 'community-treatment') => aRecord('agreement', 'p1', on, { regime })

  it('报到后15天内由镇里和本人签', () => {
    expect(due(base, '2026-01-10')).toEqual([['2026-01-05', '2026-01-20', 'town-office']])
    expect(due([...base, signed('2026-01-06')], '2026-01-10')).toEqual([])
    expect(due([...base, signed('2026-01-06', 'community-rehabilitation')], '2026-01-10')).toHaveLength(1)
    expect(due([...base, signed('2025-12-31')], '2026-01-10')).toHaveLength(1)
  })

  it('社区康复也要签,其他状态不用', () => {
    expect(due(rehabilitation, '2026-01-10')).toHaveLength(1)
    expect(openOf('agreement', rehabilitation, '2026-01-10')[0]).toMatchObject({
      clause: { ref: '戒毒条例 第三十八条' },
      settledBy: 'agreement',
    })
    expect(
      due([registered, status('helped', { testBasis: 'none', reportedInOn: null })], '2026-01-10'),
    ).toEqual([])
  })

  it('从别的村转来的要重签,接收时签了就不用', () => {
    const arrived = (agreement: string) =>
      aRecord('transfer-acceptance', 'p1', '2026-05-01', {
        fromArea: '441581990202',
        toArea: AREA,
        agreement,
      })
    const carried = aRecord('carry-over', 'p1', '2026-05-01', {
      status: 'community-treatment',
      statusFrom: '2026-01-01',
      reportedInOn: '2026-01-05',
      presence: 'at-home',
    })
    expect(due([arrived('no'), carried], '2026-05-02')).toEqual([['2026-05-01', '2026-05-16', 'town-office']])
    expect(due([arrived('yes'), carried], '2026-05-02')).toEqual([])
    expect(due([arrived('no'), carried, signed('2026-05-03')], '2026-05-04')).toEqual([])
  })
})

describe('带过来的情况接着算 — 跨村、跨年', () => {
  const arrived = aRecord('transfer-acceptance', 'p1', '2026-05-01', {
    fromArea: '441581990202',
    toArea: AREA,
  })
  const carried = (extra: object) => [
    arrived,
    aRecord('carry-over', 'p1', '2026-05-01', {
      status: 'community-treatment',
      statusFrom: '2025-02-01',
      reportedInOn: '2025-02-10',
      presence: 'at-home',
      ...extra,
    }),
  ]
  it.each([
    ['两次加这里一次', { refusals: 2 }, [refused('2026-06-01')], ['refusals:2026-06-01']],
    ['一次加这里一次', { refusals: 1 }, [refused('2026-06-01')], []],
    ['来的时候就有三次', { refusals: 3 }, [], ['refusals:2026-05-01']],
    ['三次,那边已经报过', { refusals: 3, reported: ['refusals'] }, [], []],
    ['离开过30天', { absentDays: 30, absences: 1 }, [], []],
    ['离开过31天', { absentDays: 31, absences: 1 }, [], ['absences:2026-05-01']],
    [
      '30天加这里一天',
      { absentDays: 30, absences: 1 },
      [absent('2026-06-01', '2026-06-02')],
      ['absences:2026-06-01'],
    ],
  ])('%s', (_, extra, records, expected) => {
    expect(matters([...carried(extra), ...records])).toEqual(expected)
  })

  it('期限里停的天数接着算', () => {
    const ends = (extra: object, asOf: string) =>
      openOf('term-end', carried(extra), asOf).map(({ period }) => period)
    expect(ends({}, '2028-02-10')).toEqual(['2028-02-10'])
    expect(ends({ pausedDays: 5 }, '2028-02-14')).toEqual([])
    expect(ends({ pausedDays: 5 }, '2028-02-15')).toEqual(['2028-02-15'])
  })
})
