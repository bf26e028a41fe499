import { describe, expect, it } from '@jest/globals'
import { type Policies } from '../policy/policies.ts'
import { WHOLE_NOTICE_POLICIES } from '../policy/whole-notice.ts'
import { AREA, aRecord } from '../testing/builders.ts'
import { judgementOf } from '../testing/judge.ts'

const asOf = '2026-06-30'
const roster = aRecord('roster-confirmation', '', '2026-05-31')
const pending = { reviewState: 'pending' as const }
const NOTHING_TO_JUDGE = {
  state: 'notApplicable',
  reason: 'nothingToJudge',
  deciding: [],
  missing: [],
  notes: [],
  mendable: false,
}
const NONE_FOUND = { state: 'met', deciding: [], missing: [], notes: [], mendable: false }

describe('S4.pledges 层层签订 — 三(二)4', () => {
  const pledge = (level: string, party?: string) =>
    aRecord(
      'pledge-signed',
      '',
      '2026-02-01',
      { level, responsible: level === 'town-village' ? 'yes' : null, ...(party && { party }) },
      { id: `${level}/${party}` },
    )
  const grid = (households?: number) =>
    aRecord('grid', 'g1', '2026-01-01', households === undefined ? {} : { households })
  const assigned = (gridId: string, on: string) =>
    aRecord('grid-assignment', gridId, on, { worker: ['worker-1'] })
  const county = (householdPledgeShare: number): { policies: Policies } => ({
    policies: {
      ...WHOLE_NOTICE_POLICIES,
      counties: {
        [AREA.slice(0, 6)]: { householdPledgeShare: [{ from: '2026-01-01', value: householdPledgeShare }] },
      },
    },
  })
  const households = (numerator: number, denominator: number) => ({
    code: 'householdPledges',
    params: { numerator, denominator },
  })

  it('说出和谁签了、和谁还没签', () => {
    const records = [
      grid(),
      assigned('g1', '2026-05-01'),
      aRecord('venue', 'v1', '2026-05-01'),
      aRecord('venue', 'v2', '2026-06-20'),
      pledge('village-venue', 'v1'),
    ]
    expect(judgementOf('S4.pledges', records, asOf)).toStrictEqual({
      state: 'notMet',
      numerator: 1,
      denominator: 3,
      deciding: ['village-venue/v1'],
      missing: [
        { code: 'pledgeVillage', subjectId: AREA },
        { code: 'pledgeGrid', subjectId: 'worker-1' },
      ],
      notes: [{ code: 'inTermItems', params: { count: 1 } }, households(0, 0)],
      next: { code: 'signPledges', params: { count: 2 } },
      mendable: true,
    })
    expect(
      judgementOf('S4.pledges', [pledge('town-village'), aRecord('venue', 'v1', '2026-05-01')], asOf).missing,
    ).toEqual([{ code: 'pledgeVenue', subjectId: 'v1' }])
  })

  it('在两个网格当网格员的只签一份,从先上任的那天起算', () => {
    const records = [
      pledge('town-village'),
      grid(),
      aRecord('grid', 'g2', '2026-01-01'),
      assigned('g1', '2026-05-01'),
      assigned('g2', '2026-06-20'),
    ]
    expect(judgementOf('S4.pledges', records, '2026-05-31')).toMatchObject({ state: 'met', denominator: 1 })
    expect(judgementOf('S4.pledges', records, '2026-06-01')).toMatchObject({
      state: 'notMet',
      denominator: 2,
    })
    expect(judgementOf('S4.pledges', records, asOf)).toMatchObject({ state: 'notMet', denominator: 2 })
  })

  it('县里规定了户签的比例:差几户说几户,签了就行', () => {
    const signed = [pledge('village-household', 'h1'), pledge('village-household', 'h2')]
    expect(judgementOf('S4.pledges', [grid(5), ...signed], asOf, {}, county(75))).toStrictEqual({
      state: 'notMet',
      numerator: 0,
      denominator: 1,
      deciding: [],
      missing: [
        { code: 'pledgeVillage', subjectId: AREA },
        { code: 'pledgeHouseholds', params: { count: 2 } },
      ],
      notes: [households(2, 5)],
      next: { code: 'signPledges', params: { count: 3 } },
      mendable: true,
    })
  })

  it('户签的比例刚好够就算,差一点不算', () => {
    const counted = [pledge('town-village'), grid(4)]
    const signed = ['h1', 'h2', 'h3'].map((house) => pledge('village-household', house))
    expect(judgementOf('S4.pledges', [...counted, ...signed], asOf, {}, county(75)).state).toBe('met')
    expect(judgementOf('S4.pledges', [...counted, ...signed], asOf, {}, county(76))).toMatchObject({
      state: 'notMet',
      missing: [{ code: 'pledgeHouseholds', params: { count: 1 } }],
    })
    expect(judgementOf('S4.pledges', counted, asOf, {}, county(0)).state).toBe('met')
  })

  it('要看户签的比例,却没有网格和户数:待判定,先登记网格', () => {
    expect(judgementOf('S4.pledges', [pledge('town-village')], asOf, {}, county(75))).toStrictEqual({
      state: 'undetermined',
      reason: 'evidenceMissing',
      numerator: 1,
      denominator: 1,
      deciding: ['town-village/undefined'],
      missing: [{ code: 'households' }],
      notes: [households(0, 0)],
      next: { code: 'recordGrids', params: { count: 1 } },
      mendable: true,
    })
    expect(judgementOf('S4.pledges', [], asOf, {}, county(75))).toMatchObject({
      state: 'notMet',
      missing: [{ code: 'pledgeVillage' }],
    })
  })
})

