import { describe, expect, it } from '@jest/globals'
import { AREA, aRecord } from '../testing/builders.ts'
import { missed, owed } from '../testing/owed.ts'
import type { LedgerRecord } from '../village-ledger.ts'

const secretary = { owedBy: 'village-secretary', mendableAfterDue: true }
const days = (duties: { subjectId: string; opensOn: string; dueOn: string }[]) =>
  duties.map(({ subjectId, opensOn, dueOn }) => [subjectId, opensOn, dueOn])

describe('资料归档 — 三(二)9、10,三(三)1、3', () => {
  const paper = (document: string, year = 2026) =>
    aRecord('village-document', '', '2026-01-05', { document, year }, { id: `${document}${year}` })
  const grid = aRecord('grid', 'g1', '2026-01-01')
  const documents = (records: LedgerRecord[], asOf = '2026-01-10') =>
    owed('document', records, asOf).map(({ params, part, clause }) => [params!.document, part, clause])

  it('每年30天内归档,说清是哪一份', () => {
    expect(owed('document', [], '2026-01-10')[0]).toStrictEqual({
      id: `document:${AREA}:2026-activity-schedule`,
      kind: 'document',
      subjectId: AREA,
      period: '2026-activity-schedule',
      clause: '三(三)3',
      opensOn: '2026-01-01',
      dueOn: '2026-01-31',
      settledBy: 'village-document',
      part: 'M3',
      params: { document: 'activity-schedule' },
      ...secretary,
    })
    expect(documents([])).toEqual([
      ['activity-schedule', 'M3', '三(三)3'],
      ['basic-profile', 'M3', '三(三)3'],
      ['customs-reform', 'S10.rules', '三(二)10'],
      ['responsibility', 'M3', '三(三)3'],
      ['village-rules', 'S10.rules', '三(二)10'],
      ['work-plan', 'M1', '三(三)1'],
    ])
  })

  it('有网格的村还要台账目录', () => {
    expect(documents([grid])).toContainEqual(['ledger-catalogue', 'S9.work', '三(二)9'])
    expect(documents([])).not.toContainEqual(['ledger-catalogue', 'S9.work', '三(二)9'])
  })

  it('归了档就没有了,去年的不算', () => {
    const left = documents([paper('work-plan'), paper('customs-reform', 2025)])
    expect(left.map(([document]) => document)).not.toContain('work-plan')
    expect(left.map(([document]) => document)).toContain('customs-reform')
    expect(documents([paper('work-plan')], '2027-01-10')).toContainEqual(['work-plan', 'M1', '三(三)1'])
  })
})

describe('领导小组、办公场所 — 三(三)2、3', () => {
  const term = { subjectId: AREA, period: '2026-01-01', opensOn: '2026-01-01', dueOn: '2026-01-31' }

  it('没有的先成立,缺的补齐,齐了就没有了', () => {
    const duty = {
      id: `leading-group:${AREA}:2026-01-01`,
      kind: 'leading-group',
      clause: '三(三)2',
      settledBy: 'leading-group',
      part: 'M2',
      ...term,
      ...secretary,
    }
    expect(owed('leading-group', [], '2026-01-10')).toStrictEqual([
      { ...duty, params: { kinds: ['leader', 'deputy'] } },
    ])
    const group = (payload = {}) => aRecord('leading-group', '', '2026-01-05', payload)
    expect(owed('leading-group', [group({ dedicated: 'no' })], '2026-01-10')).toStrictEqual([
      { ...duty, params: { kinds: ['dedicated'] } },
    ])
    expect(owed('leading-group', [group()], '2026-01-10')).toEqual([])
  })

  it('办公场所缺什么说什么,齐了就没有了', () => {
    const office = (items: string[]) => aRecord('village-office', '', '2026-01-05', { items })
    expect(owed('village-office', [office(['office'])], '2026-01-10')).toStrictEqual([
      {
        id: `village-office:${AREA}:2026-01-01`,
        kind: 'village-office',
        clause: '三(三)3',
        settledBy: 'village-office',
        part: 'M3',
        params: { kinds: ['facilities', 'board'] },
        ...term,
        ...secretary,
      },
    ])
    expect(owed('village-office', [office(['office', 'facilities', 'board'])], '2026-01-10')).toEqual([])
  })
})

