import type { OutboxEntry, OutboxState } from '@/shared/outbox'
import { contentLine, fileNameOf, handedInLine, MOST_PHOTO_BYTES, MOST_RECORDS, planOf } from './view-model'

const entry = (sequence: number, state: OutboxState, over: Partial<OutboxEntry> = {}): OutboxEntry => ({
  key: `r${sequence}.1`,
  recordId: `r${sequence}`,
  kind: 'publicity-activity',
  schemaVersion: 1,
  areaCode: '441581990201',
  subjectId: '441581990201',
  revision: 1,
  occurredOn: '2026-11-20',
  payload: {},
  state,
  sequence,
  updatedAt: 0,
  attempts: 0,
  ...over,
})
const kept = (...photos: { id: string; bytes: number; problem?: string }[]) =>
  new Map(photos.map((photo) => [photo.id, photo]))
const withPhotos = (sequence: number, photos: string[]) => entry(sequence, 'queued', { payload: { photos } })

test('takes what waits, the oldest first; drafts, returned and received records stay', () => {
  const states: OutboxState[] = ['accepted', 'queued', 'draft', 'sending', 'returned', 'conflict']
  const entries = states.map((state, index) => entry(10 - index, state))
  expect(planOf(entries, kept()).entries.map(({ state }) => state)).toEqual(['sending', 'queued'])
})

test('one file holds as many records as the server takes at once', () => {
  const entries = Array.from({ length: MOST_RECORDS + 1 }, (_, index) => entry(index, 'queued'))
  expect(planOf(entries, kept()).entries).toHaveLength(MOST_RECORDS)
})

test('takes the photos that find room, and counts those that do not', () => {
  const entries = [withPhotos(1, ['a', 'big']), withPhotos(2, ['b', 'gone', 'refused'])]
  const plan = planOf(
    entries,
    kept(
      { id: 'a', bytes: 400_000 },
      { id: 'big', bytes: MOST_PHOTO_BYTES },
      { id: 'b', bytes: 300_000 },
      { id: 'refused', bytes: 1, problem: '不是照片' },
    ),
  )
  expect(plan.photos.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(plan.photosLeft).toBe(1)
  expect(contentLine(plan, 712_345)).toBe('2 条记录，2 张照片，共 696 KB')
  expect(contentLine({ ...plan, photos: [] }, 3_400_000)).toBe('2 条记录，共 3.2 MB')
})

test('the name of the file says nothing about anybody', () => {
  expect(fileNameOf('2026-11-28', '14:05')).toBe('交镇禁毒办-20261128-1405.age')
})

test('says when everything that waits has left in a file already, and not while something has not', () => {
  const at = Date.parse('2026-11-28T06:05:00.000Z')
  const given = entry(1, 'queued', { handedInAt: at })
  expect(handedInLine([given], '2026-11-28')).toMatch(/已交过文件/)
  expect(handedInLine([given, entry(2, 'queued')], '2026-11-28')).toBeNull()
  expect(handedInLine([{ ...given, state: 'accepted' }], '2026-11-28')).toBeNull()
})
