import type { Obligation, Scorecard } from '@dfv/rules'
import { standardRows, workView } from './view-model'

const TODAY = '2026-11-23'
const duty = (id: string, dueOn: string, given: Partial<Obligation> = {}): Obligation => ({
  id,
  kind: 'talk',
  subjectId: 'p1',
  period: '2026-C6',
  clause: { ref: '三(二)2', quote: '' },
  opensOn: '2026-11-01',
  dueOn,
  owedBy: 'case-worker',
  settledBy: 'talk',
  part: 'S2.talks',
  mendableAfterDue: false,
  ...given,
})
const wording = { asOf: TODAY, nameOf: (id: string) => (id === 'p1' ? '示范A-07' : undefined) }

test('late work first, then this week; the rest is a number', () => {
  const open = [
    duty('later', '2026-12-31'),
    duty('soon', '2026-11-30'),
    duty('late', '2026-11-20'),
    duty('notYet', '2026-11-25', { opensOn: '2026-11-24' }),
  ]
  const view = workView({ open, missed: [] }, wording, 'county-office')
  expect(view.overdue.map(({ id }) => id)).toEqual(['late'])
  expect(view.soon.map(({ id }) => id)).toEqual(['soon'])
  expect(view.later).toBe(1)
  expect(view.overdue[0]).toMatchObject({ due: '逾期3天', late: true })
})

test('a duty names the code, never a person, and the post that owes it, never its holder', () => {
  const [line] = workView({ open: [duty('d', '2026-11-23')], missed: [] }, wording, 'county-office').soon
  expect(line?.title).toBe('谈话 示范A-07 11—12月')
  expect(line?.note).toContain('由专干办')
})

test('what the own office owes comes with its button, also when it is due later', () => {
  const start = { kind: 'abstinence-start', settledBy: 'abstinence-start', owedBy: 'town-office' } as const
  const open = [
    duty('late', '2026-11-20', start),
    duty('later', '2026-12-31', start),
    duty('talk', '2026-12-31'),
  ]
  const town = workView({ open, missed: [] }, wording, 'town-office')
  expect(town.overdue[0]?.own).toMatchObject({
    title: '补起始日期 示范A-07',
    note: '11月20日到期',
    action: '记录',
  })
  expect(town.laterOwn.map(({ id }) => id)).toEqual(['later'])
  expect(town.later).toBe(1)
  // The police may make this record too, but it is asked of the town office.
  const police = workView({ open, missed: [] }, wording, 'police')
  expect(police.overdue[0]?.own).toBeNull()
  expect(police.later).toBe(2)
})

test('who may not see codes sees the work without them', () => {
  const [line] = workView(
    { open: [duty('d', '2026-11-23')], missed: [] },
    { asOf: TODAY },
    'county-office',
  ).soon
  expect(line?.title).not.toContain('示范A')
})

test('a closed window is told as a fact', () => {
  const missed = [
    {
      id: 'm',
      kind: 'talk',
      subjectId: 'p1',
      period: '2026-C5',
      closedOn: '2026-10-31',
      part: 'S2.talks',
    } as const,
  ]
  expect(workView({ open: [], missed }, wording, 'county-office').missed[0]).toContain('已不能补')
})

test('each standard with its parts and figures', () => {
  const scorecard = {
    standards: [{ id: 'S2', state: 'notMet', parts: ['S2.talks'] }],
    measures: [{ id: 'M1', state: 'met', parts: ['M1'] }],
    parts: [{ id: 'S2.talks', state: 'notMet', numerator: 52, denominator: 53 }],
  } as unknown as Scorecard
  expect(standardRows(scorecard)).toEqual([
    {
      id: 'S2',
      title: '第 2 条 帮教谈话检测',
      state: 'notMet',
      parts: [{ id: 'S2.talks', title: '谈话', figure: expect.stringContaining('52 / 53'), state: 'notMet' }],
    },
    { id: 'M1', title: expect.stringMatching(/^措施 1 /), state: 'met', parts: [] },
  ])
})
