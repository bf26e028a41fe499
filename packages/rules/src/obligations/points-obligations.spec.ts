import { describe, expect, it } from '@jest/globals'
import { type Policies } from '../policy/policies.ts'
import { WHOLE_NOTICE_POLICIES } from '../policy/whole-notice.ts'
import type { ObligationKind } from '../scorecard.ts'
import { AREA, aLedger, aRecord } from '../testing/builders.ts'
import { settlementOf } from '../testing/settle.ts'
import { assess, obligations } from '../testing/whole.ts'
import { obligationReason } from '../text/duty-reason-text.ts'
import { obligationTitle } from '../text/duty-text.ts'
import type { LedgerRecord } from '../village-ledger.ts'
import type { ObligationOptions } from './obligations.ts'

const asOf = '2026-06-30'
const openOf = (kind: ObligationKind, records: LedgerRecord[], options: Partial<ObligationOptions> = {}) =>
  obligations(aLedger(records), { asOf, ...options }).open.filter((one) => one.kind === kind)

describe('户签的责任状 — 县里规定了比例', () => {
  const policies: Policies = {
    ...WHOLE_NOTICE_POLICIES,
    counties: { [AREA.slice(0, 6)]: { householdPledgeShare: [{ from: '2026-01-01', value: 75 }] } },
  }
  const grid = (households: number | null) => aRecord('grid', 'g1', '2026-02-01', { households })
  const signed = (party: string, id = party) =>
    aRecord(
      'pledge-signed',
      '',
      '2026-03-01',
      { level: 'village-household', party, responsible: null },
      { id },
    )
  const duties = (records: LedgerRecord[]) => openOf('household-pledges', records, { policies })

  it('没有规定就没有这件事', () => {
    expect(openOf('household-pledges', [grid(4)])).toEqual([])
  })

  it('差几户,做完就达标', () => {
    expect(duties([grid(4), signed('h1')])).toMatchObject([
      { part: 'S4.pledges', settledBy: 'pledge-signed', mendableAfterDue: true, params: { count: 2 } },
    ])
    expect(duties([grid(4), signed('h1'), signed('h1', 'again'), signed('h2')])).toMatchObject([
      { params: { count: 1 } },
    ])
    expect(duties([grid(4), signed('h1'), signed('h2'), signed('h3')])).toEqual([])
  })

  it('户数没填的网格先填户数;刚登记的网格30天内不算', () => {
    expect(openOf('grid-households', [grid(null)], { policies })).toMatchObject([
      { subjectId: 'g1', part: 'S4.pledges', settledBy: 'grid' },
    ])
    const fresh = aRecord('grid', 'g1', '2026-05-31', { households: 100 })
    expect(duties([fresh])).toEqual([])
    expect(
      duties([
        { ...fresh, occurredOn: '2026-05-30', payload: { ...fresh.payload, registeredOn: '2026-05-30' } },
      ]),
    ).toHaveLength(1)
  })

  it('S4.pledges 说还能补,办完这件事就补上', () => {
    const records = [grid(4), aRecord('pledge-signed', '', '2026-02-01')]
    const ledger = aLedger(records)
    const part = (one = ledger) =>
      assess(one, { asOf, policies }).parts.find(({ id }) => id === 'S4.pledges')!
    expect(part()).toMatchObject({ state: 'notMet', mendable: true, missing: [{ code: 'pledgeHouseholds' }] })
    const settled = duties(records).flatMap((one) => settlementOf(one, ledger, asOf))
    expect(part(aLedger([...records, ...settled])).state).toBe('met')
  })
})

