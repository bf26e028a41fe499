import { describe, expect, it } from '@jest/globals'
import { aRecord } from '../testing/builders.ts'
import { judgementOf } from '../testing/judge.ts'

const asOf = '2026-06-30'
const grid = (id: string, on = '2026-01-01', payload = {}) => aRecord('grid', id, on, payload)
const assigned = (id: string, worker = 'worker-1', on = '2026-01-01') =>
  aRecord('grid-assignment', id, on, { worker: [worker] })
const checked = (on: string, worker = 'worker-1') =>
  aRecord('skill-check', 'g1', on, { worker: [worker] }, { id: `check_${worker}_${on}` })
const NOTHING_TO_JUDGE = {
  state: 'notApplicable',
  reason: 'nothingToJudge',
  deciding: [],
  missing: [],
  notes: [],
  mendable: false,
}

describe('S9.division 划分清晰合理 — 三(二)9', () => {
  it('一个网格也没登记,先登记;村里还没开始用系统的不欠', () => {
    expect(judgementOf('S9.division', [], asOf, { startOn: asOf })).toStrictEqual({
      state: 'undetermined',
      reason: 'evidenceMissing',
      deciding: [],
      missing: [{ code: 'grids' }],
      notes: [],
      next: { code: 'recordGrids', params: { count: 1 } },
      mendable: true,
    })
    expect(judgementOf('S9.division', [], asOf, { startOn: '2026-07-01' }).mendable).toBe(false)
  })

  it('说出哪个网格没划界、哪个没有人', () => {
    const records = [
      grid('g1'),
      assigned('g1'),
      grid('g2', '2026-01-01', { bounded: 'no' }),
      grid('g3', '2026-06-20', { bounded: 'no' }),
    ]
    expect(judgementOf('S9.division', records, asOf)).toStrictEqual({
      state: 'notMet',
      numerator: 1,
      denominator: 2,
      deciding: ['grid-assignment_g1_2026-01-01', 'grid_g1_2026-01-01', 'grid_g2_2026-01-01'],
      missing: [
        { code: 'gridBoundary', subjectId: 'g2' },
        { code: 'gridWorker', subjectId: 'g2' },
      ],
      notes: [{ code: 'inTermItems', params: { count: 1 } }],
      next: { code: 'completeGrids', params: { count: 1 } },
      mendable: true,
    })
  })
})

describe('S9.skill 熟练操作 — 三(二)9', () => {
  it('说出谁没过,过了的依据哪条;刚上任的列出人数', () => {
    const records = [
      grid('g1'),
      assigned('g1', 'worker-1', '2026-01-01'),
      grid('g2'),
      assigned('g2', 'worker-2', '2026-01-01'),
      grid('g3'),
      assigned('g3', 'worker-3', '2026-06-20'),
      grid('g4'),
      assigned('g4', 'worker-4', '2026-01-01'),
      checked('2026-02-01'),
      checked('2025-02-01', 'worker-4'),
    ]
    expect(judgementOf('S9.skill', records, asOf)).toStrictEqual({
      state: 'notMet',
      numerator: 1,
      denominator: 3,
      deciding: ['check_worker-1_2026-02-01', 'check_worker-4_2025-02-01'],
      missing: [
        { code: 'skillCheck', subjectId: 'g2' },
        { code: 'skillCheck', subjectId: 'g4' },
      ],
      notes: [{ code: 'inTerm', params: { count: 1 } }],
      next: { code: 'checkSkills', params: { count: 2 } },
      mendable: true,
    })
  })

  it('一个网格也没有,没有可核对的', () => {
    expect(judgementOf('S9.skill', [], asOf)).toStrictEqual(NOTHING_TO_JUDGE)
  })
})

describe('S9.work 工作开展到位 — 三(二)9', () => {
  const catalogue = aRecord('village-document', '', '2026-02-01', { document: 'ledger-catalogue' })
  const patrol = aRecord('patrol', 'g1', '2026-05-15')
  const cleaned = aRecord('clean-up', 'g1', '2026-06-01')

  /** From January to April nobody patrolled: shown, not judged. */
  const gaps = [{ code: 'patrolGaps', params: { count: 4 } }]

  it('都做了', () => {
    const earlier = ['01', '02', '03', '04'].map((month) => aRecord('patrol', 'g1', `2026-${month}-15`))
    const records = [grid('g1'), ...earlier, patrol, cleaned, catalogue]
    expect(judgementOf('S9.work', records, asOf)).toStrictEqual({
      state: 'met',
      numerator: 1,
      denominator: 1,
      deciding: [cleaned.id, patrol.id, catalogue.id].sort(),
      missing: [],
      notes: [],
      mendable: false,
    })
  })

  it('没清查的、没有目录的,补上就行', () => {
    expect(judgementOf('S9.work', [grid('g1'), patrol], asOf)).toStrictEqual({
      state: 'notMet',
      numerator: 0,
      denominator: 1,
      deciding: [patrol.id],
      missing: [
        { code: 'cleanUp', subjectId: 'g1' },
        { code: 'document', params: { document: 'ledger-catalogue' } },
      ],
      notes: gaps,
      next: { code: 'completeGridWork', params: { count: 2 } },
      mendable: true,
    })
  })

  it('上个月没巡查的补不了,等下个月', () => {
    expect(judgementOf('S9.work', [grid('g1'), cleaned], asOf)).toStrictEqual({
      state: 'notMet',
      numerator: 0,
      denominator: 1,
      deciding: [cleaned.id],
      missing: [
        { code: 'patrol', subjectId: 'g1', period: '2026-05' },
        { code: 'document', params: { document: 'ledger-catalogue' } },
      ],
      notes: gaps,
      next: { code: 'patrolNextMonth', params: { count: 1 } },
      mendable: false,
    })
  })

  it('新登记的网格没满期的,只看有没有目录', () => {
    const fresh = grid('g1', '2026-06-20')
    expect(judgementOf('S9.work', [fresh, catalogue], asOf)).toStrictEqual({
      state: 'met',
      numerator: 1,
      denominator: 1,
      deciding: [catalogue.id],
      missing: [],
      notes: [],
      mendable: false,
    })
  })

  it('一个网格也没有,没有可核对的', () => {
    expect(judgementOf('S9.work', [catalogue], asOf)).toStrictEqual(NOTHING_TO_JUDGE)
  })
})
