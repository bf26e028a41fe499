import { describe, expect, it } from '@jest/globals'
import { AREA, aRecord } from '../testing/builders.ts'
import { owed } from '../testing/owed.ts'
import type { LedgerRecord } from '../village-ledger.ts'

const registered = aRecord('person-registration', 'p1', '2025-06-01')
const rehabilitated = aRecord('person-status', 'p1', '2025-06-01')
const treated = (payload: object = { reportedInOn: '2026-01-05' }) =>
  aRecord('person-status', 'p1', '2026-01-01', { status: 'community-treatment', ...payload })
const base = [registered, rehabilitated, treated()]
const pending = { reviewState: 'pending' as const }
const refused = (on: string, payload = {}, envelope = {}) =>
  aRecord('urine-test', 'p1', on, { result: 'refused', ...payload }, envelope)
const absent = (from: string, returnedOn: string | null, envelope = {}) =>
  aRecord('absence', 'p1', from, { returnedOn }, envelope)
const report = (matter: string, on: string, envelope = {}) =>
  aRecord('police-report', 'p1', on, { matter }, { id: `${matter}/${on}`, ...envelope })
const used = (on: string, envelope = {}) => aRecord('relapse', 'p1', on, {}, envelope)
const carried = (payload: object) =>
  aRecord('carry-over', 'p1', '2026-01-20', {
    status: 'community-treatment',
    statusFrom: '2026-01-01',
    reportedInOn: '2026-01-05',
    presence: 'at-home',
    ...payload,
  })
const arrived = aRecord('transfer-acceptance', 'p1', '2026-01-20', { fromArea: '441581990202', toArea: AREA })
const matters = (records: LedgerRecord[], asOf = '2026-06-30') =>
  owed('police-report', records, asOf).map(({ period }) => period)

describe('社区戒毒人员的情况报派出所 — 戒毒条例 第二十条', () => {
  it('由专干3天内报,晚了还要报', () => {
    expect(owed('police-report', [...base, used('2026-03-03')], '2026-03-04')).toStrictEqual([
      {
        id: 'police-report:p1:new-use:2026-03-03',
        kind: 'police-report',
        subjectId: 'p1',
        period: 'new-use:2026-03-03',
        clause: '戒毒条例 第二十条',
        opensOn: '2026-03-03',
        dueOn: '2026-03-06',
        owedBy: 'case-worker',
        settledBy: 'police-report',
        part: null,
        mendableAfterDue: true,
        params: { matter: 'new-use' },
      },
    ])
  })

  it('几件事同时有,各报各的', () => {
    const records = [
      ...base,
      used('2026-03-03'),
      refused('2026-02-01'),
      refused('2026-02-02'),
      refused('2026-02-03'),
      absent('2026-04-01', '2026-05-02'),
    ]
    expect(matters(records)).toEqual(['refusals:2026-02-03', 'new-use:2026-03-03', 'absences:2026-05-01'])
  })

  it('报的是这件事、在事后报的才算报了', () => {
    const records = [...base, used('2026-03-03')]
    expect(matters([...records, report('new-use', '2026-03-02')])).toEqual(['new-use:2026-03-03'])
    expect(matters([...records, report('new-use', '2026-03-03')])).toEqual([])
    expect(matters([...records, report('absences', '2026-03-10')])).toEqual(['new-use:2026-03-03'])
    expect(matters([...records, report('new-use', '2026-03-10', pending)])).toEqual(['new-use:2026-03-03'])
  })
})

describe('不接受检测三次', () => {
  const three = ['2026-02-01', '2026-03-01', '2026-04-01']
  it.each([
    ['三次,从第三次起报', three.map((on) => refused(on)), ['refusals:2026-04-01']],
    ['按日期数,不按记的先后', three.map((on) => refused(on)).reverse(), ['refusals:2026-04-01']],
    ['第四次不另报', [...three, '2026-05-01'].map((on) => refused(on)), ['refusals:2026-04-01']],
    ['公安机关没要求的不算', three.map((on) => refused(on, { basis: 'voluntary' })), []],
    ['做了的、无效的不算', three.map((on) => refused(on, { result: 'invalid' })), []],
    ['等核对的不算', three.map((on) => refused(on, {}, pending)), []],
    [
      '决定社区戒毒以前的不算,当天的算',
      ['2025-12-31', '2026-02-01', '2026-03-01'].map((on) => refused(on)),
      [],
    ],
    [
      '决定当天的算',
      ['2026-01-01', '2026-02-01', '2026-03-01'].map((on) => refused(on)),
      ['refusals:2026-03-01'],
    ],
  ])('%s', (_, records, expected) => {
    expect(matters([...base, ...records])).toEqual(expected)
  })
})

