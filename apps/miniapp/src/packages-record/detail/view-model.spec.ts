import type { RecordWithRevisions, Remark } from '@/shared/api'
import { detailOf, mayRemark } from './view-model'

const remark = (id: string, at: string, over: Partial<Remark> = {}): Remark => ({
  id,
  revision: 1,
  by: { accountId: 'office', role: 'town-office' },
  at,
  text: '是哪一天？',
  ...over,
})
const record = (over: Partial<RecordWithRevisions> = {}): RecordWithRevisions => {
  const first = {
    revision: 1,
    schemaVersion: 1,
    occurredOn: '2026-11-20',
    receivedAt: '2026-11-21T01:10:00.000Z',
    submittedBy: { accountId: 'writer', role: 'case-worker' as const },
    reviewState: 'pending' as const,
    payload: {},
  }
  return {
    ...first,
    id: 'r1',
    kind: 'person-status',
    areaCode: '441581990201',
    subjectId: 'p1',
    receiptNo: '0190-7C3K',
    revisions: [first],
    attachments: [],
    remarks: [],
    ...over,
  }
}
const detail = (of: RecordWithRevisions) =>
  detailOf(of, '2026-11-23', String, (id) => (id === 'office' ? '王示镇' : undefined))

test('what was said stands in the history with who and when, the newest first', () => {
  const { history } = detail(
    record({
      remarks: [
        remark('m1', '2026-11-22T02:00:00.000Z'),
        remark('m2', '2026-11-22T03:30:00.000Z', {
          by: { accountId: 'writer', role: 'case-worker' },
          text: '11月1日。',
        }),
      ],
    }),
  )
  expect(history.map(({ line, changes }) => [line, ...changes])).toEqual([
    ['留言 · 11月22日 11:30 · 专干', '11月1日。'],
    ['留言 · 11月22日 10:00 · 王示镇 镇禁毒办', '是哪一天？'],
    ['第1次提交 · 11月21日 09:10 · 专干'],
  ])
})

test('a record that nobody has changed or spoken about has no history', () => {
  expect(detail(record()).history).toEqual([])
})

test('of an erased person it is told that something was said, not what', () => {
  const { text: _, ...erased } = remark('m1', '2026-11-22T02:00:00.000Z')
  expect(detail(record({ remarks: [erased] })).history[0]?.changes).toEqual(['内容已随这个人的资料删除。'])
})

test('those who settle the review and those who may send the record anew may speak, while it goes on', () => {
  const may = (role: Parameters<typeof mayRemark>[1]['role'], accountId = 'somebody', of = record()) =>
    mayRemark(of, { role, accountId })
  expect(may('town-office')).toBe(true)
  expect(may('police')).toBe(true)
  expect(may('village-secretary')).toBe(true)
  expect(may('case-worker', 'writer')).toBe(true)
  expect(may('case-worker')).toBe(false)
  expect(may('grid-worker')).toBe(false)
  expect(may(null)).toBe(false)
  expect(may('town-office', 'x', record({ reviewState: 'returned' }))).toBe(true)
  for (const reviewState of ['accepted', 'voided'] as const)
    expect(may('town-office', 'x', record({ reviewState }))).toBe(false)
})
