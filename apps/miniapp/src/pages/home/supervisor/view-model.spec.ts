import type { Overview, VillageOverview } from '@/shared/api'
import { byTown, GATES, gridLines, moveIn, overviewView } from './view-model'

const TODAY = '2026-11-23'
const village = (areaCode: string, given: Partial<VillageOverview> = {}): VillageOverview => ({
  areaCode,
  name: `示范村${areaCode.slice(-1)}`,
  isDemo: true,
  asOf: TODAY,
  ledgerVersion: 3,
  stale: false,
  track: 'ten-standards',
  standards: [
    { id: 'S2', state: 'notMet' },
    { id: 'S4', state: 'undetermined' },
    { id: 'S7', state: 'met' },
  ],
  parts: [{ id: 'S2.talks', state: 'notMet' }],
  roster: { month: '2026-10', confirmed: true },
  overdue: 2,
  dueSoon: 1,
  pending: 1,
  plaque: { state: 'none', label: '未授牌', waiting: false },
  late: [],
  awareness: [],
  lastRecordAt: '2026-11-20T17:30:00.000Z',
  ...given,
})
const BY_CODE = { onlyNotMet: false, order: 'code' } as const
const met: Partial<VillageOverview> = { standards: [{ id: 'S7', state: 'met' }], overdue: 0, pending: 0 }
const given = (items: VillageOverview[]): Overview => ({ items, notStarted: 2, asOf: TODAY })

test('villages keep the order of their codes, whatever their results', () => {
  const view = overviewView(given([village('441581990203'), village('441581990201', met)]), BY_CODE, TODAY)
  expect(view.rows.map(({ code }) => code)).toEqual(['441581990201', '441581990203'])
})

test('counts are in words, and none of them is a rank or a score', () => {
  const [row] = overviewView(given([village('441581990201')]), BY_CODE, TODAY).rows
  expect(row?.counts).toBe('1条达标 · 1条未达标 · 1条待判定')
  expect(row?.work).toBe('逾期 2 件，7天内到期 1 件')
  expect(row?.roster).toBe('10月 已确认')
  expect(row?.last).toBe('11月21日')
})

test('only what is not met', () => {
  const items = [village('441581990201', met), village('441581990202')]
  expect(
    overviewView(given(items), { onlyNotMet: true, order: 'code' }, TODAY).rows.map(({ code }) => code),
  ).toEqual(['441581990202'])
})

test('sums of the area', () => {
  const items = [
    village('441581990201', met),
    village('441581990202'),
    village('441581990203', { stale: true }),
  ]
  expect(overviewView(given(items), BY_CODE, TODAY)).toMatchObject({
    overdue: '逾期工作 4 件（2个村）',
    pending: 2,
    stale: 1,
    notStarted: 2,
  })
  expect(overviewView(given([village('441581990201', met)]), BY_CODE, TODAY).overdue).toBe(
    '各村没有逾期工作。',
  )
})

test('a village nobody has judged yet is undetermined, never met', () => {
  const [row] = overviewView(
    given([
      village('441581990201', { standards: [], parts: [], roster: null, lastRecordAt: null, stale: true }),
    ]),
    BY_CODE,
    TODAY,
  ).rows
  expect(row).toMatchObject({
    worst: 'undetermined',
    counts: '还没有结果',
    last: '还没有记录',
    stale: '按 11月23日 的数据',
  })
  expect(row?.cells.every(({ state }) => state === null)).toBe(true)
  expect(row?.cells).toHaveLength(GATES.length)
})

test('each standard and each measure has its cell', () => {
  const [row] = overviewView(
    given([
      village('441581990201', {
        parts: [
          { id: 'S2.talks', state: 'notMet' },
          { id: 'M6', state: 'met' },
        ],
      }),
    ]),
    BY_CODE,
    TODAY,
  ).rows
  const state = (gate: string) => row?.cells.find((cell) => cell.gate === gate)?.state
  expect([state('S2'), state('S4'), state('M6'), state('S1')]).toEqual([
    'notMet',
    'undetermined',
    'met',
    null,
  ])
})

test('arrow keys move one cell and stop at the edge', () => {
  const size = { rows: 2, columns: 3 }
  expect(moveIn({ row: 0, column: 0 }, 'ArrowRight', size)).toEqual({ row: 0, column: 1 })
  expect(moveIn({ row: 0, column: 0 }, 'ArrowUp', size)).toEqual({ row: 0, column: 0 })
  expect(moveIn({ row: 1, column: 1 }, 'End', size)).toEqual({ row: 1, column: 2 })
  expect(moveIn({ row: 1, column: 1 }, 'a', size)).toBeNull()
})

describe('by what needs attention', () => {
  const order = (items: VillageOverview[]) =>
    overviewView(given(items), { onlyNotMet: false, order: 'attention' }, TODAY).rows.map(({ code }) => code)

  test('more late work first, then more that is not met, and of equals the official order', () => {
    const two: Partial<VillageOverview> = {
      standards: [
        { id: 'S2', state: 'notMet' },
        { id: 'S3', state: 'notMet' },
      ],
    }
    expect(
      order([
        village('441581990201', met),
        village('441581990202'),
        village('441581990203', two),
        village('441581990204', { overdue: 9 }),
        village('441581990205'),
      ]),
    ).toEqual(['441581990204', '441581990203', '441581990202', '441581990205', '441581990201'])
  })
})

describe('a county', () => {
  const items = [
    village('441581105201', met),
    village('441581105202'),
    village('441581990201', { standards: [], parts: [] }),
  ]
  const { rows } = overviewView(given(items), BY_CODE, TODAY)
  const groups = byTown(rows, (code) => (code === '441581105' ? '博美镇' : undefined))

  test('villages stand under their towns, whose rows sum them up; a name not known yet is the code', () => {
    expect(groups.map(({ name, counts, overdue }) => [name, counts, overdue])).toEqual([
      ['博美镇', '2个村 · 1个有未达标', 2],
      ['441581990', '1个村 · 1个待判定', 2],
    ])
    const cell = (at: number, gate: string) => groups[at]?.cells.find((one) => one.gate === gate)
    expect(cell(0, 'S2')).toMatchObject({
      state: 'notMet',
      text: '1',
      label: expect.stringMatching(/^博美镇，.+，2个村里1个未达标$/),
    })
    expect(cell(0, 'S7')).toMatchObject({ state: 'met', text: '' })
    expect(cell(1, 'S7')).toMatchObject({ state: 'undetermined', text: '1' })
  })

  test('towns are folded until one asks for their villages; a single town is not', () => {
    const kinds = (unfolded: string[]) => gridLines(groups, new Set(unfolded)).map(({ kind }) => kind)
    expect(kinds([])).toEqual(['town', 'town'])
    expect(kinds(['441581105'])).toEqual(['town', 'village', 'village', 'town'])
    expect(gridLines(groups.slice(0, 1), new Set()).map(({ kind }) => kind)).toEqual(['village', 'village'])
  })
})
