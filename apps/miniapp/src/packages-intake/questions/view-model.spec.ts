import type { UploadedQuestions } from '@/shared/api'
import { countLines, hasWork, previewLines } from '../tables/view-model'
import { shownTable } from './view-model'

const uploaded: UploadedQuestions = {
  id: 'u1',
  state: 'ready',
  expiresAt: '2026-11-23T07:00:00.000Z',
  counts: { rows: 4, new: 1, changed: 2, same: 1 },
  unread: [],
  issues: [],
  issueCount: 0,
  preview: [{ row: 4, action: 'changed', id: 'q001', stem: '禁毒工作的方针是：' }],
}

test('everything that would be written waits for a second person', () => {
  expect(countLines(shownTable(uploaded))).toEqual([
    '新记 1 条',
    '改正 2 条',
    '早已记过 1 条，不再记',
    '3 条要等另一个人审核后才计入',
  ])
  expect(previewLines(shownTable(uploaded))).toEqual([
    { row: '第4行', action: '改正', text: '题干：禁毒工作的方针是：' },
  ])
})

test('a table that changes nothing is not confirmed', () => {
  const same = { ...uploaded, counts: { rows: 1, new: 0, changed: 0, same: 1 } }
  expect(hasWork(shownTable(same))).toBe(false)
})
