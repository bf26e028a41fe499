import type { AreaDuty } from '@/shared/api'
import { entry } from '../../../test/support/village'
import { ownDuties, withoutDone } from './view-model'

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
