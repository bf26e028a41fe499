import type { OwnVenue } from '@/shared/api'
import { inspectionRows, venueDuties, venueFacts } from './view-model'

const TODAY = '2026-11-23'
const member = (number: number, answered: boolean) => ({
  id: `s${number}`,
  number,
  maskedName: '李*',
  since: '2026-01-05',
  answered,
  quizCode: '12345678',
})
const venue: OwnVenue = {
  id: 'v1',
  code: '示范A-场所-01',
  name: '示范旅馆',
  areaCode: '441581990201',
  areaName: '示范村A',
  year: 2026,
  pledgedOn: '2026-03-01',
  headcount: 2,
  problems: [],
  inspections: [],
  staff: [member(1, true), member(2, true)],
}
const problem = (id: string, fixBy: string, reportedOn: string | null = null) => ({
  id,
  text: '后门锁着',
  foundOn: '2026-11-01',
  fixBy,
  reportedOn,
})
const titles = (given: Partial<OwnVenue>) => venueDuties({ ...venue, ...given }, TODAY).map(({ id }) => id)

test('a venue with everything in order has nothing to do', () => {
  expect(venueDuties(venue, TODAY)).toEqual([])
})

test('a problem is to be reported by its day; once reported it waits for somebody to look', () => {
  const [open, late, told] = venueDuties(
    {
      ...venue,
      problems: [
        problem('p1', '2026-12-01'),
        problem('p2', '2026-11-20'),
        problem('p3', '2026-12-01', TODAY),
      ],
    },
    TODAY,
  )
  expect(open).toMatchObject({ act: 'fix', chip: { state: 'due' } })
  expect(late).toMatchObject({ act: 'fix', chip: { state: 'overdue' } })
  expect(told).toMatchObject({ act: null, chip: { state: 'review' } })
})

test('people first have to be known, then they have to answer', () => {
  expect(titles({ staff: [] })).toEqual(['roster'])
  expect(titles({ staff: [member(1, true), member(2, false)] })).toEqual(['quiz'])
  expect(venueDuties({ ...venue, staff: [member(1, false), member(2, false)] }, TODAY)[0]?.title).toContain(
    '2 人',
  )
})

test('what hangs on the wall and what is signed is told too, but done elsewhere', () => {
  const seen = {
    id: 'i1',
    on: '2026-10-09',
    signs: 'no',
    cameras: 'yes',
    staff: null,
    rooms: 'none',
    findings: '缺标志',
  } as const
  expect(titles({ inspections: [seen], pledgedOn: null })).toEqual(['signs', 'pledge'])
  expect(titles({ inspections: [{ ...seen, signs: 'yes' }, seen] })).toEqual([])
  expect(inspectionRows({ ...venue, inspections: [seen] }, TODAY)).toEqual([
    {
      id: 'i1',
      title: '10月9日',
      lines: ['警示标志：没有 · 监控录像：有 · 包间、仓库：不涉及', '要改的地方：缺标志'],
    },
  ])
})

test('a number nobody has told is no zero', () => {
  expect(venueFacts({ ...venue, headcount: null }, TODAY)[0]?.value).toBe('还没报')
  expect(venueFacts(venue, TODAY)[0]?.value).toBe('2 人')
})