describe('没批准离开三次,或者一共超过30天', () => {
  it.each([
    ['一次30天', [absent('2026-03-01', '2026-03-31')], []],
    ['一次31天,从第31天起报', [absent('2026-03-01', '2026-04-01')], ['absences:2026-03-31']],
    ['两次一共30天', [absent('2026-02-01', '2026-02-21'), absent('2026-03-01', '2026-03-11')], []],
    [
      '两次一共31天,第31天在第二次里',
      [absent('2026-02-01', '2026-02-21'), absent('2026-03-01', '2026-03-12')],
      ['absences:2026-03-11'],
    ],
    ['还没回来的算到今天,第30天', [absent('2026-06-01', null)], []],
    ['还没回来的算到今天,第31天', [absent('2026-05-31', null)], ['absences:2026-06-30']],
    ['今天回来的今天不算', [absent('2026-05-31', '2026-06-30')], []],
    ['记着以后回来的,算到今天', [absent('2026-05-31', '2026-07-31')], ['absences:2026-06-30']],
    [
      '三次,从第三次起报',
      [
        absent('2026-02-01', '2026-02-02'),
        absent('2026-03-01', '2026-03-02'),
        absent('2026-04-01', '2026-04-02'),
      ],
      ['absences:2026-04-01'],
    ],
    [
      '两样都有,报早的那一样',
      [
        absent('2026-02-01', '2026-03-10'),
        absent('2026-03-20', '2026-03-21'),
        absent('2026-04-01', '2026-04-02'),
      ],
      ['absences:2026-03-03'],
    ],
    [
      '三次在先的报三次的',
      [
        absent('2026-02-01', '2026-02-02'),
        absent('2026-02-03', '2026-02-04'),
        absent('2026-02-05', '2026-05-06'),
      ],
      ['absences:2026-02-05'],
    ],
    ['等核对的不算', [absent('2026-03-01', '2026-05-01', pending)], []],
    ['决定社区戒毒以前离开的不算', [absent('2025-11-01', '2025-12-31')], []],
  ])('%s', (_, records, expected) => {
    expect(matters([...base, ...records])).toEqual(expected)
  })
})

describe('再次使用', () => {
  it('每一次都报;决定社区戒毒以前认定的、等核对的不算', () => {
    expect(matters([...base, used('2026-04-01'), used('2026-03-01')])).toEqual([
      'new-use:2026-03-01',
      'new-use:2026-04-01',
    ])
    expect(matters([...base, used('2025-12-31')])).toEqual([])
    expect(matters([...base, used('2026-01-01')])).toEqual(['new-use:2026-01-01'])
    expect(matters([...base, used('2026-03-01', pending)])).toEqual([])
  })
})

describe('没按期报到', () => {
  it('第15天不报,第16天起报;报到了的不报', () => {
    const late = [registered, treated({})]
    expect(matters(late, '2026-01-16')).toEqual([])
    expect(matters(late, '2026-01-17')).toEqual(['not-reported-in:2026-01-17'])
    expect(matters(base, '2026-01-17')).toEqual([])
  })
})

describe('转来的人,在别村的次数接着算', () => {
  it.each([
    ['别村一次、本村两次', { refusals: 1 }, ['2026-02-01', '2026-03-01'], ['refusals:2026-03-01']],
    ['别村一次、本村一次', { refusals: 1 }, ['2026-02-01'], []],
    ['别村三次,从转来那天起报', { refusals: 3 }, ['2026-02-01'], ['refusals:2026-01-20']],
    ['别村没有', {}, ['2026-02-01', '2026-03-01'], []],
  ])('不接受检测:%s', (_, payload, days, expected) => {
    expect(matters([arrived, carried(payload), ...days.map((on) => refused(on))])).toEqual(expected)
  })

  it.each([
    ['别村两次、本村一次', { absences: 2 }, ['absences:2026-02-01']],
    ['别村28天、本村2天', { absentDays: 28 }, []],
    ['别村29天、本村2天', { absentDays: 29 }, ['absences:2026-02-02']],
  ])('没批准离开:%s', (_, payload, expected) => {
    expect(matters([arrived, carried(payload), absent('2026-02-01', '2026-02-03')])).toEqual(expected)
  })
})
