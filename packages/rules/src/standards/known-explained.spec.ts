import { describe, expect, it } from '@jest/globals'
import { WHOLE_NOTICE_POLICIES } from '../policy/whole-notice.ts'
import { aRecord } from '../testing/builders.ts'
import { judgementOf } from '../testing/judge.ts'

const asOf = '2026-06-30'
const registered = (id = 'p1', on = '2026-03-01') => aRecord('person-registration', id, on)
const status = (id: string, value: string, payload = {}) =>
  aRecord('person-status', id, '2026-03-01', { status: value, presence: null, ...payload })
const lived = { presence: 'at-home' }
const checked = (id: string, on: string) => aRecord('verification', id, on)
const confirmed = (month: string, payload = {}) =>
  aRecord('roster-confirmation', '', `${month}-28`, { month, ...payload })

describe('S3 情况掌握清楚 — 三(二)3', () => {
  /** From its first day on nothing is left open but what the test is about. */
  const head = { startOn: '2026-05-01' }

  it('说出依据:该看的月和以后的确认、每个人最后一次核实', () => {
    const records = [
      registered('p1'),
      checked('p1', '2026-04-01'),
      checked('p1', '2026-06-10'),
      registered('p2', '2026-06-20'),
      confirmed('2026-04'),
      confirmed('2026-05'),
      confirmed('2026-06'),
    ]
    expect(judgementOf('S3', records, asOf, head)).toStrictEqual({
      state: 'met',
      numerator: 2,
      denominator: 2,
      deciding: [
        'person-registration_p2_2026-06-20',
        'roster-confirmation__2026-05-28',
        'roster-confirmation__2026-06-28',
        'verification_p1_2026-06-10',
      ],
      missing: [],
      notes: [],
      mendable: false,
    })
  })

  it('没有要核实的人,名册确认了就达标', () => {
    expect(judgementOf('S3', [confirmed('2026-05')], asOf, head)).toStrictEqual({
      state: 'met',
      deciding: ['roster-confirmation__2026-05-28'],
      missing: [],
      notes: [],
      mendable: false,
    })
  })

  it('说出谁从哪天起没核实', () => {
    const records = [registered('p1'), registered('p2'), checked('p2', '2026-06-10'), confirmed('2026-05')]
    expect(judgementOf('S3', records, asOf, head)).toStrictEqual({
      state: 'notMet',
      numerator: 1,
      denominator: 2,
      deciding: ['person-registration_p1_2026-03-01', 'verification_p2_2026-06-10'],
      missing: [{ code: 'verification', subjectId: 'p1', period: '2026-03-01' }],
      notes: [],
      next: { code: 'verify', params: { count: 1 } },
      mendable: true,
    })
  })

  it('名册没确认,先确认名册;确认时说不对的不算', () => {
    const records = [registered('p1'), checked('p1', '2026-06-10')]
    const open = {
      state: 'undetermined',
      reason: 'rosterNotConfirmed',
      numerator: 1,
      denominator: 1,
      deciding: ['verification_p1_2026-06-10'],
      missing: [{ code: 'rosterConfirmation', period: '2026-05' }],
      notes: [],
      next: { code: 'confirmRoster' },
      mendable: true,
    }
    expect(judgementOf('S3', records, asOf, head)).toStrictEqual(open)
    expect(
      judgementOf('S3', [...records, confirmed('2026-05', { correct: 'no' })], asOf, head),
    ).toStrictEqual(open)
    expect(judgementOf('S3', [], '2026-06-30', { startOn: '2026-07-01' })).toStrictEqual({
      state: 'undetermined',
      reason: 'rosterNotConfirmed',
      deciding: [],
      missing: [{ code: 'rosterConfirmation', period: '2026-05' }],
      notes: [],
      next: { code: 'confirmRoster' },
      mendable: false,
    })
  })

  it('来本村以前别处核实的不算本村的;登记那天核实的算', () => {
    const on = (day: string) =>
      judgementOf(
        'S3',
        [registered('p1', '2026-06-10'), checked('p1', day), confirmed('2026-05')],
        '2026-06-30',
      ).deciding
    expect(on('2026-06-09')).toContain('person-registration_p1_2026-06-10')
    expect(on('2026-06-10')).toContain('verification_p1_2026-06-10')
  })

  it('转来的人,接收就是第一次核实', () => {
    const arrived = aRecord('transfer-acceptance', 'p1', '2026-06-10', {
      fromArea: '441581990202',
      toArea: '441581990201',
    })
    expect(judgementOf('S3', [arrived, confirmed('2026-05')], asOf)).toMatchObject({
      state: 'met',
      numerator: 1,
      deciding: ['roster-confirmation__2026-05-28', arrived.id],
    })
    // Registered here again after the transfer: the transfer is the beginning.
    const again = registered('p1', '2026-06-20')
    expect(judgementOf('S3', [again, arrived, confirmed('2026-05')], asOf).deciding).toContain(arrived.id)
  })
})

