import type { PledgeHead } from '@/shared/api'
import { pledgeRows } from './view-model'

const head = (id: string, given: Partial<PledgeHead> = {}): PledgeHead => ({
  id,
  title: '示范村A2026年禁毒责任状',
  level: 'town-village',
  year: 2026,
  state: 'to-sign',
  dueOn: '2026-11-30',
  areaName: '示范村A',
  ...given,
})

test('what is to be signed comes first, by its day', () => {
  const rows = pledgeRows(
    [
      head('b'),
      head('done', { state: 'sealed', sealedAt: '2026-11-22T06:20:00.000Z' }),
      head('a', { dueOn: '2026-11-25' }),
    ],
    '2026-11-23',
  )
  expect(rows.open.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(rows.open[0]?.note).toBe('示范村A · 请在11月25日前签')
  expect(rows.done[0]?.note).toBe('示范村A · 11月22日 已封存')
})

test('nothing is called signed before it is sealed', () => {
  const [row] = pledgeRows([head('a', { state: 'signed-pending-seal' })], '2026-11-23').done
  expect(row?.state).toBe('正在封存')
  expect(row?.note).not.toContain('已签')
})
