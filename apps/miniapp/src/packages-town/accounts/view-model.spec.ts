import type { AppointmentItem } from '@/shared/api'
import { accountRow } from './view-model'

const item: AppointmentItem = {
  id: 'x',
  accountId: 'a',
  name: '林某',
  role: 'village-secretary',
  areaCode: '441581990201',
  subjectId: null,
  subjectName: null,
  areaName: '示范村A',
  from: '2026-01-01',
  to: null,
  endedAt: null,
  bound: false,
}
const TODAY = '2026-11-23'

test('a post that stands', () => {
  expect(accountRow(item, TODAY)).toEqual({
    id: 'x',
    who: '林某',
    post: '示范村A · 村书记',
    note: '1月1日起 · 未绑定微信',
    open: true,
  })
})

test('a post is over once ended, and after its last day, not on it', () => {
  expect(accountRow({ ...item, endedAt: '2026-11-20T02:00:00.000Z' }, TODAY)).toMatchObject({
    open: false,
    note: '11月20日结束',
  })
  expect(accountRow({ ...item, to: TODAY }, TODAY).open).toBe(true)
  expect(accountRow({ ...item, to: '2026-11-22' }, TODAY).open).toBe(false)
})
