import type { BankHead } from '@/shared/api'
import { bankRow, countLine, drawnLine, filterLine, withChoice } from './view-model'

const head: BankHead = {
  id: 'q001',
  version: 1,
  state: 'awaiting',
  stem: '禁毒工作的方针是：',
  audience: ['public', 'student'],
  topic: 'law',
  type: 'single',
  drawnVersion: 1,
  own: false,
}

test('a row says what a question is about, for whom, and whether it is asked', () => {
  expect(bankRow(head)).toMatchObject({
    word: '待审核',
    note: 'q001 · 禁毒法律常识 · 单选 · 本村群众、学生 · 系统自带，审核前也在用',
  })
})

test('the version that is asked is named where it is not the newest', () => {
  expect(drawnLine('awaiting', 2, 1)).toBe('答题用第1版')
  expect(drawnLine('reviewed', 2, 2)).toBe('答题用这一版')
  expect(drawnLine('returned', 1, null)).toBe('现在不考这道题')
})

test('choosing everything takes a filter away', () => {
  const filter = withChoice(withChoice({}, 'topic', 'venue'), 'state', 'awaiting')
  expect(filter).toEqual({ topic: 'venue', state: 'awaiting' })
  expect(withChoice(filter, 'topic', '')).toEqual({ state: 'awaiting' })
  expect(filterLine({ ...filter, text: '包厢' })).toBe('待审核 · 娱乐场所 · “包厢”')
  expect(filterLine({})).toBe('')
})

test('how many there are, and in which states', () => {
  const list = { items: [], total: 92, page: 1, pageSize: 50 }
  expect(countLine({ ...list, states: [{ state: 'awaiting', count: 92 }] })).toBe('共 92 道题、待审核 92 道')
})
