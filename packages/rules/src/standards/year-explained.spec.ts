import { describe, expect, it } from '@jest/globals'
import { addDays, monthsOf } from '../core/iso-date.ts'
import { aRecord } from '../testing/builders.ts'
import { judgementOf } from '../testing/judge.ts'
import type { LedgerRecord } from '../village-ledger.ts'

const pending = { reviewState: 'pending' as const }

describe('S7 每月四次 — 三(二)7', () => {
  const activity = (on: string, place = '村口', id = `${on}/${place}`) =>
    aRecord('publicity-activity', '', on, { place }, { id })
  const month = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) => activity(addDays(`${name}-01`, index)))
  const ids = (records: LedgerRecord[]) => records.map(({ id }) => id)
  const evidence = (firstMonth: string, lastMonth = firstMonth) =>
    aRecord('past-evidence', '', '2026-02-20', { covers: 'activities', firstMonth, lastMonth })

  it('达标的说依据哪些活动', () => {
    expect(judgementOf('S7', month('2026-01', 4), '2026-01-31')).toStrictEqual({
      state: 'met',
      numerator: 1,
      denominator: 1,
      deciding: ids(month('2026-01', 4)),
      missing: [],
      notes: [],
      mendable: false,
    })
  })

  it('过去的月补不了,说几个月;当月的最后一天还差几次说几次', () => {
    const records = [...month('2026-01', 3), ...month('2026-02', 1)]
    expect(judgementOf('S7', records, '2026-02-28')).toStrictEqual({
      state: 'notMet',
      numerator: 0,
      denominator: 2,
      deciding: ids(records),
      missing: [
        { code: 'activities', period: '2026-01', params: { have: 3, need: 4 } },
        { code: 'activities', period: '2026-02', params: { have: 1, need: 4 } },
      ],
      notes: [],
      next: { code: 'cannotMend', params: { count: 1 } },
      mendable: false,
    })
    expect(judgementOf('S7', [...month('2026-01', 4), ...month('2026-02', 1)], '2026-02-28')).toMatchObject({
      next: { code: 'activitiesToday', params: { count: 3 } },
      mendable: true,
    })
  })

  it('用系统以前的月等依据,说几个月', () => {
    expect(judgementOf('S7', month('2026-02', 2), '2026-03-30', { startOn: '2026-03-01' })).toStrictEqual({
      state: 'undetermined',
      reason: 'evidenceMissing',
      numerator: 0,
      denominator: 2,
      deciding: ids(month('2026-02', 2)),
      missing: [
        { code: 'activitiesBeforeStart', period: '2026-01', params: { have: 0, need: 4 } },
        { code: 'activitiesBeforeStart', period: '2026-02', params: { have: 2, need: 4 } },
      ],
      notes: [],
      next: { code: 'pastEvidence', params: { count: 2 } },
      mendable: false,
    })
  })

  it('以前的月还等依据,今天补上当月的也达不了标', () => {
    const part = judgementOf('S7', month('2026-02', 3), '2026-02-28', { startOn: '2026-02-01' })
    expect(part).toMatchObject({ state: 'notMet', mendable: false })
    expect(part.reason).toBeUndefined()
  })

  it('依据补上的月算数,连同当月记下的活动;够四次的不用依据', () => {
    const head = { startOn: '2026-03-01' }
    const paper = evidence('2026-01', '2026-02')
    const records = [...month('2026-01', 2), ...month('2026-02', 4), paper]
    expect(judgementOf('S7', records, '2026-03-30', head)).toMatchObject({
      state: 'met',
      numerator: 2,
      deciding: [...ids([...month('2026-01', 2), ...month('2026-02', 4)]), paper.id].sort(),
    })
    expect(
      judgementOf('S7', [...month('2026-02', 4), evidence('2026-02')], '2026-03-30', head),
    ).toMatchObject({
      numerator: 1,
      deciding: ids(month('2026-02', 4)),
    })
  })

  it('开始用系统以后的月,依据补不了', () => {
    const records = [...month('2026-01', 3), evidence('2026-01')]
    const started = { startOn: '2026-01-01' }
    expect(judgementOf('S7', records, '2026-02-27', started)).toMatchObject({ state: 'notMet' })
    // The month it began in: neither judged nor backed.
    const begun = { startOn: '2026-01-31' }
    expect(judgementOf('S7', records, '2026-02-27', begun)).toMatchObject({ state: 'notApplicable' })
    expect(judgementOf('S7', records, '2026-02-27', { startOn: '2026-02-01' })).toMatchObject({
      state: 'met',
    })
  })

  it('同一天同一地点记了两次,算编号在前的那一条,先收到哪条都一样', () => {
    const early = '2026-01-01T04:00:00.000Z'
    const late = '2026-01-05T04:00:00.000Z'
    const rest = month('2026-01', 4).slice(1)
    for (const [receivedFirst, receivedSecond] of [
      [early, late],
      [late, early],
    ] as const) {
      const first = { ...activity('2026-01-01', '村 口', 'a1'), receivedAt: receivedFirst }
      const second = { ...activity('2026-01-01', '村口', 'a2'), receivedAt: receivedSecond }
      expect(judgementOf('S7', [second, first, ...rest], '2026-01-31').deciding).toEqual(
        [...ids(rest), 'a1'].sort(),
      )
    }
  })

  it('地点里的空格不论几个都不算数', () => {
    const records = [...month('2026-01', 3), activity('2026-01-01', '村\u3000  口', 'again')]
    expect(judgementOf('S7', records, '2026-02-01').state).toBe('notMet')
  })

  it('当月第一天就在看当月', () => {
    const year = monthsOf(2026).flatMap((name) => month(name, 4))
    expect(judgementOf('S7', year, '2026-12-31')).toMatchObject({ state: 'met', numerator: 12 })
    expect(judgementOf('S7', year, '2027-01-01')).toMatchObject({ state: 'notApplicable' })
  })
})

