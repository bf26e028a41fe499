import type { Overview } from '@/shared/api'
import { awarenessLines, changedVillages, columnsOf, coverageLines, villagesMoved } from './view-model'

const TODAY = '2026-11-23'

test('what changed is told in words, with the way it went; not applicable is neither better nor worse', () => {
  const [village] = changedVillages([
    {
      areaCode: '441581990201',
      name: '示范村A',
      changes: [
        { gate: 'S7', from: 'notMet', to: 'met' },
        { gate: 'S3', from: 'met', to: 'undetermined' },
        { gate: 'M6', from: 'notApplicable', to: 'notMet' },
      ],
    },
  ])
  expect(village?.counts).toBe('1处变好 · 1处要留意')
  expect(village?.lines.map(({ way }) => way)).toEqual(['better', 'worse', 'other'])
  expect(village?.lines[0]?.title).toMatch(/^第 7 条 /)
  expect(village?.lines[2]?.title).toMatch(/^措施 6 /)
})

const week = (given: object) => ({
  week: '2026-11-16',
  villages: 8,
  met: 40,
  notMet: 30,
  undetermined: 10,
  overdue: 12,
  derived: false,
  ...given,
})

test('columns are of one scale, and each week has its figures in words', () => {
  const columns = columnsOf(
    [
      week({ week: '2026-11-09', met: 20, notMet: 15, undetermined: 5, overdue: 24, derived: true }),
      week({}),
    ],
    TODAY,
  )
  expect(columns.map(({ met, notMet, undetermined, late }) => [met, notMet, undetermined, late])).toEqual([
    [25, 18.8, 6.3, 100],
    [50, 37.5, 12.5, 50],
  ])
  expect(columns[0]).toMatchObject({ title: '11月9日这一周', overdue: '逾期 24 件', derived: true })
  expect(columns[1]?.text).toBe('达标 40 条 · 未达标 30 条 · 待判定 10 条')
  expect(columnsOf([], TODAY)).toEqual([])
  expect(columnsOf([week({ met: 0, notMet: 0, undetermined: 0, overdue: 0 })], TODAY)[0]).toMatchObject({
    met: 0,
    late: 0,
  })
})

test('coverage: the newest year first, shares cut and never rounded up, warned plates said', () => {
  const lines = coverageLines(
    [
      { year: 2025, held: 2, warned: 1, villages: 3 },
      { year: 2026, held: 0, warned: 0, villages: 0 },
    ],
    TODAY,
  )
  expect(lines[0]).toMatchObject({ title: '2026年到今天', percent: 0 })
  expect(lines[1]).toMatchObject({
    title: '2025年底',
    text: '2 / 3 个村（66.6%）',
    warned: '其中黄牌 1 个',
  })
})

test('villages that nobody can judge yet are told apart from those below the rate', () => {
  const items = ['met', 'met', 'notMet', 'undetermined', undefined].map((state) => ({
    awareness: state ? [{ audience: 'resident', state }] : [],
  }))
  const [resident, migrant] = awarenessLines({ items } as unknown as Overview)
  expect(resident?.text).toBe('2个村达标 · 1个未达标 · 2个数不够')
  expect(migrant?.text).toBe('0个村达标 · 0个未达标 · 5个数不够')
})

test('a week in which a village joined says so: its sums grew, though no other village changed', () => {
  const weeks = [
    { week: '2026-11-09', villages: 7 },
    { week: '2026-11-16', villages: 8 },
    { week: '2026-11-23', villages: 8 },
  ]
  const areas = [
    { name: '示范村G', startOn: '2026-01-01' },
    { name: '示范村H', startOn: '2026-11-18' },
    { name: '没开通的村', startOn: null },
  ]
  expect(villagesMoved(weeks, 0, areas)).toBeNull()
  expect(villagesMoved(weeks, 1, areas)).toBe('示范村H这一周开始算，合计里多了1个村。')
  // Which it was is not known: only the number is said.
  expect(villagesMoved(weeks, 1, [])).toBe('合计里多了1个村。')
  expect(villagesMoved([...weeks].reverse(), 0, areas)).toBe('合计里少了1个村。')
  expect(villagesMoved(weeks, 2, areas)).toBeNull()
})
