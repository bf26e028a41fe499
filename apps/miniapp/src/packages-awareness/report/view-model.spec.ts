import type { AwarenessReport, PeopleAwareness } from '@/shared/api'
import { peopleView, schoolView, venueView, villageNote } from './view-model'

const TODAY = '2026-11-23'
const people: PeopleAwareness = {
  audience: 'resident',
  targetPercent: 95,
  state: 'notMet',
  villages: null,
  deciding: 'sampled',
  valid: 100,
  aware: 94,
  rate: { rate: 0.94, low: 0.8752, high: 0.9722 },
  population: 812,
  countedOn: '2026-03-01',
  sampleNeeded: 100,
  needed: 20,
  warning: null,
  channels: [
    { channel: 'invited', valid: 60, aware: 57, rate: null },
    { channel: 'household', valid: 40, aware: 37, rate: null },
  ],
  again: 0,
  shared: { valid: 0, aware: 0 },
  response: null,
  trend: [{ year: 2026, valid: 100, rate: { rate: 0.94, low: 0.8752, high: 0.9722 } }],
  items: [{ stem: '罂粟壳能不能放火锅', basis: '《禁毒法》', asked: 30, correct: 9 }],
  missing: [],
}

test('the rate stands first with its interval and its number of answers, cut and widened', () => {
  const view = peopleView(people, TODAY)
  expect(view.sentence).toBe('94%（87.5%到97.3%，100份）')
  expect(view.bar?.label).toContain('目标95%')
  expect(view.grounds).toEqual([
    '目标95%',
    '按抽样、入户和第三方调查的答卷算。',
    '有效答卷100份，满100份才能判定',
    '3月1日清点有812人',
    '再有20人答了并且知晓，就能达到目标。',
  ])
  expect(view.channels).toEqual([
    { name: '抽到的人凭答题条答的', value: '60份，知晓57份' },
    { name: '入户答的', value: '40份，知晓37份' },
  ])
  expect(view.items).toEqual([{ stem: '罂粟壳能不能放火锅', basis: '《禁毒法》', note: '30份里答对9份' }])
  expect(view.trend).toEqual([])
})

test('who did not answer, and answers that share a phone, are told', () => {
  const response = {
    drawn: 120,
    answered: 100,
    refused: 3,
    unreachable: 5,
    ineligible: 2,
    open: 10,
    lowest: 94 / 118,
  }
  const view = peopleView({ ...people, response, shared: { valid: 4, aware: 4 }, again: 2 }, TODAY)
  expect(view.remarks).toEqual([
    '抽了120人，答了100人，还没答10人，不愿意答3人，找不到5人，不该在名单上2人。',
    '没答的人如果都不知晓，知晓率是79.6%。',
    '有4份是在别人答过的手机上答的（其中知晓4份），已计入，请留意。',
    '有2份是同一个人又答的，留着，没有计入。',
  ])
})

test('while most are still to be asked, nothing is said of their silence', () => {
  const response = {
    drawn: 120,
    answered: 6,
    refused: 1,
    unreachable: 0,
    ineligible: 0,
    open: 113,
    lowest: 0.05,
  }
  expect(peopleView({ ...people, response }, TODAY).remarks).toEqual([
    '抽了120人，答了6人，还没答113人，不愿意答1人。',
  ])
})

test('without answers there is no figure, and what is missing says what to do', () => {
  const view = peopleView(
    {
      ...people,
      state: 'undetermined',
      deciding: 'none',
      valid: 0,
      rate: null,
      population: null,
      countedOn: null,
      needed: 100,
      channels: [],
      missing: [{ code: 'not-counted' }, { code: 'no-answers', count: 100 }],
    },
    TODAY,
  )
  expect(view).toMatchObject({ sentence: '还没有答卷。', bar: null })
  expect(view.missing).toEqual(['没清点过有多少人，或清点过了一年', '还没有人答，要100份'])
})

test('a town counts its villages and weighs its rate by people', () => {
  const villages = { met: 3, notMet: 2, notApplicable: 1, undetermined: 4 }
  const view = peopleView(
    { ...people, state: null, villages, sampleNeeded: null, countedOn: null, needed: null },
    TODAY,
  )
  expect(view.grounds).toEqual([
    '目标95%',
    '达标3个村，未达标2个村，待判定4个村',
    '按各村人数加权，只算答卷够判定的村。',
    '有效答卷100份',
    '共812人',
  ])
})

test('years are told from the second on', () => {
  const trend = [
    { year: 2025, valid: 30, rate: null },
    { year: 2026, valid: 100, rate: { rate: 0.94, low: 0.8752, high: 0.9722 } },
  ]
  expect(peopleView({ ...people, trend }, TODAY).trend).toEqual([
    { name: '2025年', value: '30份，不够判定' },
    { name: '2026年', value: '94%（87.5%到97.3%，100份）' },
  ])
})

test('venues are a census, schools are counted, villages stand in one line each', () => {
  const judged = { state: 'notMet', villages: null, targetPercent: 100 } as const
  const report = {
    venue: {
      ...judged,
      venues: 2,
      staff: 9,
      tested: 7,
      aware: 6,
      items: [],
      missing: [{ code: 'untested', count: 2 }],
    },
    student: { ...judged, state: 'notApplicable', schools: 0, aware: 0, answers: 0, missing: [] },
  } as unknown as AwarenessReport
  expect(venueView(report).lines).toEqual(['目标100%', '名册上9人，今年答了7人，知晓6人。没答的按不知晓算。'])
  expect(venueView(report).missing).toEqual(['有2名从业人员今年还没答'])
  expect(schoolView(report).lines).toEqual(['目标100%', '没有学校。'])
  const line = { areaCode: 'x', name: '示范村A', resident: 'met', migrant: 'undetermined' } as const
  expect(villageNote({ ...line, venue: 'notMet', student: 'notApplicable' })).toBe(
    '群众 达标 · 外来 待判定 · 场所 未达标 · 学校 不适用',
  )
})
