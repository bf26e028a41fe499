import { head, record, registered, talk, VILLAGE, village } from '../../../../test/support/village'
import { shelvesOf } from './view-model'

const place = village(
  [
    ...registered('p1'),
    talk('p1', '2026-11-05'),
    record('grid', 'g1', '2026-03-01', { registeredOn: '2026-03-01', name: '第一网格', bounded: 'yes' }),
    record('meeting', VILLAGE, '2026-03-01', {
      heldOn: '2026-03-01',
      chair: 'secretary',
      attendance: 9,
      topics: '安排',
    }),
  ],
  [head('p1', '示范A-01')],
)
const book = (id: string) =>
  shelvesOf(place)
    .flatMap(({ rows }) => rows)
    .find((row) => row.id === id)!

test('every book says how much stands in it', () => {
  expect(book('persons').note).toBe('现有 1 人，累计 1 人')
  expect(book('grid').note).toBe('1 个')
  expect(book('meetings').note).toBe('1 条')
  expect(book('documents').note).toBe('0 条')
})

test('and what is owed there', () => {
  expect(book('persons').chip?.state).toBe('overdue')
  expect(book('grid').chip?.text).toMatch(/^逾期 \d+ 件$/)
  expect(book('all').chip).toBeNull()
})
