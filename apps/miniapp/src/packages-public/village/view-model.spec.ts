import type { AudienceAwareness } from '@/shared/api'
import { monthLines, rateView } from './view-model'

const given: AudienceAwareness = {
  audience: 'resident',
  state: 'met',
  targetPercent: 95,
  channel: 'self',
  aware: 206,
  valid: 214,
  rate: 206 / 214,
  low: 0.92787,
  high: 0.98093,
  needed: 0,
  warning: 'selfChosen',
}

test('a rate is said with its number of people and its interval, cut and widened', () => {
  const view = rateView(given)
  expect(view.sentence).toBe('96.2%（214人答题，大约在92.7%到98.1%之间）')
  expect(view.bar?.label).toContain('目标95%')
  expect(decodeURIComponent(view.bar!.image)).not.toMatch(/<text/)
})

test('below five there are no figures and no picture', () => {
  const view = rateView({ audience: 'migrant', state: 'suppressed', targetPercent: 95 })
  expect(view).toMatchObject({ sentence: '答题人数少于5，暂不公布。', bar: null })
})

test('nobody has answered', () => {
  expect(rateView({ ...given, valid: 0, rate: undefined, low: undefined, high: undefined })).toMatchObject({
    sentence: '还没有人答题。',
    bar: null,
  })
})

test('activities are told by month and form', () => {
  const months = [
    {
      month: '2026-11',
      kinds: [
        { label: '发放资料', count: 2 },
        { label: '入户宣传', count: 1 },
      ],
    },
  ]
  expect(monthLines(months, '2026-11-23')).toEqual(['11月：发放资料2场，入户宣传1场'])
})
