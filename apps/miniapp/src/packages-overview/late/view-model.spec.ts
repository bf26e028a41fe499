import type { Overview, VillageOverview } from '@/shared/api'
import { lateView } from './view-model'

const village = (areaCode: string, late: VillageOverview['late']) => ({
  areaCode,
  name: `示范村${areaCode.slice(-1)}`,
  late,
})
const overview = {
  asOf: '2026-11-23',
  items: [
    village('441581990203', [{ kind: 'verification', count: 2, since: '2026-11-20' }]),
    village('441581990201', [
      { kind: 'talk', count: 1, since: '2026-10-31' },
      { kind: 'verification', count: 1, since: '2026-11-22' },
    ]),
    village('441581990202', []),
  ],
} as unknown as Overview

test('by village in the order of the codes, by kind the most first, with the days of the oldest', () => {
  const view = lateView(overview, null)
  expect(view.sum).toBe('逾期 4 件（2个村）')
  expect(view.villages.map(({ name, total }) => [name, total])).toEqual([
    ['示范村1', 2],
    ['示范村3', 2],
  ])
  expect(view.villages[0]?.lines[0]).toMatch(/谈话 1 件，最久23天$/)
  expect(view.kinds.map(({ kind, text }) => [kind, text])).toEqual([
    ['verification', '3 件 · 2个村'],
    ['talk', '1 件 · 1个村'],
  ])
})

test('one kind alone; the kinds to choose from stay', () => {
  const view = lateView(overview, 'talk')
  expect(view.sum).toBe('逾期 1 件（1个村）')
  expect(view.villages.map(({ lines }) => lines.length)).toEqual([1])
  expect(view.kinds).toHaveLength(2)
})

test('nothing late', () => {
  expect(lateView({ asOf: '2026-11-23', items: [] }, null)).toEqual({
    sum: '各村没有逾期工作。',
    kinds: [],
    villages: [],
  })
})
