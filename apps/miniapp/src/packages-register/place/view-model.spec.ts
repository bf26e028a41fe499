import { placeOf } from '@/shared/village'
import { record, VILLAGE, village } from '../../../test/support/village'
import { answersNow, headLine, openProblems, pledgedOn, workersOf } from './view-model'

const problem = (id: string, on: string, fixBy: string) => ({
  ...record('venue-problem', 'v1', on, { foundOn: on, problem: `问题${id}`, fixBy }),
  id,
})
const place = village(
  [
    record('venue', 'v1', '2026-03-01', {
      registeredOn: '2026-03-01',
      name: '示范旅馆',
      venueType: 'hotel',
      keyParts: 'yes',
      keyPartsText: '后门',
      monitored: 'no',
    }),
    problem('a', '2026-09-01', '2026-09-20'),
    problem('b', '2026-11-01', '2026-12-20'),
    record('rectification', 'v1', '2026-09-10', { fixedOn: '2026-09-10', problem: 'a', how: '换新' }),
    record('grid', 'g1', '2026-03-01', { registeredOn: '2026-03-01', name: '第一网格', bounded: 'yes' }),
    record('grid-assignment', 'g1', '2026-03-02', { from: '2026-03-02', worker: ['w1'] }),
    record('grid-assignment', 'g1', '2026-08-01', {
      from: '2026-03-02',
      worker: ['w1'],
      until: '2026-08-01',
    }),
    record('grid-assignment', 'g1', '2026-08-02', { from: '2026-08-02', worker: ['w2'] }),
    record('pledge-signed', VILLAGE, '2025-05-01', {
      signedOn: '2025-05-01',
      level: 'village-venue',
      year: 2025,
      party: 'v1',
    }),
  ],
  [],
)
const venue = placeOf(place, 'v1')!

test('the newest registration in words, its words included', () => {
  expect(headLine(place, venue)).toBe('3月1日登记')
  expect(answersNow(place, venue, () => '').map(({ name, value }) => `${name}：${value}`)).toEqual([
    '场所类别：旅馆',
    '重点部位写明了吗：是',
    '重点部位：后门',
    '有监控措施吗：不是',
  ])
})

test('problems stay until they are put right', () => {
  expect(openProblems(place, 'v1')).toEqual([
    { id: 'b', text: '问题b', note: '12月20日前改好', isLate: false },
  ])
})

test('a grid knows who works in it today', () => {
  expect(workersOf(place, 'g1', (id) => `网格员${id}`)).toEqual(['网格员w2'])
})

test('last year’s pledge is not this year’s', () => {
  expect(pledgedOn(place, 'v1')).toBeNull()
})
