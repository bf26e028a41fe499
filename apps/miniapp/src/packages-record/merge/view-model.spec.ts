import { RECORD_KINDS } from '@dfv/rules'
import type { RecordOut, RecordWithRevisions } from '@/shared/api'
import type { OutboxEntry } from '@/shared/outbox'
import { baseOf, isAlreadyThere, mergedDraft, otherParty, planMerge, theirsOf, undecided } from './view-model'

const { talk } = RECORD_KINDS
const base = { occurredOn: '2026-11-20', place: 'home', found: 'yes', visitors: ['a', 'b'], note: '旧' }
const revision = (n: number, payload: Record<string, unknown>): RecordOut => ({
  id: 'r',
  revision: n,
  kind: 'talk',
  schemaVersion: 1,
  areaCode: '441581990201',
  subjectId: 'p1',
  occurredOn: '2026-11-20',
  receivedAt: '2026-11-20T06:00:00.000Z',
  reviewState: 'accepted',
  receiptNo: 'R',
  submittedBy: { accountId: 'chen', role: 'town-office' },
  payload,
})
const current: RecordWithRevisions = {
  ...revision(2, { ...base, place: 'village-office' }),
  revisions: [revision(1, base), revision(2, { ...base, place: 'village-office' })],
  attachments: [],
  remarks: [],
}
const entry: OutboxEntry = {
  key: 'r.2',
  recordId: 'r',
  kind: 'talk',
  schemaVersion: 1,
  areaCode: '441581990201',
  subjectId: 'p1',
  revision: 2,
  replaces: 1,
  occurredOn: '2026-11-20',
  payload: { ...base, note: '新' },
  state: 'conflict',
  sequence: 1,
  updatedAt: 0,
  attempts: 1,
}

test('changes to different fields come together without asking', () => {
  const plan = planMerge(talk, baseOf(entry, current), entry.payload, theirsOf(current))
  expect(plan.conflicts).toEqual([])
  expect(plan.automatic).toEqual(['place', 'note'])
  expect(plan.merged).toEqual({ ...base, place: 'village-office', note: '新' })
  expect(mergedDraft(talk, entry, current, plan, {})).toMatchObject({
    mustFill: false,
    draft: { recordId: 'r', revision: 3, replaces: 2, payload: { place: 'village-office', note: '新' } },
  })
})

test('photos that both added or took out come together without asking', () => {
  const with_ = (...photos: string[]) => ({ ...base, photos })
  const plan = planMerge(talk, with_('a', 'b'), with_('a', 'b', 'mine'), with_('b', 'theirs'))
  expect(plan.conflicts).toEqual([])
  expect(plan.merged.photos).toEqual(['b', 'theirs', 'mine'])
  expect(planMerge(talk, base, with_('mine'), base).merged.photos).toEqual(['mine'])
  expect(planMerge(talk, with_('a'), base, with_('a')).merged).not.toHaveProperty('photos')
})

test('the same field changed twice is asked, and nothing is chosen beforehand', () => {
  const mine = { ...base, place: 'phone' }
  const plan = planMerge(talk, base, mine, theirsOf(current))
  expect(plan.conflicts).toEqual([{ field: 'place', mine: 'phone', theirs: 'village-office' }])
  expect(undecided(plan, {})).toHaveLength(1)
  const choose = (place: 'mine' | 'theirs' | 'neither') => mergedDraft(talk, entry, current, plan, { place })
  expect(choose('mine').draft.payload.place).toBe('phone')
  expect(choose('theirs').draft.payload.place).toBe('village-office')
  expect(choose('neither')).toMatchObject({ mustFill: true })
  expect(choose('neither').draft.payload).not.toHaveProperty('place')
})

test('what one wrote and did not choose goes into the history, merge after merge', () => {
  const plan = planMerge(talk, base, { ...base, place: 'phone' }, theirsOf(current))
  const setAsideBy = (place: 'mine' | 'theirs' | 'neither', before: OutboxEntry = entry) =>
    mergedDraft(talk, before, current, plan, { place }).draft.setAside
  expect(setAsideBy('mine')).toBeUndefined()
  expect(setAsideBy('theirs')).toEqual({ place: ['phone'] })
  expect(setAsideBy('neither')).toEqual({ place: ['phone'] })
  const before = { ...entry, setAside: { place: ['home'], note: ['旧'] } }
  expect(setAsideBy('theirs', before)).toEqual({ place: ['home', 'phone'], note: ['旧'] })
  expect(setAsideBy('mine', before)).toEqual(before.setAside)
})

test('without a common beginning every difference is asked', () => {
  const plan = planMerge(talk, null, { ...base, note: '新' }, base)
  expect(plan.conflicts.map(({ field }) => field)).toEqual(['note'])
})

test('an answer one side took back stays away', () => {
  const { note: _, ...without } = base
  const plan = planMerge(talk, base, without, base)
  expect(plan.merged).not.toHaveProperty('note')
})

test('when both wrote the same, nothing is left to send', () => {
  const theirs = { ...base, place: 'phone' }
  expect(isAlreadyThere(entry, planMerge(talk, base, theirs, theirs), theirs)).toBe(true)
  expect(isAlreadyThere(entry, planMerge(talk, base, { ...base, note: '新' }, theirs), theirs)).toBe(false)
  const before = { ...entry, setAside: { place: ['home'] } }
  expect(isAlreadyThere(before, planMerge(talk, base, theirs, theirs), theirs)).toBe(false)
})

test('names who wrote last, not who wrote first', () => {
  const last = { ...revision(2, base), submittedBy: { accountId: 'lin', role: 'village-secretary' as const } }
  expect(otherParty({ ...current, revisions: [revision(1, base), last] }).accountId).toBe('lin')
})