describe('S5 没有新发现、没有制贩种 — 三(二)5', () => {
  const found = (id: string, on: string, payload = {}, envelope = {}) =>
    aRecord('new-finding', id, on, payload, envelope)
  const incident = (on: string, envelope = {}) => aRecord('incident', '', on, {}, envelope)

  it('没有发现,什么也不用做', () => {
    expect(judgementOf('S5.newUsers', [roster], asOf)).toStrictEqual(NONE_FOUND)
    expect(judgementOf('S5.crimes', [roster], asOf)).toStrictEqual(NONE_FOUND)
  })

  it('认定了的和等核对的都列出,说补不了', () => {
    const records = [roster, found('n1', '2026-03-01'), found('n2', '2026-04-01', {}, pending)]
    expect(judgementOf('S5.newUsers', records, asOf)).toStrictEqual({
      state: 'notMet',
      deciding: ['new-finding_n1_2026-03-01', 'new-finding_n2_2026-04-01'],
      missing: [
        { code: 'newUser', subjectId: 'n1', period: '2026-03-01' },
        { code: 'newUserPending', subjectId: 'n2', period: '2026-04-01' },
      ],
      notes: [],
      next: { code: 'cannotMend', params: { count: 1 } },
      mendable: false,
    })
    expect(judgementOf('S5.crimes', [roster, incident('2026-03-01')], asOf)).toStrictEqual({
      state: 'notMet',
      deciding: ['incident__2026-03-01'],
      missing: [{ code: 'incident', subjectId: AREA, period: '2026-03-01' }],
      notes: [],
      next: { code: 'cannotMend', params: { count: 1 } },
      mendable: false,
    })
  })

  it('都在等核对,等第二个人核对', () => {
    expect(judgementOf('S5.crimes', [roster, incident('2026-03-01', pending)], asOf)).toStrictEqual({
      state: 'undetermined',
      reason: 'awaitingReview',
      deciding: ['incident__2026-03-01'],
      missing: [{ code: 'incidentPending', subjectId: AREA, period: '2026-03-01' }],
      notes: [],
      next: { code: 'awaitReview' },
      mendable: false,
    })
  })

  it('户口在本村、人住外地的,不论住了几个月都不是常住', () => {
    const away = found('n1', '2026-03-01', { residence: 'household-only', monthsHere: 12 })
    expect(judgementOf('S5.newUsers', [roster, away], asOf).state).toBe('met')
  })

  it('转走了两次的人,哪次转走以后发现的都不算本村的', () => {
    const move = (on: string, fromArea: string, toArea: string) =>
      aRecord('transfer-acceptance', 'n1', on, { fromArea, toArea })
    const other = '441581990202'
    const moves = [
      aRecord('person-registration', 'n1', '2026-01-01'),
      move('2026-02-01', AREA, other),
      move('2026-03-01', other, AREA),
      move('2026-05-01', AREA, other),
    ]
    const on = (day: string) => judgementOf('S5.newUsers', [roster, ...moves, found('n1', day)], asOf).state
    expect(['2026-01-31', '2026-02-10', '2026-04-01', '2026-05-01'].map(on)).toEqual([
      'notMet',
      'met',
      'notMet',
      'met',
    ])
  })

  it('主动登记的另外列出人数', () => {
    const own = found('n2', '2026-04-01', { origin: 'registered' })
    expect(judgementOf('S5.newUsers', [roster, found('n1', '2026-03-01'), own], asOf)).toMatchObject({
      deciding: ['new-finding_n1_2026-03-01'],
      notes: [{ code: 'selfRegistered', params: { count: 1 } }],
    })
  })
})

