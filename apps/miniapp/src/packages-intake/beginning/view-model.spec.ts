import { onboarding, type Role } from '@dfv/rules'
import { recordableKinds } from '@/shared/village'
import { registered, VILLAGE } from '../../../test/support/village'
import { stepRows } from './view-model'

const asOf = '2026-11-23'
const ledger = (records = registered('p1')) => ({
  format: 'village-ledger@1' as const,
  areaCode: VILLAGE,
  startOn: '2026-10-08',
  ledgerVersion: records.length,
  records,
})
const TABLES = [
  { id: 'persons', title: '人员名册' },
  { id: 'talks', title: '谈话台账' },
]
const recordableBy = (role: Role) => recordableKinds(role).map(({ kind }) => kind)
const rowsOf = (
  role: 'village-secretary' | 'case-worker' | 'town-office',
  records = registered('p1'),
  recordable = recordableBy(role),
) => {
  const { steps } = onboarding(ledger(records), { asOf })
  return stepRows({ steps }, { role, recordable }, TABLES, { asOf, nameOf: () => '示范A-01' })
}
const rowOf = (
  id: string,
  role: Parameters<typeof rowsOf>[0] = 'village-secretary',
  records = registered('p1'),
) => rowsOf(role, records).find((row) => row.id === id)

test('what is open comes first; what is done says so and asks nothing', () => {
  const states = rowsOf('village-secretary').map(({ chip }) => chip.state)
  expect(states).toEqual([...states].sort((a, b) => Number(a === 'met') - Number(b === 'met')))
  expect(rowOf('statuses')).toMatchObject({
    chip: { state: 'met', text: '齐了' },
    how: '',
    missing: [],
    table: null,
  })
})

test('a step with a table this role may fill leads there; one with a record of the village leads to its form', () => {
  expect(rowOf('pastTalks')).toMatchObject({ chip: { state: 'due' }, table: 'talks', kind: 'past-evidence' })
  expect(rowOf('roster')).toMatchObject({ table: 'persons', kind: 'roster-confirmation' })
  expect(rowOf('roster', 'case-worker')).toMatchObject({ kind: null })
})

test('a record that the county does not have kept is not led to', () => {
  const others = recordableBy('village-secretary').filter((kind) => kind !== 'past-evidence')
  const row = rowsOf('village-secretary', registered('p1'), others).find(({ id }) => id === 'pastTalks')
  expect(row).toMatchObject({ table: 'talks', kind: null })
})

test('what another office does is named, and offered to nobody else', () => {
  expect(rowOf('abstinence')).toMatchObject({
    table: null,
    kind: null,
    how: expect.stringContaining('镇禁毒办'),
  })
})

test('what is missing is told by code, never by name', () => {
  const row = rowOf('pastTalks')
  expect(row?.missing.length).toBe(4)
  for (const text of row?.missing ?? []) expect(text).toContain('示范A-01')
})

test('what waits for review is not asked for again', () => {
  const [registration, status] = registered('p1')
  const waiting = [registration!, { ...status!, reviewState: 'pending' as const }]
  expect(rowOf('statuses', 'village-secretary', waiting)).toMatchObject({
    chip: { state: 'review', text: '等审核' },
    table: null,
  })
})
