import { personsOf } from '@/shared/village'
import { entry, head, registered, talk, tested, village } from '../../../test/support/village'
import {
  checkReveal,
  cycleRows,
  dutiesOf,
  groupLine,
  maskedLine,
  mayReveal,
  secondsLeft,
  statusLine,
  timelineOf,
} from './view-model'

const place = village(
  [...registered('p1'), talk('p1', '2026-02-01'), tested('p1', '2026-02-02', 'positive')],
  [head('p1', '示范A-01')],
  { entries: [entry('talk', 'p1')] },
)
const view = personsOf(place).person('p1')!

test('the head helps to know whom one meets, and says no more', () => {
  expect(maskedLine(head('p1', '示范A-01'), place.asOf)).toBe('李*　男　40多岁')
  expect(maskedLine(head('p1', '示范A-01', { gender: null, birthYear: null }), place.asOf)).toBe('李*')
  expect(statusLine(view, place.asOf)).toBe('社区康复 · 2025年3月1日起 · 在家')
  expect(groupLine(view)).toBe('家里人、村干部、民警')
})

test('the year as two rows of cycles; the talk that waits on the phone counts', () => {
  const [talks, tests] = cycleRows(view, place.asOf)
  expect(talks?.cells.map(({ state }) => state)).toEqual([
    'done',
    'missed',
    'missed',
    'missed',
    'missed',
    'done',
  ])
  expect(tests?.cells[0]).toEqual({ period: '1—2月', state: 'done' })
})

test('duties are in order of their day and can be recorded by whom they concern', () => {
  const duties = dutiesOf(view.duties, place, 'case-worker')
  expect(duties.map(({ chip }) => chip.text)).toContain('还有38天')
  expect(
    dutiesOf(view.duties, place, 'grid-worker').filter(({ mine, duty }) => mine && duty.kind === 'test'),
  ).toEqual([])
})

test('the timeline never tells what a test showed', () => {
  const rows = timelineOf(place, 'p1')
  expect(rows[0]).toMatchObject({ text: '11月23日 · 谈话 · 见到了', unsent: true })
  expect(rows.map(({ text }) => text)).toContain('2月2日 · 检测 · 结果已登记')
  expect(JSON.stringify(rows)).not.toMatch(/阳性|阴性/)
})

describe('seeing a name', () => {
  test('needs a purpose, and 其他 needs words', () => {
    expect(checkReveal({ purpose: null, note: '' })).toHaveLength(1)
    expect(checkReveal({ purpose: 'other', note: '  ' })).toHaveLength(1)
    expect(checkReveal({ purpose: 'other', note: '办低保' })).toEqual([])
    expect(checkReveal({ purpose: 'visit', note: '' })).toEqual([])
  })

  test('is offered to those who serve the person', () => {
    expect(mayReveal('case-worker')).toBe(true)
    expect(mayReveal('grid-worker')).toBe(false)
    expect(mayReveal(null)).toBe(false)
  })

  test('counts down to nothing', () => {
    expect(secondsLeft(60_000, 0)).toBe(60)
    expect(secondsLeft(60_000, 59_001)).toBe(1)
    expect(secondsLeft(60_000, 61_000)).toBe(0)
  })
})
