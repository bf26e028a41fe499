import { describe, expect, it } from '@jest/globals'
import { aRecord } from '../testing/builders.ts'
import { judgementOf } from '../testing/judge.ts'

const asOf = '2026-06-30'
const notYet = { startOn: '2026-07-01' }
const paper = (document: string) =>
  aRecord('village-document', '', '2026-02-01', { document }, { id: `paper_${document}` })
const roster = (month: string) => aRecord('roster-confirmation', '', `${month}-28`, { month })

describe('M1 工作方案 — 三(三)1', () => {
  it('说缺哪份,有的说依据哪条', () => {
    expect(judgementOf('M1', [], asOf)).toStrictEqual({
      state: 'notMet',
      numerator: 0,
      denominator: 1,
      deciding: [],
      missing: [{ code: 'document', params: { document: 'work-plan' } }],
      notes: [],
      next: { code: 'fileDocuments', params: { count: 1 } },
      mendable: true,
    })
    expect(judgementOf('M1', [paper('work-plan')], asOf)).toStrictEqual({
      state: 'met',
      numerator: 1,
      denominator: 1,
      deciding: ['paper_work-plan'],
      missing: [],
      notes: [],
      mendable: false,
    })
  })
})

describe('M2 领导小组 — 三(三)2', () => {
  const group = (payload = {}) => aRecord('leading-group', '', '2026-01-05', payload)

  it('没有的先成立;村里还没开始用系统的不欠', () => {
    const none = {
      state: 'notMet',
      deciding: [],
      missing: [{ code: 'leadingGroup' }],
      notes: [],
      next: { code: 'formLeadingGroup' },
      mendable: true,
    }
    expect(judgementOf('M2', [], asOf)).toStrictEqual(none)
    expect(judgementOf('M2', [], asOf, notYet)).toStrictEqual({ ...none, mendable: false })
  })

  it('不齐的说缺谁、缺什么', () => {
    const lacking = group({
      leader: 'other',
      deputy: 'other',
      members: ['police'],
      office: 'no',
      dedicated: 'no',
    })
    const part = {
      state: 'notMet',
      deciding: [lacking.id],
      missing: [
        {
          code: 'groupRoles',
          params: {
            kinds: [
              'leader',
              'deputy',
              'group-posted-cadre',
              'group-committee',
              'office-of-group',
              'dedicated',
            ],
          },
        },
      ],
      notes: [],
      next: { code: 'completeLeadingGroup' },
      mendable: true,
    }
    expect(judgementOf('M2', [lacking], asOf)).toStrictEqual(part)
    expect(judgementOf('M2', [lacking], asOf, notYet)).toStrictEqual({ ...part, mendable: false })
  })

  it('齐的说依据哪条', () => {
    expect(judgementOf('M2', [group()], asOf)).toStrictEqual({
      state: 'met',
      deciding: [group().id],
      missing: [],
      notes: [],
      mendable: false,
    })
  })
})

describe('M3 办公和资料 — 三(三)3', () => {
  const office = (items: string[]) => aRecord('village-office', '', '2026-01-05', { items })
  const three = ['basic-profile', 'responsibility', 'activity-schedule']

  it('没看过办公场所的,三样都缺', () => {
    expect(judgementOf('M3', [paper('responsibility')], asOf)).toStrictEqual({
      state: 'notMet',
      numerator: 1,
      denominator: 4,
      deciding: ['paper_responsibility'],
      missing: [
        { code: 'office', params: { kinds: ['office', 'facilities', 'board'] } },
        { code: 'document', params: { document: 'basic-profile' } },
        { code: 'document', params: { document: 'activity-schedule' } },
      ],
      notes: [],
      next: { code: 'completeOffice', params: { count: 3 } },
      mendable: true,
    })
  })

  it('少一样说哪一样;资料齐了,只差办公场所', () => {
    expect(judgementOf('M3', [office(['office', 'board']), ...three.map(paper)], asOf)).toMatchObject({
      deciding: three.map((one) => `paper_${one}`).sort(),
      missing: [{ code: 'office', params: { kinds: ['facilities'] } }],
      next: { params: { count: 1 } },
    })
  })

  it('都有,说依据', () => {
    const whole = office(['office', 'facilities', 'board'])
    expect(judgementOf('M3', [whole, ...three.map(paper)], asOf)).toStrictEqual({
      state: 'met',
      numerator: 4,
      denominator: 4,
      deciding: [whole.id, ...three.map((one) => `paper_${one}`)].sort(),
      missing: [],
      notes: [],
      mendable: false,
    })
  })
})

