import { describe, expect, it } from '@jest/globals'
import { type Policies } from '../policy/policies.ts'
import { WHOLE_NOTICE_POLICIES } from '../policy/whole-notice.ts'
import { AREA, aRecord } from '../testing/builders.ts'
import { partOf } from '../testing/judge.ts'

const roster = aRecord('roster-confirmation', '', '2026-05-31')
const found = (payload = {}, on = '2026-03-01', envelope = {}) =>
  aRecord('new-finding', 'n1', on, payload, envelope)

describe('S5.newUsers 没有新发现 — 三(二)5', () => {
  it.each([
    ['没有', [], 'met'],
    ['户口在本村、人住本村', [found()], 'notMet'],
    ['外地户口住满六个月', [found({ residence: 'inflow', monthsHere: 6 })], 'notMet'],
    ['外地户口没住满六个月', [found({ residence: 'inflow', monthsHere: 5 })], 'met'],
    ['户口在本村、人住外地', [found({ residence: 'household-only' })], 'met'],
    ['去年发现的', [found({}, '2025-12-31')], 'met'],
    ['今年第一天发现的', [found({}, '2026-01-01')], 'notMet'],
    ['主动登记的另外列出', [found({ origin: 'registered' })], 'met'],
    ['等人核对的', [found({}, undefined, { reviewState: 'pending' as const })], 'undetermined'],
  ])('%s', (_, records, state) => {
    expect(partOf('S5.newUsers', [roster, ...records], '2026-06-30').state).toBe(state)
  })

  it('主动登记的算不算,由政策定', () => {
    const own = [roster, found({ origin: 'sought-treatment' })]
    expect(partOf('S5.newUsers', own, '2026-06-30').notes).toEqual([
      { code: 'selfRegistered', params: { count: 1 } },
    ])
    const policies: Policies = {
      ...WHOLE_NOTICE_POLICIES,
      counties: { [AREA.slice(0, 6)]: { countSelfRegistered: [{ from: '2026-01-01', value: true }] } },
    }
    expect(partOf('S5.newUsers', own, '2026-06-30', {}, { policies }).state).toBe('notMet')
  })

  it('没法补,就直说', () => {
    expect(partOf('S5.newUsers', [roster, found()], '2026-06-30')).toMatchObject({
      next: { code: 'cannotMend' },
      mendable: false,
    })
  })

  it('转走以后发现的,不算本村', () => {
    const person = [
      aRecord('person-registration', 'n1', '2026-01-01'),
      aRecord('transfer-acceptance', 'n1', '2026-03-01'),
    ]
    expect(partOf('S5.newUsers', [roster, ...person, found({}, '2026-02-28')], '2026-06-30').state).toBe(
      'notMet',
    )
    expect(partOf('S5.newUsers', [roster, ...person, found({}, '2026-03-01')], '2026-06-30').state).toBe(
      'met',
    )
  })
})

describe('S5.crimes 没有制贩种 — 三(二)5', () => {
  const incident = (incidentType: string, on = '2026-03-01', envelope = {}) =>
    aRecord('incident', '', on, { incidentType }, envelope)
  it.each([
    ['制毒', [incident('manufacture')], 'notMet'],
    ['贩毒', [incident('trafficking')], 'notMet'],
    ['种植', [incident('cultivation')], 'notMet'],
    ['其他涉案情况', [incident('other')], 'met'],
    ['去年的', [incident('trafficking', '2025-12-31')], 'met'],
    ['等人核对的', [incident('trafficking', undefined, { reviewState: 'pending' as const })], 'undetermined'],
  ])('%s', (_, records, state) => {
    expect(partOf('S5.crimes', [roster, ...records], '2026-06-30').state).toBe(state)
  })

  it('名册没确认过,没有记录也不能说没有', () => {
    expect(partOf('S5.crimes', [], '2026-06-30').state).toBe('undetermined')
    expect(partOf('S5.newUsers', [], '2026-06-30').state).toBe('undetermined')
  })
})