describe('签责任状 — 三(二)4', () => {
  const pledge = (level: string, party?: string, year = 2026) =>
    aRecord(
      'pledge-signed',
      '',
      '2026-02-01',
      { level, year, responsible: level === 'town-village' ? 'yes' : null, ...(party && { party }) },
      { id: `${level}/${party}` },
    )
  const others = [
    aRecord('grid', 'g1', '2026-01-01'),
    aRecord('grid-assignment', 'g1', '2026-03-01'),
    aRecord('venue', 'v1', '2026-04-01'),
  ]

  it('谁签、从哪天起30天', () => {
    expect(owed('pledge', others, '2026-04-10')).toStrictEqual(
      [
        {
          party: AREA,
          opensOn: '2026-01-01',
          dueOn: '2026-01-31',
          owedBy: 'village-secretary',
          level: 'town-village',
        },
        {
          party: 'worker-1',
          opensOn: '2026-03-01',
          dueOn: '2026-03-31',
          owedBy: 'grid-worker',
          level: 'village-grid',
        },
        {
          party: 'v1',
          opensOn: '2026-04-01',
          dueOn: '2026-05-01',
          owedBy: 'venue-manager',
          level: 'village-venue',
        },
      ].map(({ party, opensOn, dueOn, owedBy, level }) => ({
        id: `pledge:${party}:2026`,
        kind: 'pledge',
        subjectId: party,
        period: '2026',
        clause: '三(二)4',
        opensOn,
        dueOn,
        owedBy,
        settledBy: 'pledge-signed',
        part: 'S4.pledges',
        mendableAfterDue: true,
        params: { level },
      })),
    )
  })

  it('每年都签:以前就有的从1月1日起', () => {
    const signed = [pledge('town-village'), pledge('village-grid', 'worker-1'), pledge('village-venue', 'v1')]
    expect(owed('pledge', [...others, ...signed], '2026-04-10')).toEqual([])
    expect(days(owed('pledge', [...others, ...signed], '2027-01-10'))).toEqual(
      [AREA, 'v1', 'worker-1'].map((party) => [party, '2027-01-01', '2027-01-31']),
    )
  })
})

describe('教育阵地 — 三(二)8', () => {
  const site = (id: string, on: string, inUse = 'yes') => aRecord('education-site', id, on, { inUse })
  const common = { kind: 'site', clause: '三(二)8', settledBy: 'education-site', part: 'S8', ...secretary }

  it('一处都没有的,一年开头30天内建', () => {
    expect(owed('site', [], '2026-01-10')).toStrictEqual([
      {
        id: `site:${AREA}:2026-01-01`,
        subjectId: AREA,
        period: '2026-01-01',
        opensOn: '2026-01-01',
        dueOn: '2026-01-31',
        ...common,
      },
    ])
  })

  it('有的12个月再看一次,到期前30天提', () => {
    expect(owed('site', [site('s1', '2025-06-30')], '2026-05-30')).toEqual([])
    expect(owed('site', [site('s1', '2025-06-30')], '2026-05-31')).toStrictEqual([
      {
        id: 'site:s1:2025-06-30',
        subjectId: 's1',
        period: '2025-06-30',
        opensOn: '2026-05-31',
        dueOn: '2026-06-30',
        ...common,
      },
    ])
  })

  it('有几处的看最近看过的那处,同一天看的看记录编号在前的那处', () => {
    const subjects = (...sites: LedgerRecord[]) =>
      owed('site', sites, '2026-12-31').map(({ subjectId }) => subjectId)
    expect(subjects(site('s1', '2025-02-01'), site('s2', '2025-06-30'), site('s3', '2025-01-01'))).toEqual([
      's2',
    ])
    expect(subjects(site('s1', '2025-06-30'), site('s2', '2025-02-01'))).toEqual(['s1'])
    const named = (record: LedgerRecord, id: string) => ({ ...record, id })
    const onOneDay = [site('s1', '2025-06-30'), site('s2', '2025-06-30')] as const
    expect(subjects(named(onOneDay[0], 'a'), named(onOneDay[1], 'b'))).toEqual(['s1'])
    expect(subjects(named(onOneDay[0], 'b'), named(onOneDay[1], 'a'))).toEqual(['s2'])
  })
})

