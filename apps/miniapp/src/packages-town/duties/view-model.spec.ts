import type { AreaDuty } from '@/shared/api'
import { entry } from '../../../test/support/village'
import { countedBy, EVERYTHING, filterOf, ownDuties, withoutDone } from './view-model'

const TODAY = '2026-11-23'
const duty = (id: string, given: Partial<AreaDuty> = {}): AreaDuty => ({
  id,
  areaCode: '441581990203',
  kind: 'test-outcome',
  subjectId: 'p1',
  period: 'test-1',
  opensOn: '2026-11-10',
  dueOn: '2026-11-20',
  owedBy: 'police',
  settledBy: 'test-outcome',
  part: 'S2.relapse',
  mendableAfterDue: true,
  assignee: null,
  explanation: null,
  ...given,
})
const names = {
  codeOf: (id: string) => (id === 'p1' ? '示范C-01' : undefined),
  villageOf: (code: string) => (code === '441581990203' ? '示范村C' : undefined),
}

test('a row says what, about whom, where and until when, and opens the form for that village', () => {
  const [own] = ownDuties([duty('d')], TODAY, 'police', names)
  expect(own?.row).toMatchObject({
    title: expect.stringContaining('示范C-01'),
    note: '示范村C · 11月20日到期',
    chip: { state: 'overdue', text: '逾期3天' },
    action: '记录',
  })
  expect(own?.target).toEqual({
    kind: 'test-outcome',
    areaCode: '441581990203',
    subjectId: 'p1',
    dutyId: 'd',
    period: 'test-1',
  })
})

test('the order of the server stays: first due first, whatever the village', () => {
  const items = [duty('a', { areaCode: '441581990208' }), duty('b')]
  expect(ownDuties(items, TODAY, 'police', names).map(({ row }) => row.duty.id)).toEqual(['a', 'b'])
})

test('work without a form of its own stays on the list: the count and the list agree', () => {
  const items = [duty('a', { kind: 'retirement', settledBy: null, owedBy: 'town-office' })]
  expect(ownDuties(items, TODAY, 'town-office', names)).toEqual([expect.objectContaining({ target: null })])
})

test('what this phone has just recorded is done; a draft, or a record the server did not take, is not', () => {
  const left = (state: 'queued' | 'accepted' | 'draft' | 'returned', secondsAgo = 5) => {
    const made = { areaCode: '441581990203', dutyId: 'a', updatedAt: 1_000_000, state }
    const items = [duty('a'), duty('b')]
    return withoutDone(items, [entry('test-outcome', 'p1', made)], 1_000_000 + secondsAgo * 1_000).length
  }
  expect(left('queued', 86_400)).toBe(1)
  expect(left('accepted')).toBe(1)
  // By then the server has struck it off, or asks again because the record was sent back.
  expect(left('accepted', 61)).toBe(2)
  expect(left('draft')).toBe(2)
  expect(left('returned')).toBe(2)
})

test('what was handed to somebody is his to record; what is explained says why', () => {
  const items = [
    duty('a', {
      assignee: { accountId: 'x', name: '林', isMe: true },
      explanation: { reason: 'weather', text: '台风、暴雨等天气，办不成', untilOn: '2026-11-30' },
    }),
    duty('b', { assignee: { accountId: 'y', name: '陈', isMe: false } }),
  ]
  const [mine, theirs] = ownDuties(items, TODAY, 'grid-worker', names)
  expect(mine?.target).not.toBeNull()
  expect(mine?.row.note).toContain('交给您办的 · 原因：台风、暴雨等天气，办不成')
  expect(theirs?.target).toBeNull()
  expect(theirs?.row.note).toContain('已交给陈')
})

test('what was chosen becomes days; nothing chosen, nothing is asked for', () => {
  expect(filterOf(EVERYTHING, TODAY)).toEqual({ of: 'own' })
  expect(filterOf({ ...EVERYTHING, due: 'overdue' }, TODAY)).toEqual({ of: 'own', dueTo: '2026-11-22' })
  expect(filterOf({ ...EVERYTHING, of: 'area', due: 'month', kind: 'talk' }, TODAY)).toEqual({
    of: 'area',
    kind: 'talk',
    dueFrom: TODAY,
    dueTo: '2026-11-30',
  })
})

test('kinds and roles are offered with how much of each there is', () => {
  const counts = [
    { kind: 'talk', owedBy: 'case-worker' as const, open: 2, overdue: 1 },
    { kind: 'talk', owedBy: 'police' as const, open: 1, overdue: 0 },
  ]
  expect(countedBy('kind', counts)).toEqual([
    { value: '', label: '全部' },
    { value: 'talk', label: '谈话 3件，过期1件' },
  ])
  expect(countedBy('owedBy', counts)).toHaveLength(3)
})
