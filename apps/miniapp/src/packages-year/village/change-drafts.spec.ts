import { memoryStore } from '../../../test/support/memory-store'
import { createChangeDrafts } from './change-drafts'

const submitted = {
  areaCode: '441581990201',
  year: 2026,
  state: 'submitted' as const,
  rounds: [{}] as never[],
  freezes: [],
}
const change = { item: 'A1.group' as const, points: 300, reason: '缺一名成员' }

test('记下要改的分，离开再回来还在，每个村、每个账号各记各的', () => {
  const store = memoryStore()
  createChangeDrafts(store).write('wang', submitted, [change])
  const drafts = createChangeDrafts(store)
  expect(drafts.read('wang', submitted)).toEqual([change])
  expect(drafts.read('liu', submitted)).toBeNull()
  expect(drafts.read('wang', { ...submitted, areaCode: '441581990202' })).toBeNull()
  expect(drafts.read('wang', { ...submitted, year: 2025 })).toBeNull()
})

test('办了一步或者村里重新交了，记下的就不再算', () => {
  const store = memoryStore()
  const drafts = createChangeDrafts(store)
  drafts.write('wang', submitted, [change])
  drafts.dropPast('wang', submitted)
  expect(drafts.read('wang', submitted)).toEqual([change])
  const again = { ...submitted, rounds: [{}, {}] as never[] }
  expect(drafts.read('wang', again)).toBeNull()
  drafts.dropPast('wang', again)
  expect([...store.texts.keys()]).toEqual([])
})