describe('五条底线 — 三(二)10', () => {
  const text = aRecord('bottom-lines-text', '', '2026-01-05')
  const declared = (quarter: string, on: string, payload = {}) =>
    aRecord('bottom-line-declaration', '', on, { quarter, ...payload }, { id: `q${quarter}` })
  const periods = (records: LedgerRecord[], asOf: string, head = {}) =>
    owed('bottom-line-declaration', records, asOf, head).map(({ period }) => period)

  it('先由镇里核定', () => {
    expect(owed('bottom-lines-text', [], '2026-02-01', { startOn: '2026-01-15' })).toStrictEqual([
      {
        id: `bottom-lines-text:${AREA}:2026-01-15`,
        kind: 'bottom-lines-text',
        subjectId: AREA,
        period: '2026-01-15',
        clause: '三(二)10',
        opensOn: '2026-01-15',
        dueOn: '2026-02-14',
        owedBy: 'town-office',
        settledBy: 'bottom-lines-text',
        part: 'S10.lines',
        mendableAfterDue: true,
      },
    ])
    expect(periods([], '2026-04-05')).toEqual([])
    expect(owed('bottom-lines-text', [text], '2026-02-01')).toEqual([])
  })

  it('核定了的,每个季度过完那天起10天内报告,晚了还要报', () => {
    expect(periods([text], '2026-03-30')).toEqual([])
    expect(owed('bottom-line-declaration', [text], '2026-03-31')).toStrictEqual([
      {
        id: `bottom-line-declaration:${AREA}:2026-Q1`,
        kind: 'bottom-line-declaration',
        subjectId: AREA,
        period: '2026-Q1',
        clause: '三(二)10',
        opensOn: '2026-03-31',
        dueOn: '2026-04-10',
        settledBy: 'bottom-line-declaration',
        part: 'S10.lines',
        ...secretary,
      },
    ])
    expect(periods([text], '2026-12-31')).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'])
  })

  it('报告了的不再报;用系统以前的季度要依据,不要报告', () => {
    expect(periods([text, declared('1', '2026-04-02')], '2026-06-30')).toEqual(['2026-Q2'])
    expect(periods([text], '2026-09-30', { startOn: '2026-04-01' })).toEqual(['2026-Q2', '2026-Q3'])
  })
})

describe('总结经验 — 五(五)', () => {
  const reported = (year: number) =>
    aRecord('experience-report', '', '2026-10-05', { year }, { id: `y${year}` })

  it('第四季度报一份,不影响评分', () => {
    expect(owed('experience-report', [], '2026-09-30')).toEqual([])
    expect(owed('experience-report', [], '2026-10-01')).toStrictEqual([
      {
        id: `experience-report:${AREA}:2026`,
        kind: 'experience-report',
        subjectId: AREA,
        period: '2026',
        clause: '五(五)',
        opensOn: '2026-10-01',
        dueOn: '2026-12-31',
        settledBy: 'experience-report',
        part: null,
        ...secretary,
      },
    ])
  })

  it('今年的报了就没有了,去年的不算今年', () => {
    expect(owed('experience-report', [reported(2026)], '2026-10-10')).toEqual([])
    expect(owed('experience-report', [reported(2025)], '2026-10-10')).toHaveLength(1)
    expect(owed('experience-report', [reported(2025), reported(2026)], '2026-10-10')).toEqual([])
  })
})

