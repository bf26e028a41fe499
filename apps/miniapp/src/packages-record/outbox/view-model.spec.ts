import type { OutboxEntry, OutboxState } from '@/shared/outbox'
import { groupsOf, leadOf, noteOf } from './view-model'

let sequence = 0
const entry = (state: OutboxState, extra: Partial<OutboxEntry> = {}): OutboxEntry => {
  sequence += 1
  return {
    key: `r${sequence}.1`,
    recordId: `r${sequence}`,
    kind: 'talk',
    schemaVersion: 1,
    areaCode: '441581990201',
    subjectId: 'p1',
    revision: 1,
    occurredOn: '2026-11-20',
    payload: {},
    state,
    sequence,
    updatedAt: Date.parse('2026-11-23T06:06:00Z'),
    attempts: 0,
    ...extra,
  }
}
const all = (['draft', 'queued', 'sending', 'accepted', 'returned', 'conflict'] as const).map((state) =>
  entry(state),
)

test('every record stands in one group, the newest first', () => {
  const groups = groupsOf(all)
  expect(Object.values(groups).flat()).toHaveLength(all.length)
  expect(groups.waiting.map(({ state }) => state)).toEqual(['sending', 'queued'])
})

test('the head says what will happen', () => {
  const facts = { online: true, needsSignIn: false, photos: 0 }
  expect(leadOf(groupsOf([]), facts)).toBe('都发出去了。')
  expect(leadOf(groupsOf([entry('queued')]), { ...facts, online: false })).toMatch(/1 条没发出/)
  expect(leadOf(groupsOf([entry('sending')]), facts)).toBe('正在发 1 条')
  expect(leadOf(groupsOf([entry('queued')]), { ...facts, needsSignIn: true })).toMatch(/重新登录/)
})

test('photos that follow are told apart from records that wait', () => {
  const facts = { online: true, needsSignIn: false, photos: 2 }
  expect(leadOf(groupsOf([entry('accepted')]), facts)).toBe('记录都发出去了，照片还有 2 张在传。')
  expect(leadOf(groupsOf([entry('accepted')]), { ...facts, needsSignIn: true })).toMatch(/重新登录/)
  expect(leadOf(groupsOf([entry('queued')]), facts)).toMatch(/1 条没发出/)
})

test('a record that came back says why, without a test result', () => {
  const returned = entry('returned', {
    problem: { code: 'INVALID', title: '有1处要改', errors: [{ field: 'reagentBatch', text: '批号没填' }] },
  })
  expect(noteOf(returned, '2026-11-23')).toBe('被退回：批号没填')
  expect(
    noteOf(entry('conflict', { problem: { code: 'RECORD_CONFLICT', title: '', errors: [] } }), '2026-11-23'),
  ).toMatch(/^要合并：/)
  expect(noteOf(entry('queued'), '2026-11-23')).toBe('未发出　今天 14:06')
})

test('a record that left in a file says so, and that the server has not confirmed it yet', () => {
  const handedInAt = Date.parse('2026-11-23T07:00:00Z')
  expect(noteOf(entry('queued', { handedInAt }), '2026-11-23')).toBe('未发出　今天 15:00已交文件，等系统确认')
  const accepted = entry('accepted', {
    handedInAt,
    receipt: { receiptNo: 'ABCD-EFGH', receivedAt: '', reviewState: 'accepted', revision: 1 },
  })
  expect(noteOf(accepted, '2026-11-23')).not.toContain('文件')
})
