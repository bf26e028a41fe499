import { head, record, registered, talk, tested, village } from '../../../test/support/village'
import { gapView, type StepRow } from './view-model'

/** Two people with everything done up to the open cycle but a group, and one month without its activities. */
const place = village(
  [
    ...registered('p1'),
    ...registered('p2').filter(({ kind }) => kind !== 'support-group'),
    ...['p1', 'p2'].flatMap((id) =>
      ['01', '03', '05', '07', '09'].flatMap((month) => [
        talk(id, `2026-${month}-10`),
        tested(id, `2026-${month}-12`),
      ]),
    ),
    record('roster-confirmation', '441581990201', '2026-11-05', {
      confirmedOn: '2026-11-05',
      month: '2026-10',
      headcount: 2,
      correct: 'yes',
    }),
  ],
  [head('p1', '示范A-01'), head('p2', '示范A-02')],
)

const rowsOf = (role: Parameters<typeof gapView>[1]): StepRow[] =>
  gapView(place, role).sections.flatMap(({ rows }) => rows)
const rowOf = (title: string, role: Parameters<typeof gapView>[1] = 'village-secretary') =>
  rowsOf(role).find((row) => row.title === title)

test('the head says how many things bring how much, in plain words', () => {
  const { head: first, sentences } = gapView(place, 'village-secretary')
  expect(first).toMatch(/^做完这\d+件事，\d+项会变成达标，还有\d+项不能。$/)
  expect(sentences.join('')).toContain('已到期，越早越好')
})

test('a step says what to do, about whom, what it takes, what it brings, and how late it is', () => {
  expect(rowOf('给1人成立帮教小组')).toMatchObject({
    about: '示范A-02',
    note: '约1小时，上门1次',
    effect: '第2条“有帮教小组”就达标',
    chip: { state: 'overdue' },
  })
})

test('whoever may record it gets the form of each duty; nobody else gets a button', () => {
  const mine = rowOf('给1人成立帮教小组')!
  expect(mine.duties.map(({ duty }) => duty.kind)).toEqual(['support-group'])
  const others = rowOf('按文书补2人的戒断起始日期')!
  expect(others.duties).toEqual([])
  expect(others.note).toBe('镇禁毒办负责，约30分钟')
  expect(rowOf('按文书补2人的戒断起始日期', 'town-office')!.duties).toHaveLength(2)
})

test('several duties of one kind are one step, each with its own form', () => {
  const talks = rowOf('和2人谈话，要见到本人', 'case-worker')!
  expect(talks.about).toBe('示范A-01、示范A-02')
  expect(talks.duties.map(({ duty }) => duty.subjectId)).toEqual(['p1', 'p2'])
})

test('steps are numbered through all sections, what mends before what only keeps', () => {
  const { sections } = gapView(place, 'village-secretary')
  expect(sections.map(({ title }) => title)).toEqual([
    '村里能补的',
    '要请别人做的',
    '先写明、数清才知道的',
    '按期要做的',
  ])
  expect(sections.flatMap(({ rows }) => rows.map(({ number }) => number))).toEqual(
    rowsOf('village-secretary').map((_, index) => index + 1),
  )
})

test('what nothing can mend says so, with its reason', () => {
  const { remaining } = gapView(place, 'village-secretary')
  const activities = remaining.find(({ title }) => title === '第7条“宣传活动”')!
  expect(activities.sentences[0]).toBe('今年补不了。')
  expect(activities.sentences[1]).toBe('1月只有0次，要4次。')
})

test('no row names a person otherwise than by the code', () => {
  const text = JSON.stringify(
    gapView(place, 'village-secretary').sections.map(({ rows }) => rows.map(({ duties: _, ...row }) => row)),
  )
  expect(text).not.toMatch(/李|"p[12]"/)
})