describe('M4 人员登记表 — 三(三)4', () => {
  const registered = (id: string, on = '2026-01-01', payload = {}, envelope = {}) =>
    aRecord('person-registration', id, on, payload, envelope)
  const status = (id: string, payload = {}) => aRecord('person-status', id, '2026-01-01', payload)

  it('每一项都要填:性别、出生年份、现在的情况', () => {
    const records = [
      registered('p1'),
      status('p1'),
      registered('p2', '2026-01-01', { gender: null }),
      status('p2'),
      registered('p3', '2026-01-01', { birthYear: null }),
      status('p3'),
      registered('p4'),
      registered('p5', '2026-06-10'),
    ]
    expect(judgementOf('M4', records, asOf)).toStrictEqual({
      state: 'notMet',
      numerator: 1,
      denominator: 4,
      deciding: ['p1', 'p2', 'p3', 'p4'].map((id) => `person-registration_${id}_2026-01-01`),
      missing: ['p2', 'p3', 'p4'].map((subjectId) => ({ code: 'fileFields', subjectId })),
      notes: [{ code: 'inTerm', params: { count: 1 } }],
      next: { code: 'completeFiles', params: { count: 3 } },
      mendable: true,
    })
  })

  it('先登记的不全,后来补全了就算;等核对的补录还不算', () => {
    const partial = registered('p1', '2026-01-01', { gender: null })
    const whole = registered('p1', '2026-02-01')
    const judged = (...more: ReturnType<typeof registered>[]) =>
      judgementOf('M4', [partial, status('p1'), ...more], asOf)
    expect(judged().state).toBe('notMet')
    expect(judged(whole)).toMatchObject({ state: 'met', deciding: [partial.id, whole.id] })
    expect(judged({ ...whole, reviewState: 'pending' })).toMatchObject({
      state: 'notMet',
      deciding: [partial.id],
    })
  })

  it('转来的人档案随人来,不用再登记', () => {
    const arrived = aRecord('transfer-acceptance', 'p1', '2026-01-01', {
      fromArea: '441581990202',
      toArea: '441581990201',
    })
    expect(judgementOf('M4', [arrived, status('p1')], asOf)).toMatchObject({ state: 'met', numerator: 1 })
  })

  it('只看现有的人:去世的、满三年的不看', () => {
    const records = [
      registered('p1'),
      registered('p2', '2026-01-01', { gender: null }),
      status('p2', { status: 'deceased', presence: null }),
      registered('p3', '2026-01-01', { gender: null }),
      aRecord('abstinence-start', 'p3', '2026-01-02', { abstinentSince: '2020-01-01' }),
    ]
    expect(judgementOf('M4', [...records, status('p1')], asOf)).toMatchObject({
      state: 'met',
      denominator: 1,
    })
    const prison = status('p1', { status: 'imprisoned', presence: null })
    expect(judgementOf('M4', [...records, prison], asOf)).toMatchObject({ state: 'met', denominator: 1 })
  })

  it('一个人也没有:名册确认过的就有空的登记表,没确认过的先确认', () => {
    expect(judgementOf('M4', [roster('2026-05')], asOf)).toStrictEqual({
      state: 'met',
      deciding: ['roster-confirmation__2026-05-28'],
      missing: [],
      notes: [],
      mendable: false,
    })
    const open = {
      state: 'undetermined',
      reason: 'rosterNotConfirmed',
      deciding: [],
      missing: [{ code: 'rosterConfirmation', period: '2026-05' }],
      notes: [],
      next: { code: 'confirmRoster' },
      mendable: true,
    }
    expect(judgementOf('M4', [], asOf)).toStrictEqual(open)
    expect(judgementOf('M4', [], asOf, notYet)).toStrictEqual({ ...open, mendable: false })
  })
})

describe('M6 场所清楚 — 三(三)6', () => {
  const survey = aRecord('venue-survey', '', '2026-06-01')
  const venue = (id: string, on: string, payload = {}) => aRecord('venue', id, on, payload)
  const bare = { keyParts: 'no', keyPartsText: null, monitored: 'no' }
  const inspected = aRecord('venue-inspection', 'v1', '2026-06-10')

  it('没清点过,先清点', () => {
    const open = {
      state: 'undetermined',
      reason: 'evidenceMissing',
      deciding: [],
      missing: [{ code: 'venueSurvey' }],
      notes: [],
      next: { code: 'surveyVenues', params: { count: 1 } },
      mendable: true,
    }
    expect(judgementOf('M6', [], asOf)).toStrictEqual(open)
    expect(judgementOf('M6', [], asOf, notYet)).toStrictEqual({ ...open, mendable: false })
  })

  it('清点过、没有场所,没有可核对的', () => {
    expect(judgementOf('M6', [survey], asOf)).toStrictEqual({
      state: 'notApplicable',
      reason: 'nothingToJudge',
      deciding: [survey.id],
      missing: [],
      notes: [],
      mendable: false,
    })
  })

  it('说出哪个场所缺什么;又没清点的,一起说', () => {
    const records = [
      venue('v1', '2026-01-01'),
      inspected,
      venue('v2', '2026-02-01', bare),
      venue('v3', '2026-06-20', bare),
    ]
    const part = {
      state: 'notMet',
      numerator: 1,
      denominator: 2,
      deciding: ['venue-inspection_v1_2026-06-10', 'venue_v1_2026-01-01', 'venue_v2_2026-02-01'],
      notes: [{ code: 'inTermItems', params: { count: 1 } }],
      next: { code: 'completeVenues', params: { count: 1 } },
      mendable: true,
    }
    const missing = [
      { code: 'venueKeyParts', subjectId: 'v2' },
      { code: 'venueMonitoring', subjectId: 'v2' },
      { code: 'venueInspection', subjectId: 'v2' },
    ]
    expect(judgementOf('M6', [...records, survey], asOf)).toStrictEqual({ ...part, missing })
    expect(judgementOf('M6', records, asOf)).toStrictEqual({
      ...part,
      missing: [...missing, { code: 'venueSurvey' }],
    })
  })

  it('都有,说依据', () => {
    expect(judgementOf('M6', [survey, venue('v1', '2026-01-01'), inspected], asOf)).toStrictEqual({
      state: 'met',
      numerator: 1,
      denominator: 1,
      deciding: [inspected.id, survey.id, 'venue_v1_2026-01-01'].sort(),
      missing: [],
      notes: [],
      mendable: false,
    })
  })
})