describe('S2.threeYears 戒断巩固三年以上 — 三(二)2', () => {
  const since = (id: string, on: string, envelope = {}) =>
    aRecord('abstinence-start', id, '2026-03-05', { abstinentSince: on }, envelope)
  const both = (all: [number, number], outside: [number, number]) => [
    { code: 'threeYearsAllExisting', params: { numerator: all[0], denominator: all[1] } },
    { code: 'threeYearsOutsideMeasures', params: { numerator: outside[0], denominator: outside[1] } },
  ]
  const outside = {
    policies: {
      ...WHOLE_NOTICE_POLICIES,
      counties: {
        '441581': { threeYearsScope: [{ from: '2026-01-01', value: 'outside-measures' as const }] },
      },
    },
  }

  it('都满了,说依据哪份文书', () => {
    expect(judgementOf('S2.threeYears', [registered(), since('p1', '2020-01-01')], asOf)).toStrictEqual({
      state: 'met',
      numerator: 1,
      denominator: 1,
      deciding: ['abstinence-start_p1_2026-03-05'],
      missing: [],
      notes: both([1, 1], [1, 1]),
      mendable: false,
    })
  })

  it('没满的、不知道的一起列出;等最晚满的那天', () => {
    const records = [
      registered('p1'),
      since('p1', '2025-05-01'),
      registered('p2'),
      since('p2', '2024-05-01'),
      registered('p3'),
      registered('p4'),
      status('p4', 'imprisoned'),
    ]
    const part = judgementOf('S2.threeYears', records, asOf)
    expect(part).toMatchObject({
      state: 'notMet',
      numerator: 0,
      denominator: 4,
      missing: [
        { code: 'belowThreeYears', subjectId: 'p1', params: { on: '2028-05-01' } },
        { code: 'belowThreeYears', subjectId: 'p2', params: { on: '2027-05-01' } },
        { code: 'abstinenceStart', subjectId: 'p3' },
        { code: 'sentence', subjectId: 'p4' },
      ],
      next: { code: 'waitUntil', params: { on: '2028-05-01', count: 2 } },
      mendable: false,
    })
    expect(part.reason).toBeUndefined()
  })

  it('不知道从哪天起的,补文书;只差刑期的,补刑期', () => {
    const unknown = [registered('p1'), registered('p2'), status('p2', 'imprisoned')]
    expect(judgementOf('S2.threeYears', unknown, asOf)).toStrictEqual({
      state: 'undetermined',
      reason: 'evidenceMissing',
      numerator: 0,
      denominator: 2,
      deciding: [],
      missing: [
        { code: 'abstinenceStart', subjectId: 'p1' },
        { code: 'sentence', subjectId: 'p2' },
      ],
      notes: both([0, 2], [0, 1]),
      next: { code: 'recordAbstinence', params: { count: 1 } },
      mendable: true,
    })
    expect(
      judgementOf('S2.threeYears', [registered('p2'), status('p2', 'imprisoned')], asOf).next,
    ).toStrictEqual({ code: 'recordSentence', params: { count: 1 } })
  })

  it('等核对的文书还不作依据', () => {
    const waiting = since('p1', '2020-01-01', { reviewState: 'pending' })
    expect(judgementOf('S2.threeYears', [registered(), waiting], asOf)).toMatchObject({
      state: 'undetermined',
      deciding: [],
    })
  })

  it('按措施以外的范围:在认可的措施里的、在帮扶的不算,没有措施的和满三年的算', () => {
    const records = [
      // In an accepted measure that is no support.
      registered('p1'),
      status('p1', 'compulsory-isolation'),
      // Under support.
      registered('p2'),
      status('p2', 'community-rehabilitation', lived),
      since('p2', '2025-05-01'),
      // Without any status, and out of touch.
      registered('p3'),
      since('p3', '2024-05-01'),
      registered('p4'),
      status('p4', 'out-of-control'),
      since('p4', '2024-06-01'),
      // Abstinent three years in what was a measure.
      registered('p5'),
      status('p5', 'community-rehabilitation', lived),
      since('p5', '2020-01-01'),
    ]
    const part = judgementOf('S2.threeYears', records, asOf, {}, outside)
    expect(part).toMatchObject({ state: 'notMet', numerator: 1, denominator: 3 })
    expect(part.missing.map(({ subjectId }) => subjectId)).toEqual(['p3', 'p4'])
    expect(part.notes).toEqual(both([1, 5], [1, 3]))
  })
})