describe.each(['S6', 'M5'] as const)('%s 重点人员 — 三(二)6、三(三)5', (part) => {
  const sweep = aRecord('sweep', '', '2026-06-01')
  const listed = (id: string, on: string, payload = {}) => aRecord('key-person', id, on, payload)
  const none = { measure: 'none' }

  it('没走访核对过的,先走访', () => {
    expect(judgementOf(part, [], asOf)).toStrictEqual({
      state: 'undetermined',
      reason: 'evidenceMissing',
      deciding: [],
      missing: [{ code: 'sweep' }],
      notes: [],
      next: { code: 'sweepNow', params: { count: 1 } },
      mendable: true,
    })
  })

  it('走访过、名单上没有人,就算达标', () => {
    expect(judgementOf(part, [sweep], asOf)).toStrictEqual({ ...NONE_FOUND, deciding: [sweep.id] })
  })

  it('都核实过、都有措施', () => {
    const checked = aRecord('verification', 'k1', '2026-06-10')
    expect(judgementOf(part, [sweep, listed('k1', '2026-03-01'), checked], asOf)).toStrictEqual({
      state: 'met',
      numerator: 1,
      denominator: 1,
      deciding: [sweep.id, 'key-person_k1_2026-03-01', checked.id].sort(),
      missing: [],
      notes: [],
      mendable: false,
    })
  })

  it('说出谁没核实、谁没措施;又没走访的,一起说', () => {
    const records = [listed('k1', '2026-03-01'), listed('k2', '2026-06-10', none)]
    const both = {
      state: 'notMet',
      numerator: 0,
      denominator: 2,
      deciding: ['key-person_k1_2026-03-01', 'key-person_k2_2026-06-10'],
      notes: [],
      next: { code: 'checkKeyPersons', params: { count: 2 } },
      mendable: true,
    }
    const missing = [
      { code: 'keyPersonStale', subjectId: 'k1', period: '2026-03-01' },
      { code: 'keyPersonMeasure', subjectId: 'k2' },
    ]
    expect(judgementOf(part, [...records, sweep], asOf)).toStrictEqual({ ...both, missing })
    expect(judgementOf(part, records, asOf)).toStrictEqual({
      ...both,
      missing: [...missing, { code: 'sweep' }],
    })
  })

  it('该核实的没核实,就是措施还在期限里也判', () => {
    const head = { startOn: '2026-06-20' }
    const late = [sweep, listed('k1', '2026-03-01', none)]
    expect(judgementOf(part, late, asOf, head)).toStrictEqual({
      ...NONE_FOUND,
      deciding: [sweep.id],
      notes: [{ code: 'inTerm', params: { count: 1 } }],
    })
    expect(judgementOf(part, late, '2026-07-06', head)).toMatchObject({
      state: 'notMet',
      missing: [{ code: 'keyPersonMeasure', subjectId: 'k1' }],
    })
    const waiting = [sweep, listed('k1', '2026-05-01'), listed('k1', '2026-05-20', none)]
    expect(judgementOf(part, waiting, '2026-06-21').missing).toEqual([
      { code: 'keyPersonStale', subjectId: 'k1', period: '2026-05-20' },
      { code: 'keyPersonMeasure', subjectId: 'k1' },
    ])
  })

  it('村里刚用系统,没核实的还在期限里;措施有了也先不算', () => {
    const old = [sweep, listed('k1', '2026-03-01')]
    expect(judgementOf(part, old, '2026-07-21', { startOn: '2026-06-20' })).toMatchObject({
      state: 'met',
      notes: [{ code: 'inTerm', params: { count: 1 } }],
    })
    expect(judgementOf(part, old, '2026-07-22', { startOn: '2026-06-20' })).toMatchObject({
      state: 'notMet',
      denominator: 1,
      missing: [{ code: 'keyPersonStale', subjectId: 'k1', period: '2026-03-01' }],
    })
  })
})

describe('S8 教育阵地 — 三(二)8', () => {
  const site = (id: string, on: string) => aRecord('education-site', id, on)

  it('说出哪几处在用、哪几处要再看', () => {
    expect(judgementOf('S8', [site('s1', '2026-02-01'), site('s2', '2024-02-01')], asOf)).toStrictEqual({
      state: 'met',
      deciding: ['education-site_s1_2026-02-01'],
      missing: [],
      notes: [],
      mendable: false,
    })
    expect(judgementOf('S8', [site('s2', '2024-02-01')], asOf)).toStrictEqual({
      state: 'notMet',
      deciding: ['education-site_s2_2024-02-01'],
      missing: [{ code: 'siteStale', subjectId: 's2', period: '2024-02-01' }],
      notes: [],
      next: { code: 'checkSite' },
      mendable: true,
    })
  })

  it('一处都没有;村里还没开始用系统的不欠', () => {
    expect(judgementOf('S8', [], asOf, { startOn: asOf })).toStrictEqual({
      state: 'notMet',
      deciding: [],
      missing: [{ code: 'site' }],
      notes: [],
      next: { code: 'checkSite' },
      mendable: true,
    })
    expect(judgementOf('S8', [], asOf, { startOn: '2026-07-01' }).mendable).toBe(false)
  })
})

describe('还没有可核对的', () => {
  it('一年的第一个月、第一个季度没过完', () => {
    expect(judgementOf('S7', [], '2026-01-30')).toStrictEqual(NOTHING_TO_JUDGE)
    const text = aRecord('bottom-lines-text', '', '2026-01-05')
    expect(judgementOf('S10.lines', [text], '2026-03-30')).toStrictEqual(NOTHING_TO_JUDGE)
  })
})
