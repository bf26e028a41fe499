import type { SampleWithNumbers } from '@/shared/api'
import { sampleView } from './view-model'

const sample: SampleWithNumbers = {
  id: 'x',
  areaCode: '441581990201',
  year: 2026,
  audience: 'resident',
  listName: '2026年选民名册',
  listedOn: '2026-03-01',
  size: 812,
  drawn: 3,
  seed: 'K7QM2WXP',
  drawnAt: '2026-11-22T16:30:00.000Z',
  closedAt: null,
  voidReason: null,
  counts: { answered: 1, open: 1, refused: 1, unreachable: 0, ineligible: 0 },
  numbers: [
    { number: 7, state: 'answered' },
    { number: 21, state: 'open' },
    { number: 300, state: 'refused' },
  ],
}

test('who has not answered comes first; the list and the seed stand beside the count', () => {
  const view = sampleView(sample, '2026-11-23')
  expect(view.rows.map(({ name, isOpen }) => [name, isOpen])).toEqual([
    ['21号', true],
    ['300号', true],
    ['7号', false],
  ])
  expect(view.counts).toBe('答了 1 人，抽到 3 人')
  expect(view.lines.slice(0, 3)).toEqual([
    '2026年选民名册（3月1日，812人）',
    '11月23日抽的',
    '随机种子 K7QM2WXP',
  ])
  expect(view).toMatchObject({ ended: null, canVoid: false, canEnlarge: true })
})

test('an ended sample has nothing left to do, and says why it ended', () => {
  const closed = { ...sample, closedAt: '2026-12-01T00:00:00.000Z' }
  expect(sampleView(closed, '2026-12-02')).toMatchObject({
    ended: '调查已结束，答题码都作废了。',
    canEnlarge: false,
  })
  expect(sampleView({ ...closed, voidReason: '名单是去年的' }, '2026-12-02').ended).toBe(
    '已作废：名单是去年的',
  )
  expect(sampleView(closed, '2026-12-02').rows.some(({ isOpen }) => isOpen)).toBe(false)
})

test('before anybody has answered a wrong list can be taken back, and a list that is used up gives no more', () => {
  const counts = { ...sample.counts, answered: 0 }
  expect(sampleView({ ...sample, counts }, '2026-11-23').canVoid).toBe(true)
  expect(sampleView({ ...sample, size: 3 }, '2026-11-23').canEnlarge).toBe(false)
})
