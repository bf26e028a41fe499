import type { PendingRecord } from '@/shared/api'
import { reasonOf, waitingRow } from './waiting'

const record: PendingRecord = {
  id: 'r1',
  revision: 1,
  kind: 'relapse',
  schemaVersion: 1,
  areaCode: '441581990201',
  subjectId: 'p1',
  occurredOn: '2026-11-20',
  receivedAt: '2026-11-21T01:10:00.000Z',
  reviewState: 'pending',
  receiptNo: '0190-7C3K',
  submittedBy: { accountId: 'a', role: 'case-worker' },
  payload: {},
  subjectCode: '示范A-07',
  own: false,
  remarks: 0,
}

test('what waits is told by code, village and days, never by name', () => {
  const card = waitingRow(record, '示范村A', '2026-11-23')
  expect(card.where).toBe('示范村A · 示范A-07')
  expect(card.facts).toEqual(['11月20日', '专干 11月21日 09:10', '等了2天'])
})

test('says when the two sides have spoken about it', () => {
  expect(waitingRow({ ...record, remarks: 2 }, '示范村A', '2026-11-23').facts).toContain('留言 2 条')
})

test('a request to declare a record void says so', () => {
  expect(waitingRow({ ...record, void: true }, '示范村A', '2026-11-23').title).toMatch(/^作废：/)
})

test('a reason is a preset, or words of one’s own', () => {
  expect(reasonOf({ preset: '日期不对', other: '' })).toBe('日期不对')
  expect(reasonOf({ preset: '其他原因', other: ' 少一页 ' })).toBe('少一页')
  expect(reasonOf({ preset: '其他原因', other: ' ' })).toBeNull()
  expect(reasonOf({ preset: null, other: '' })).toBeNull()
})