describe('场所 — 三(三)6、四(一)2', () => {
  const survey = (on: string) => aRecord('venue-survey', '', on)
  const venue = (payload = {}) => aRecord('venue', 'v1', '2026-01-01', payload)
  const inspected = (on: string) => aRecord('venue-inspection', 'v1', on)
  const venues = { clause: '三(三)6', part: 'M6', ...secretary }

  it('没清点过的30天内清点;清点过的365天一次,到期前30天提', () => {
    expect(owed('venue-survey', [], '2026-02-01', { startOn: '2026-01-15' })).toStrictEqual([
      {
        id: `venue-survey:${AREA}:2026-01-15`,
        kind: 'venue-survey',
        subjectId: AREA,
        period: '2026-01-15',
        opensOn: '2026-01-15',
        dueOn: '2026-02-14',
        settledBy: 'venue-survey',
        ...venues,
      },
    ])
    expect(owed('venue-survey', [survey('2025-06-30')], '2026-05-30')).toEqual([])
    expect(days(owed('venue-survey', [survey('2025-06-30')], '2026-05-31'))).toEqual([
      [AREA, '2026-05-31', '2026-06-30'],
    ])
  })

  it('没写重点部位、没有监控措施的,30天内补', () => {
    const duty = {
      id: 'venue-fields:v1:2026-01-01',
      kind: 'venue-fields',
      subjectId: 'v1',
      period: '2026-01-01',
      opensOn: '2026-01-01',
      dueOn: '2026-01-31',
      settledBy: 'venue',
      ...venues,
    }
    expect(owed('venue-fields', [venue({ keyParts: 'no', keyPartsText: null })], '2026-01-10')).toStrictEqual(
      [duty],
    )
    expect(owed('venue-fields', [venue({ monitored: 'no' })], '2026-01-10')).toStrictEqual([duty])
    expect(owed('venue-fields', [venue()], '2026-01-10')).toEqual([])
  })

  it('登记后30天内检查,以后90天一次,到期前30天提', () => {
    expect(owed('venue-inspection', [venue()], '2026-01-10')).toStrictEqual([
      {
        id: 'venue-inspection:v1:2026-01-01',
        kind: 'venue-inspection',
        subjectId: 'v1',
        period: '2026-01-01',
        opensOn: '2026-01-01',
        dueOn: '2026-01-31',
        settledBy: 'venue-inspection',
        ...venues,
      },
    ])
    expect(owed('venue-inspection', [venue(), inspected('2026-04-01')], '2026-05-30')).toEqual([])
    expect(owed('venue-inspection', [venue(), inspected('2026-04-01')], '2026-05-31')).toHaveLength(1)
  })

  it('问题改好为止', () => {
    const problem = aRecord('venue-problem', 'v1', '2026-04-01', { fixBy: '2026-04-10' }, { id: 'q1' })
    const fixed = aRecord('rectification', 'v1', '2026-04-08', { problem: 'q1' })
    expect(owed('rectification', [venue(), problem], '2026-04-20')).toStrictEqual([
      {
        id: 'rectification:v1:q1',
        kind: 'rectification',
        subjectId: 'v1',
        period: 'q1',
        opensOn: '2026-04-01',
        dueOn: '2026-04-10',
        settledBy: 'rectification',
        ...venues,
        clause: '四(一)2',
        part: null,
      },
    ])
    expect(owed('rectification', [venue(), problem, fixed], '2026-04-20')).toEqual([])
  })
})

describe('宣传活动、名册 — 三(二)3、7', () => {
  const activity = (on: string) => aRecord('publicity-activity', '', on, {}, { id: on })

  it('当月第一天起就说差几次,月底为止', () => {
    expect(owed('publicity', [activity('2026-03-01')], '2026-03-01')).toStrictEqual([
      {
        id: `publicity:${AREA}:2026-03`,
        kind: 'publicity',
        subjectId: AREA,
        period: '2026-03',
        clause: '三(二)7',
        opensOn: '2026-03-01',
        dueOn: '2026-03-31',
        owedBy: 'village-secretary',
        settledBy: 'publicity-activity',
        part: 'S7',
        mendableAfterDue: false,
        params: { have: 1, need: 4 },
      },
    ])
  })

  it('过去的月没做够的只说一次;今天才到月底的还不算', () => {
    const months = (asOf: string) =>
      missed([], asOf).flatMap(({ kind, period }) => (kind === 'publicity' ? [period] : []))
    expect(
      missed([], '2026-02-01')
        .filter(({ kind }) => kind === 'publicity')
        .at(-1),
    ).toStrictEqual({
      id: `publicity:${AREA}:2026-01`,
      kind: 'publicity',
      subjectId: AREA,
      period: '2026-01',
      closedOn: '2026-01-31',
      part: 'S7',
    })
    expect(months('2026-02-28').at(-1)).toBe('2026-01')
    expect(months('2026-12-31').slice(0, 2)).toEqual(['2026-01', '2026-02'])
    // At the year's beginning the last quarter of the old year is still told: 92 days, the first included.
    expect(months('2026-01-31')[0]).toBe('2025-10')
    expect(months('2026-02-01')[0]).toBe('2025-11')
  })

  it('名册由村书记每月确认', () => {
    expect(owed('roster-confirmation', [], '2026-03-10').at(-1)).toStrictEqual({
      id: `roster-confirmation:${AREA}:2026-03`,
      kind: 'roster-confirmation',
      subjectId: AREA,
      period: '2026-03',
      clause: '三(二)3',
      opensOn: '2026-03-01',
      dueOn: '2026-03-31',
      settledBy: 'roster-confirmation',
      part: 'S3',
      ...secretary,
    })
  })
})
