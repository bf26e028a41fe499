import type { MissingPledge } from '@/shared/api'
import { isWhole, levelRow, missingRows } from './view-model'

const level = {
  level: 'village-grid-worker' as const,
  required: 4,
  signed: 1,
  overdue: 1,
  declined: 1,
  vacant: 1,
}

test('a level says how many have signed and what keeps the others', () => {
  expect(levelRow(level)).toMatchObject({ title: '村和网格员', whole: false })
  for (const part of ['已签1份，应签4份', '过期1份', '不签1份', '没有人任职或没开账号1处'])
    expect(levelRow(level).note).toContain(part)
  const whole = { ...level, signed: 4, overdue: 0, declined: 0, vacant: 0 }
  expect(levelRow(whole)).toMatchObject({ note: '已签4份，应签4份', whole: true })
  const village = { areaCode: '441581990201', name: '示范村A', households: { signed: 0, size: 0 } }
  expect(isWhole({ ...village, levels: [whole, level] })).toBe(false)
  expect(isWhole({ ...village, levels: [whole] })).toBe(true)
})

test('who is missing is told by place and post, an official by name, what is overdue first', () => {
  const items: MissingPledge[] = [
    {
      level: 'village-venue',
      areaCode: '441581990201',
      place: '示范旅馆',
      roleLabel: '场所负责人',
      state: 'to-sign',
      dueOn: '2026-12-23',
      isOverdue: false,
    },
    {
      level: 'town-village',
      areaCode: '441581990201',
      place: '示范村A',
      roleLabel: '村书记',
      officialName: '陈演书',
      state: 'declined',
      dueOn: '2026-11-20',
      reason: '网格边界还没划清',
      isOverdue: true,
    },
  ]
  const rows = missingRows(items, '2026-11-23')
  expect(rows.map(({ title, overdue }) => [title, overdue])).toEqual([
    [expect.stringContaining('陈演书'), true],
    [expect.stringContaining('场所负责人'), false],
  ])
  for (const part of ['已说明不签', '网格边界还没划清']) expect(rows[0]?.note).toContain(part)
  expect(rows[1]?.note).toContain('应在12月23日前签')
})
