import { describe, expect, it } from '@jest/globals'
import { AREA, aRecord } from '../testing/builders.ts'
import { missed, owed } from '../testing/owed.ts'

const grid = (id = 'g1', on = '2026-01-01', payload = {}) => aRecord('grid', id, on, payload)
const assigned = (on = '2026-01-01', worker = 'worker-1') =>
  aRecord('grid-assignment', 'g1', on, { worker: [worker] }, { id: `${worker}/${on}` })
const patrol = (on: string, id = 'g1') => aRecord('patrol', id, on)

describe('网格划分 — 三(二)9', () => {
  const common = {
    clause: '三(二)9',
    opensOn: '2026-03-01',
    dueOn: '2026-03-31',
    period: '2026-03-01',
    owedBy: 'village-secretary',
    part: 'S9.division',
    mendableAfterDue: true,
  }

  it('一个网格都没有的,30天内登记', () => {
    expect(owed('grids', [], '2026-03-10', { startOn: '2026-03-01' })).toStrictEqual([
      { id: `grids:${AREA}:2026-03-01`, kind: 'grids', subjectId: AREA, settledBy: 'grid', ...common },
    ])
    expect(owed('grids', [grid()], '2026-03-10')).toEqual([])
  })

  it('没划界的划界,没有人的定人', () => {
    const bare = grid('g1', '2026-03-01', { bounded: 'no' })
    expect(owed('grid-boundary', [bare], '2026-03-10')).toStrictEqual([
      {
        id: 'grid-boundary:g1:2026-03-01',
        kind: 'grid-boundary',
        subjectId: 'g1',
        settledBy: 'grid',
        ...common,
      },
    ])
    expect(owed('grid-worker', [bare], '2026-03-10')).toStrictEqual([
      {
        id: 'grid-worker:g1:2026-03-01',
        kind: 'grid-worker',
        subjectId: 'g1',
        settledBy: 'grid-assignment',
        ...common,
      },
    ])
    expect(owed('grid-boundary', [grid(), assigned()], '2026-03-10')).toEqual([])
    expect(owed('grid-worker', [grid(), assigned()], '2026-03-10')).toEqual([])
  })
})

describe('网格员检查 — 三(二)9', () => {
  const checked = (on: string, payload = {}) => aRecord('skill-check', 'g1', on, payload)
  const duty = {
    kind: 'skill-check',
    subjectId: 'g1',
    clause: '三(二)9',
    owedBy: 'town-office',
    settledBy: 'skill-check',
    part: 'S9.skill',
    mendableAfterDue: true,
    params: { worker: 'worker-1' },
  }

  it('新上任的,镇里30天内检查', () => {
    expect(owed('skill-check', [grid(), assigned('2026-03-01')], '2026-03-10')).toStrictEqual([
      {
        id: 'skill-check:g1:worker-1:2026-03-01',
        period: 'worker-1:2026-03-01',
        opensOn: '2026-03-01',
        dueOn: '2026-03-31',
        ...duty,
      },
    ])
  })

  it('过了的12个月再查,到期前30天提;没过的还要查', () => {
    const records = [grid(), assigned(), checked('2025-06-30')]
    expect(owed('skill-check', records, '2026-05-30')).toEqual([])
    expect(owed('skill-check', records, '2026-05-31')).toStrictEqual([
      {
        id: 'skill-check:g1:worker-1:2025-06-30',
        period: 'worker-1:2025-06-30',
        opensOn: '2026-05-31',
        dueOn: '2026-06-30',
        ...duty,
      },
    ])
    expect(
      owed('skill-check', [grid(), assigned(), checked('2026-01-05', { phone: 'failed' })], '2026-01-10'),
    ).toHaveLength(1)
  })

  it('一个网格里每个人各一件', () => {
    const two = [grid(), assigned(), assigned('2026-01-01', 'worker-2'), checked('2026-01-02')]
    expect(owed('skill-check', two, '2026-01-10').map(({ params }) => params)).toEqual([
      { worker: 'worker-2' },
    ])
  })
})