describe('考核要的资料 — 四(一)', () => {
  it('工作会一年两次,经费要登记', () => {
    const meeting = (on: string) => aRecord('meeting', '', on)
    expect(openOf('meeting', [meeting('2026-01-05')])).toMatchObject([
      { dueOn: '2026-12-31', params: { have: 1, need: 2 }, part: null, mendableAfterDue: false },
    ])
    expect(openOf('meeting', [meeting('2026-01-05'), meeting('2026-02-05')])).toEqual([])
    expect(openOf('funds', [])).toMatchObject([{ dueOn: '2026-01-31' }])
    expect(openOf('funds', [aRecord('funds', '', '2026-02-01')])).toEqual([])
  })

  it('没有外来务工人员、没有学校,也要清点了才算', () => {
    const counted = (audience: string, on = '2026-05-01') =>
      aRecord('audience-count', '', on, { audience }, { id: audience })
    const asked = (records: LedgerRecord[]) =>
      openOf('audience-count', records).map(({ params }) => params!.audience)
    expect(asked([])).toEqual(['migrant', 'student'])
    expect(asked([counted('migrant')])).toEqual(['student'])
    expect(asked([counted('migrant', '2025-06-29')])).toEqual(['migrant', 'student'])
    expect(asked([counted('migrant', '2025-06-30')])).toEqual(['student'])
    expect(asked([counted('migrant'), aRecord('school', 's1', '2026-01-01')])).toEqual([])
  })

  it('没有名册的场所、没有答够的学校', () => {
    const venue = aRecord('venue', 'v1', '2026-02-01')
    expect(openOf('staff-roster', [venue])).toMatchObject([{ subjectId: 'v1', settledBy: 'staff-roster' }])
    expect(openOf('staff-roster', [venue, aRecord('staff-roster', 'v1', '2026-02-02')])).toEqual([])
    const school = aRecord('school', 's1', '2026-01-01', { pupils: 100 })
    const session = (valid: number, aware: number) =>
      aRecord('class-session', 's1', '2026-05-01', { pupils: 100, valid, aware })
    const count = (records: LedgerRecord[]) =>
      openOf('class-session', [school, ...records]).map(({ params }) => params!.count)
    expect(count([])).toEqual([20])
    expect(count([session(19, 19)])).toEqual([1])
    expect(count([session(20, 16)])).toEqual([])
    // 15 + 5 of 20 + 5 are 80 %.
    expect(count([session(20, 15)])).toEqual([5])
  })

  it('清点到的场所没有登记', () => {
    const survey = (venues: number, on = '2026-05-01') => aRecord('venue-survey', '', on, { venues })
    const venue = (id: string, extra = {}) => aRecord('venue', id, '2026-02-01', extra)
    const listed = (records: LedgerRecord[]) => openOf('venues', records).map(({ params }) => params!.count)
    expect(listed([survey(0)])).toEqual([])
    expect(listed([survey(2)])).toEqual([2])
    expect(listed([survey(2), venue('v1')])).toEqual([1])
    expect(listed([survey(1), venue('v1', { closedOn: '2026-05-01' })])).toEqual([1])
    expect(listed([survey(1), venue('v1', { closedOn: '2026-05-02' })])).toEqual([])
    const ledger = aLedger([survey(2)])
    const state = (one = ledger) => assess(one, { asOf }).parts.find(({ id }) => id === 'M6')!
    expect(state()).toMatchObject({ state: 'undetermined', mendable: true, next: { code: 'listVenues' } })
    const settled = openOf('venues', [survey(2)]).flatMap((one) => settlementOf(one, ledger, asOf))
    expect(state(aLedger([survey(2), ...settled])).state).toBe('notApplicable')
  })
})

describe('知晓率还差几人', () => {
  const short = (awareness: ObligationOptions['awareness'], records: LedgerRecord[] = []) =>
    openOf('awareness', records, { ...(awareness && { awareness }) })
  const tally = (aware: number, valid: number) => ({
    tallies: [{ channel: 'invited' as const, aware, valid }],
  })

  it('没有答题的数字就不说', () => {
    expect(short(undefined)).toEqual([])
    expect(short({ resident: tally(95, 100) })).toEqual([])
  })

  it.each([
    [tally(0, 0), 100],
    [tally(50, 50), 50],
    [tally(94, 100), 20],
    [tally(90, 100), 100],
  ])('%j 还差%i人,差的人都知晓了就达到', (counts, count) => {
    const [duty] = short({ resident: counts })
    expect(duty).toMatchObject({
      id: `awareness:${AREA}:2026-resident`,
      settledBy: null,
      part: null,
      params: { audience: 'resident', count },
    })
    const { aware, valid } = counts.tallies[0]!
    expect(short({ resident: tally(aware + count, valid + count) })).toEqual([])
    expect(short({ resident: tally(aware + count - 1, valid + count - 1) })).toHaveLength(1)
  })

  it('清点到没有外来务工人员,就不用答;人少的全答', () => {
    const count = (people: number) =>
      aRecord('audience-count', '', '2026-05-01', { audience: 'migrant', count: people })
    expect(short({ migrant: tally(0, 0) }, [count(0)])).toEqual([])
    expect(short({ migrant: tally(0, 0) }, [count(30)])).toMatchObject([{ params: { count: 30 } }])
  })

  it('场所按名册,没答的就是没知晓', () => {
    const records = [
      aRecord('venue', 'v1', '2026-02-01'),
      aRecord('staff-roster', 'v1', '2026-03-01', { headcount: 5 }),
    ]
    expect(short({ venue: tally(3, 3) }, records)).toMatchObject([
      { params: { audience: 'venue', count: 2 } },
    ])
    expect(short({ venue: tally(5, 5) }, records)).toEqual([])
  })

  it('说得清差谁、差几人', () => {
    const [duty] = short({ resident: tally(94, 100) })
    expect(obligationReason(duty!)).toBe('本村群众里还差20人答题并且知晓')
    expect(obligationTitle(duty!, { asOf })).toBe('再请人答题')
  })
})
