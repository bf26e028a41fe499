import { head, registered, talk, village } from '../../../../test/support/village'
import { isWhole, measureRows, standardRows, summaryOf } from './view-model'

const place = village([...registered('p1'), talk('p1', '2026-02-01')], [head('p1', '示范A-01')])

test('each standard has number, name, state and the figure that decides', () => {
  const rows = standardRows(place)
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => `第${n}条`))
  expect(rows[1]).toMatchObject({ title: '帮教谈话检测', state: 'notMet' })
  expect(rows[1]?.figure).toMatch(/谈话 1 \/ 5 人次/)
})

test('the six measures stand beside, each by its own name', () => {
  const rows = measureRows(place)
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `措施${n}`))
  expect(rows[0]).toMatchObject({ state: 'notMet' })
})

test('the head counts what is met before what is not', () => {
  expect(summaryOf(place.scorecard)).toMatch(/^2 条达标，\d 条未达标，\d 条待判定$/)
})

test('the way to the gap plan stands out while anything is not met', () => {
  expect(isWhole(place.scorecard)).toBe(false)
  const met = { ...place.scorecard.standards[0]!, state: 'met' as const }
  const none = { ...met, state: 'notApplicable' as const }
  expect(isWhole({ ...place.scorecard, standards: [met, none], measures: [] })).toBe(true)
})