describe('巡查、清理清查 — 三(二)9', () => {
  it('巡查由网格员做到月底', () => {
    expect(owed('patrol', [grid()], '2026-03-10')).toStrictEqual([
      {
        id: 'patrol:g1:2026-03',
        kind: 'patrol',
        subjectId: 'g1',
        period: '2026-03',
        clause: '三(二)9',
        opensOn: '2026-03-01',
        dueOn: '2026-03-31',
        owedBy: 'grid-worker',
        settledBy: 'patrol',
        part: 'S9.work',
        mendableAfterDue: false,
        params: { have: 0, need: 1 },
      },
    ])
    expect(owed('patrol', [grid(), patrol('2026-03-02')], '2026-03-10')).toEqual([])
  })

  it('登记网格的那个月不要求巡查', () => {
    expect(owed('patrol', [grid('g1', '2026-03-01')], '2026-03-10')).toHaveLength(1)
    expect(owed('patrol', [grid('g1', '2026-03-02')], '2026-03-10')).toEqual([])
    expect(missed([grid('g1', '2026-03-02')], '2026-04-10').map(({ kind }) => kind)).not.toContain('patrol')
    // What else the grids owe is told all the same.
    const fresh = grid('g1', '2026-03-02', { bounded: 'no' })
    expect(owed('grid-boundary', [fresh], '2026-03-10')).toHaveLength(1)
    expect(missed([fresh, grid('g2')], '2026-04-10').map(({ id }) => id)).toContain('patrol:g2:2026-03')
  })

  it('过去的月没巡查的说哪个网格哪个月,巡查了的不说', () => {
    const records = [grid('g1'), grid('g2'), patrol('2026-01-05', 'g1'), patrol('2026-02-05', 'g2')]
    expect(missed(records, '2026-03-01').filter(({ kind }) => kind === 'patrol')).toStrictEqual([
      {
        id: 'patrol:g2:2026-01',
        kind: 'patrol',
        subjectId: 'g2',
        period: '2026-01',
        closedOn: '2026-01-31',
        part: 'S9.work',
      },
      {
        id: 'patrol:g1:2026-02',
        kind: 'patrol',
        subjectId: 'g1',
        period: '2026-02',
        closedOn: '2026-02-28',
        part: 'S9.work',
      },
    ])
  })

  it('没巡查的,今年的和近92天的才说', () => {
    const months = (asOf: string) =>
      missed([grid('g1', '2025-01-01')], asOf).flatMap(({ kind, period }) =>
        kind === 'patrol' ? [period] : [],
      )
    expect(months('2026-01-31')).toEqual(['2025-10', '2025-11', '2025-12'])
    expect(months('2026-02-01')).toEqual(['2025-11', '2025-12', '2026-01'])
    expect(months('2026-12-31')[0]).toBe('2026-01')
  })

  it('清理清查92天一次,由网格员做,到期前30天提', () => {
    const duty = {
      kind: 'clean-up',
      subjectId: 'g1',
      clause: '三(二)9',
      owedBy: 'grid-worker',
      settledBy: 'clean-up',
      part: 'S9.work',
      mendableAfterDue: true,
    }
    expect(owed('clean-up', [grid()], '2026-03-03')).toEqual([])
    expect(owed('clean-up', [grid()], '2026-03-04')).toStrictEqual([
      {
        id: 'clean-up:g1:2026-01-01',
        period: '2026-01-01',
        opensOn: '2026-03-04',
        dueOn: '2026-04-03',
        ...duty,
      },
    ])
    const cleaned = aRecord('clean-up', 'g1', '2026-03-30')
    expect(owed('clean-up', [grid(), cleaned], '2026-05-30')).toEqual([])
    expect(owed('clean-up', [grid(), cleaned], '2026-05-31')).toStrictEqual([
      {
        id: 'clean-up:g1:2026-03-30',
        period: '2026-03-30',
        opensOn: '2026-05-31',
        dueOn: '2026-06-30',
        ...duty,
      },
    ])
  })
})
