import { describe, expect, it } from '@jest/globals'
import { aRecord } from '../testing/builders.ts'
import { partOf } from '../testing/judge.ts'

const base = [
  aRecord('person-registration', 'p1', '2026-01-01'),
  aRecord('person-status', 'p1', '2026-01-01'),
]
const judged = (payload: object, asOf = '2026-06-30', registration = {}) =>
  partOf(
    'S4.groups',
    [
      aRecord('person-registration', 'p1', '2026-01-01', registration),
      base[1]!,
      aRecord('support-group', 'p1', '2026-01-10', payload as Record<string, unknown>),
    ],
    asOf,
  )

describe('家庭、村（社区）、派出所等单位组成的帮教小组 — 三(二)4', () => {
  it('三种人都有才达标', () => {
    expect(judged({})).toMatchObject({ state: 'met', numerator: 1, denominator: 1 })
    for (const kind of ['family', 'village-cadre', 'police']) {
      const members = ['family', 'village-cadre', 'police', 'medical', 'volunteer', 'social-worker'].filter(
        (one) => one !== kind,
      )
      expect(judged({ members })).toMatchObject({
        state: 'notMet',
        missing: [{ code: 'groupMembers', subjectId: 'p1', params: { kinds: [kind] } }],
        mendable: true,
      })
    }
  })

  it('没有家里人参加的,写明原因就算', () => {
    const members = ['village-cadre', 'police']
    expect(judged({ members, noFamilyReason: 'no-relatives' }).state).toBe('met')
    expect(judged({ members }, '2026-06-30', { noFamilyReason: 'no-relatives' }).state).toBe('met')
    expect(judged({ members: ['village-cadre'], noFamilyReason: 'no-relatives' }).state).toBe('notMet')
  })

  it('期限内不齐的先不算:第15天不判,第16天判', () => {
    expect(judged({ members: ['police'] }, '2026-01-16')).toMatchObject({
      state: 'notApplicable',
      notes: [{ code: 'inTerm', params: { count: 1 } }],
    })
    expect(judged({ members: ['police'] }, '2026-01-17').state).toBe('notMet')
  })

  it('没有小组的人由帮教率判,这里不算', () => {
    expect(partOf('S4.groups', base, '2026-06-30').state).toBe('notApplicable')
  })

  it('小组改了人,按最后一次的人判', () => {
    const first = aRecord('support-group', 'p1', '2026-01-10', { members: ['police'] })
    const second = aRecord('support-group', 'p1', '2026-01-10', {}, { revision: 2 })
    expect(partOf('S4.groups', [...base, second, first], '2026-06-30').state).toBe('met')
  })
})