describe('S10.rules 村规民约、移风易俗 — 三(二)10', () => {
  it('说出哪份有、哪份没有;村里还没开始用系统的不欠', () => {
    const rules = aRecord('village-document', '', '2026-02-01', {
      document: 'village-rules',
      antiDrugClause: 'yes',
    })
    const lacking = {
      state: 'notMet',
      numerator: 1,
      denominator: 2,
      deciding: [rules.id],
      missing: [{ code: 'document', params: { document: 'customs-reform' } }],
      notes: [],
      next: { code: 'fileDocuments', params: { count: 1 } },
      mendable: true,
    }
    expect(judgementOf('S10.rules', [rules], '2026-06-30')).toStrictEqual(lacking)
    expect(judgementOf('S10.rules', [rules], '2026-06-30', { startOn: '2026-07-01' })).toStrictEqual({
      ...lacking,
      mendable: false,
    })
  })
})

describe('S10.lines 守住“五条底线” — 三(二)10', () => {
  const text = aRecord('bottom-lines-text', '', '2026-01-05')
  const declared = (quarter: string, payload = {}, on = '2026-12-31') =>
    aRecord('bottom-line-declaration', '', on, { quarter, ...payload }, { id: `q${quarter}` })
  const breach = (on: string, envelope = {}) => aRecord('bottom-line-breach', '', on, {}, envelope)
  const four = { kept: ['line-1', 'line-2', 'line-3', 'line-4'] }

  it('五条没核定,等镇里核定', () => {
    expect(judgementOf('S10.lines', [], '2026-06-30')).toStrictEqual({
      state: 'undetermined',
      reason: 'evidenceMissing',
      deciding: [],
      missing: [{ code: 'bottomLinesText' }],
      notes: [],
      next: { code: 'confirmLines', params: { count: 1 } },
      mendable: true,
    })
  })

  it('四个季度各有报告,全年达标', () => {
    const all = ['1', '2', '3', '4'].map((quarter) => declared(quarter))
    expect(judgementOf('S10.lines', [text, ...all], '2026-12-31')).toStrictEqual({
      state: 'met',
      numerator: 4,
      denominator: 4,
      deciding: ['q1', 'q2', 'q3', 'q4'],
      missing: [],
      notes: [],
      mendable: false,
    })
  })

  it.each([
    ['2026-03-30', 0],
    ['2026-03-31', 1],
    ['2026-06-30', 2],
    ['2026-09-29', 2],
    ['2026-09-30', 3],
    ['2026-12-30', 3],
    ['2026-12-31', 4],
  ])('到%s,过完了%i个季度', (asOf, count) => {
    const missing = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']
      .slice(0, count)
      .map((period) => ({ code: 'declaration', period }))
    expect(judgementOf('S10.lines', [text], asOf).missing).toEqual(missing)
  })

  it('没报告的季度可以补报,说几个', () => {
    expect(judgementOf('S10.lines', [text, declared('1', {}, '2026-04-01')], '2026-09-30')).toStrictEqual({
      state: 'notMet',
      numerator: 1,
      denominator: 3,
      deciding: ['q1'],
      missing: [
        { code: 'declaration', period: '2026-Q2' },
        { code: 'declaration', period: '2026-Q3' },
      ],
      notes: [],
      next: { code: 'declareQuarter', params: { count: 2 } },
      mendable: true,
    })
  })

  it('少报一条的季度补不了,先说它', () => {
    const records = [text, declared('1', four, '2026-04-01'), declared('2', {}, '2026-07-01')]
    expect(judgementOf('S10.lines', records, '2026-09-30')).toStrictEqual({
      state: 'notMet',
      numerator: 1,
      denominator: 3,
      deciding: ['q1', 'q2'],
      missing: [
        { code: 'linesNotKept', period: '2026-Q1' },
        { code: 'declaration', period: '2026-Q3' },
      ],
      notes: [],
      next: { code: 'cannotMend', params: { count: 1 } },
      mendable: false,
    })
  })

  it('去年的报告不算今年的', () => {
    const last = declared('1', { year: 2025 }, '2026-01-10')
    expect(judgementOf('S10.lines', [text, last], '2026-03-31')).toMatchObject({
      state: 'notMet',
      missing: [{ code: 'declaration', period: '2026-Q1' }],
    })
  })

  it('突破了的说哪天认定的,补不了', () => {
    expect(judgementOf('S10.lines', [text, declared('1'), breach('2026-05-01')], '2026-06-29')).toStrictEqual(
      {
        state: 'notMet',
        deciding: ['bottom-line-breach__2026-05-01'],
        missing: [{ code: 'breach', subjectId: '441581990201', period: '2026-05-01' }],
        notes: [],
        next: { code: 'cannotMend', params: { count: 1 } },
        mendable: false,
      },
    )
  })

  it('突破在等核对的,别的都好也先等;别的没做的补了也还要等', () => {
    const waiting = breach('2026-05-01', pending)
    const done = [text, declared('1', {}, '2026-04-01'), waiting]
    expect(judgementOf('S10.lines', done, '2026-06-29')).toStrictEqual({
      state: 'undetermined',
      reason: 'awaitingReview',
      deciding: ['bottom-line-breach__2026-05-01'],
      missing: [{ code: 'breachPending', subjectId: '441581990201', period: '2026-05-01' }],
      notes: [],
      next: { code: 'awaitReview' },
      mendable: false,
    })
    expect(judgementOf('S10.lines', done, '2026-06-30')).toMatchObject({
      state: 'notMet',
      missing: [{ code: 'declaration', period: '2026-Q2' }],
      mendable: false,
    })
  })

  it('用系统以前的季度等依据;以后的没报告,先说以后的', () => {
    const head = { startOn: '2026-04-01' }
    expect(
      judgementOf('S10.lines', [text, declared('2', {}, '2026-07-01')], '2026-09-29', head),
    ).toStrictEqual({
      state: 'undetermined',
      reason: 'evidenceMissing',
      numerator: 1,
      denominator: 2,
      deciding: ['q2'],
      missing: [{ code: 'declarationBeforeStart', period: '2026-Q1' }],
      notes: [],
      next: { code: 'pastEvidence', params: { count: 1 } },
      mendable: false,
    })
    expect(judgementOf('S10.lines', [text], '2026-06-30', head)).toMatchObject({
      state: 'notMet',
      next: { code: 'declareQuarter', params: { count: 1 } },
      missing: [
        { code: 'declarationBeforeStart', period: '2026-Q1' },
        { code: 'declaration', period: '2026-Q2' },
      ],
      mendable: false,
    })
  })

  it('季度里哪天开始用系统,就怎么看那个季度', () => {
    const first = (startOn: string) => judgementOf('S10.lines', [text], '2026-03-31', { startOn })
    expect(first('2026-01-01').state).toBe('notMet')
    expect(first('2026-01-02').state).toBe('notApplicable')
    expect(first('2026-03-31').state).toBe('notApplicable')
    expect(first('2026-04-01').state).toBe('undetermined')
    // Reported all the same, it counts.
    const reported = judgementOf('S10.lines', [text, declared('1', {}, '2026-03-31')], '2026-03-31', {
      startOn: '2026-02-01',
    })
    expect(reported).toMatchObject({ state: 'met', numerator: 1, deciding: ['q1'] })
  })

  it('以后的季度,依据代替不了报告', () => {
    const paper = aRecord('past-evidence', '', '2026-04-02', {
      covers: 'bottom-lines',
      firstMonth: '2026-01',
      lastMonth: '2026-03',
    })
    expect(judgementOf('S10.lines', [text, paper], '2026-04-02')).toMatchObject({ state: 'notMet' })
    expect(judgementOf('S10.lines', [text, paper], '2026-04-02', { startOn: '2026-04-01' })).toMatchObject({
      state: 'met',
      numerator: 1,
      deciding: [paper.id],
    })
    // The quarter the village began in: neither asked for nor backed.
    const begun = judgementOf('S10.lines', [text, paper], '2026-04-02', { startOn: '2026-03-31' })
    expect(begun.state).toBe('notApplicable')
  })

  it('文件印发前开始的季度不判', () => {
    const old = aRecord('bottom-lines-text', '', '2023-03-25')
    const head = { startOn: '2023-01-01' }
    expect(judgementOf('S10.lines', [old], '2023-03-31', head).state).toBe('notApplicable')
    expect(judgementOf('S10.lines', [old], '2023-06-30', head)).toMatchObject({
      state: 'notMet',
      denominator: 1,
      missing: [{ period: '2023-Q2' }],
    })
  })
})
