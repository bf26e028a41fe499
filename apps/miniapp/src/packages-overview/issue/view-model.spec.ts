import type { Obligation, Scorecard } from '@dfv/rules'
import { checkIssue, dutyChoices, partChoices } from './view-model'

const parts = [
  { id: 'S7', state: 'met' },
  { id: 'S8', state: 'undetermined' },
  { id: 'S2.talks', state: 'notMet' },
] as unknown as Scorecard['parts']
const duty = (id: string, dueOn: string) =>
  ({ id, kind: 'talk', subjectId: 'p1', period: '2026-C6', dueOn }) as unknown as Obligation

test('what can be asked for: late work, the longest first; parts that are not met, then those not judged', () => {
  const wording = { asOf: '2026-11-23', nameOf: () => '示范A-07' }
  const duties = dutyChoices(
    { open: [duty('b', '2026-11-20'), duty('a', '2026-10-31'), duty('c', '2026-11-30')] },
    wording,
  )
  expect(duties.map(({ about }) => about.id)).toEqual(['a', 'b'])
  expect(duties[0]?.label).toMatch(/示范A-07 .+ 逾期23天$/)
  expect(partChoices({ parts }).map(({ value }) => value)).toEqual(['part S2.talks', 'part S8'])
})

test('an order needs its object and its words', () => {
  const form = { about: null, text: ' ', dueOn: '2026-12-01' }
  expect(checkIssue(form, '写').map(({ field }) => field)).toEqual(['about', 'text'])
  expect(checkIssue({ ...form, about: { kind: 'part', id: 'S8' }, text: '请补' }, '写')).toEqual([])
})
