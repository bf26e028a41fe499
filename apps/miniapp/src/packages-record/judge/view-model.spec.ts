import type { PendingRecord } from '@/shared/api'
import { onDesk, reviewCard } from './view-model'

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
  payload: { foundOn: '2026-11-20', usedOn: '2026-11-18' },
  subjectCode: '示范A-07',
  own: false,
  remarks: 0,
}

test('who decides reads the answers first', () => {
  const { answers } = reviewCard(record, '示范村A', '2026-11-23')
  expect(answers.map(({ name, value }) => `${name} ${value}`)).toEqual([
    '认定日期 11月20日',
    '使用日期 11月18日',
  ])
})

test('a request to declare a record void says what it does', () => {
  const card = reviewCard({ ...record, void: true }, '示范村A', '2026-11-23')
  expect(card.effect).toContain('作废')
  expect(reviewCard(record, '示范村A', '2026-11-23').effect).toContain('计入')
})

test('after a decision the next record that is not one’s own lies on the desk', () => {
  const own = { ...record, id: 'r2', own: true }
  const next = { ...record, id: 'r3' }
  expect(onDesk([own, record, next], 'r2')).toBe(own)
  expect(onDesk([own, next], 'r1')).toBe(next)
  expect(onDesk([own], 'r1')).toBeUndefined()
})
