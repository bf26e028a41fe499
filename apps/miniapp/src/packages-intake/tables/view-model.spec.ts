import type { UploadedTable } from '@/shared/api'
import { countLines, hasWork, issueLines, previewLines } from './view-model'

const none = { rows: 0, new: 0, changed: 0, same: 0, voided: 0, registered: 0, waiting: 0 }
const counts = (given: Partial<UploadedTable['counts']>) => ({
  sheet: 'persons',
  counts: { ...none, ...given },
})

test('says what would be written, and nothing of a count that is none', () => {
  expect(countLines(counts({ rows: 3, new: 5, registered: 3, waiting: 2 }))).toEqual([
    '新登记 3 人',
    '新记 5 条',
    '2 条要等另一个人审核后才计入',
  ])
  expect(countLines(counts({ changed: 1, same: 4 }))).toEqual(['改正 1 条', '早已记过 4 条，不再记'])
})

test('a table that brings nothing new says so, and is not confirmed', () => {
  expect(countLines(counts({ same: 4 }))[0]).toBe('都已经记过，没有要写的。')
  expect(hasWork(counts({ same: 4, voided: 1 }))).toBe(false)
  expect(hasWork(counts({ changed: 1 }))).toBe(true)
})

test('an issue names its row, and its column where there is one', () => {
  const issues = [
    { row: 5, heading: '性别', text: '请选择性别' },
    { row: 7, heading: null, text: '这一行还标着“示例”' },
  ]
  expect(issueLines({ issues }).map(({ where }) => where)).toEqual(['第5行 性别', '第7行'])
})

test('a row of the preview is one line', () => {
  const preview = [
    {
      row: 5,
      action: 'changed' as const,
      cells: [
        { heading: '姓名', text: '赵*' },
        { heading: '电话', text: '已填' },
      ],
    },
  ]
  expect(previewLines({ preview })).toEqual([{ row: '第5行', action: '改正', text: '姓名：赵*；电话：已填' }])
})
