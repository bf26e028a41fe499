import type { InboxItem } from '@/shared/api'
import { markRead, messageRow, targetOf } from './view-model'

const item: InboxItem = {
  id: 'n1',
  text: '您有1项工作将于11月30日到期',
  createdAt: '2026-11-23T01:00:00.000Z',
  readAt: null,
  target: 'record/r1',
  areaName: null,
}

test('a message leads to its place, an unknown one nowhere', () => {
  expect(targetOf('work')).toEqual({ to: 'work' })
  expect(targetOf('record/r1')).toEqual({ to: 'record', id: 'r1' })
  expect(targetOf('pledge/p1')).toEqual({ to: 'pledge', id: 'p1' })
  expect(targetOf('plaque/441581990201')).toEqual({ to: 'plaque', id: '441581990201' })
  expect(targetOf('duties')).toEqual({ to: 'duties' })
  expect(targetOf('years')).toEqual({ to: 'years' })
  expect(targetOf('year/441581990201/2026')).toEqual({ to: 'year', id: '441581990201/2026' })
  expect(targetOf('record/')).toBeNull()
  expect(targetOf('class/9')).toBeNull()
  expect(targetOf(null)).toBeNull()
})

test('unread is said in words, not by a dot alone', () => {
  expect(messageRow(item, '2026-11-23').label).toBe('未读，您有1项工作将于11月30日到期，今天 09:00')
  expect(messageRow({ ...item, readAt: '2026-11-23T02:00:00.000Z' }, '2026-11-23').label).not.toContain(
    '未读',
  )
})

test('whoever works for several villages is told which one it is about', () => {
  expect(messageRow({ ...item, areaName: '示范村D' }, '2026-11-23').when).toBe('示范村D · 今天 09:00')
})

test('reading one leaves the others unread', () => {
  const two = [item, { ...item, id: 'n2' }]
  expect(markRead(two, 'n2', 'now').map(({ readAt }) => readAt)).toEqual([null, 'now'])
  expect(markRead(two, null, 'now').every(({ readAt }) => readAt === 'now')).toBe(true)
})
