import { describe, expect, it } from '@jest/globals'
import { AREA, aRecord } from '../testing/builders.ts'
import { owed } from '../testing/owed.ts'

const registered = aRecord('person-registration', 'p1', '2026-01-01')
const status = (value: string, payload = {}) =>
  aRecord('person-status', 'p1', '2026-01-01', { status: value, ...payload })

describe('戒毒协议 — 戒毒条例 第十六条、第三十八条', () => {
  const signed = (regime: string, on: string) => aRecord('agreement', 'p1', on, { regime })

  it.each([
    ['community-treatment', '戒毒条例 第十六条'],
    ['community-rehabilitation', '戒毒条例 第三十八条'],
  ])('%s:由镇里15天内签,晚了还要签', (regime, clause) => {
    expect(owed('agreement', [registered, status(regime)], '2026-01-10')).toStrictEqual([
      {
        id: 'agreement:p1:2026-01-01',
        kind: 'agreement',
        subjectId: 'p1',
        period: '2026-01-01',
        clause,
        opensOn: '2026-01-01',
        dueOn: '2026-01-16',
        owedBy: 'town-office',
        settledBy: 'agreement',
        part: null,
        mendableAfterDue: true,
        params: { regime },
      },
    ])
    expect(
      owed('agreement', [registered, status(regime), signed(regime, '2026-01-01')], '2026-01-10'),
    ).toEqual([])
  })

  it('没有状态的人没有协议要签', () => {
    expect(owed('agreement', [registered], '2026-01-10')).toEqual([])
    expect(owed('measure', [registered], '2026-01-10')).toHaveLength(1)
  })

  it('以前转来的、后来才决定的,从决定那天起重签', () => {
    const arrived = aRecord('transfer-acceptance', 'p1', '2025-06-01', {
      fromArea: '441581990202',
      toArea: AREA,
      agreement: 'yes',
    })
    const treated = status('community-treatment')
    expect(owed('agreement', [arrived, treated], '2026-01-10')).toMatchObject([
      { period: '2026-01-01', opensOn: '2026-01-01' },
    ])
  })
})

describe('年度的资料 — 四(一)', () => {
  const ofYear = {
    subjectId: AREA,
    period: '2026',
    opensOn: '2026-01-01',
    owedBy: 'village-secretary',
    part: null,
  }

  it('工作会、经费由村书记办', () => {
    expect(owed('meeting', [], '2026-02-01')).toStrictEqual([
      {
        id: `meeting:${AREA}:2026`,
        kind: 'meeting',
        clause: '四(一)1',
        dueOn: '2026-12-31',
        settledBy: 'meeting',
        mendableAfterDue: false,
        params: { have: 0, need: 2 },
        ...ofYear,
      },
    ])
    expect(owed('funds', [], '2026-02-01')).toStrictEqual([
      {
        id: `funds:${AREA}:2026`,
        kind: 'funds',
        clause: '四(一)1',
        dueOn: '2026-01-31',
        settledBy: 'funds',
        mendableAfterDue: true,
        ...ofYear,
      },
    ])
  })

  it('年中开始用系统的,从那天起', () => {
    expect(owed('meeting', [], '2026-06-10', { startOn: '2026-06-01' })).toMatchObject([
      { opensOn: '2026-06-01' },
    ])
  })

  it('有学校的不用清点学生,外来务工人员还要清点;课堂由老师组织', () => {
    const school = aRecord('school', 's1', '2026-01-01')
    expect(owed('audience-count', [school], '2026-02-01').map(({ params }) => params)).toEqual([
      { audience: 'migrant' },
    ])
    expect(owed('class-session', [school], '2026-02-01')).toMatchObject([
      { subjectId: 's1', owedBy: 'teacher', settledBy: 'class-session' },
    ])
  })

  it('清点到还没登记的场所,由村书记登记', () => {
    const survey = aRecord('venue-survey', '', '2026-01-10', { venues: 2 })
    expect(owed('venues', [survey, aRecord('venue', 'v1', '2026-01-05')], '2026-01-20')).toStrictEqual([
      {
        id: `venues:${AREA}:2026-01-10`,
        kind: 'venues',
        subjectId: AREA,
        period: '2026-01-10',
        clause: '三(三)6',
        opensOn: '2026-01-10',
        dueOn: '2026-02-09',
        owedBy: 'village-secretary',
        settledBy: 'venue',
        part: 'M6',
        mendableAfterDue: true,
        params: { count: 1 },
      },
    ])
  })
})

describe('等第二个人核对的状态', () => {
  it('要核对,不是再写一次', () => {
    const waiting = { ...status('community-treatment'), reviewState: 'pending' as const }
    expect(owed('review', [registered, waiting], '2026-01-10')).toMatchObject([
      { id: `review:p1:${waiting.id}`, period: waiting.id, settledBy: null, part: 'S1', dueOn: '2026-01-16' },
    ])
    expect(owed('measure', [registered, waiting], '2026-01-10')).toEqual([])
  })
})
