import type { AreaDuty, Colleague } from '@/shared/api'
import { explaining, mayArrange, takers } from './view-model'

const duty = (over: Partial<AreaDuty> = {}): AreaDuty =>
  ({
    kind: 'talk',
    owedBy: 'case-worker',
    settledBy: 'talk',
    assignee: null,
    explanation: null,
    ...over,
  }) as AreaDuty
const colleague = (accountId: string, role: Colleague['role']): Colleague => ({
  accountId,
  name: accountId,
  role,
})
const all = [
  colleague('lin', 'case-worker'),
  colleague('chen', 'grid-worker'),
  colleague('wu', 'venue-manager'),
  colleague('he', 'village-secretary'),
]

test('goes to colleagues who may record it, never to oneself or to who has it', () => {
  expect(takers(duty(), all, 'lin').map(({ name }) => name)).toEqual(['chen', 'he'])
  const assignee = { accountId: 'chen', name: 'chen', isMe: false }
  expect(takers(duty({ assignee }), all, 'lin').map(({ name }) => name)).toEqual(['he'])
})

test('a report to the police stays where the law puts it', () => {
  expect(takers(duty({ kind: 'police-report' }), all, 'he').map(({ name }) => name)).toEqual(['lin'])
})

test('is arranged by who owes it, has it, or answers for all', () => {
  expect(mayArrange('case-worker', duty())).toBe(true)
  expect(mayArrange('grid-worker', duty())).toBe(false)
  expect(mayArrange('grid-worker', duty({ assignee: { accountId: 'a', name: '', isMe: true } }))).toBe(true)
  expect(mayArrange('village-secretary', duty())).toBe(true)
})

test('about a person the facts come first; a document is not explained away', () => {
  expect(explaining('talk')?.facts.map(({ label }) => label)).toEqual(['状态变动', '请假', '转出申请'])
  expect(explaining('publicity')?.facts).toEqual([])
  expect(explaining('document')).toBeNull()
})
