import { describe, expect, it } from '@jest/globals'
import { POLICIES } from '../policy/policies.ts'
import { WHOLE_NOTICE_POLICIES } from '../policy/whole-notice.ts'
import { AREA, aLedger, aRecord } from '../testing/builders.ts'
import { generateLedger } from '../testing/ledger-generator.ts'
import { assess } from '../testing/whole.ts'
import {
  onboardingFigures,
  onboardingHow,
  onboardingSummary,
  onboardingTitle,
} from '../text/zh-onboarding.ts'
import type { LedgerRecord } from '../village-ledger.ts'
import { type OnboardingStepId, onboarding } from './onboarding.ts'

const startOn = '2026-10-08'
const asOf = '2026-10-20'
const P = 'person-1'

const of = (records: LedgerRecord[], policies = WHOLE_NOTICE_POLICIES, start = startOn) => {
  const found = onboarding(aLedger(records, { startOn: start }), { asOf, policies })
  const step = (id: OnboardingStepId) => found.steps.find((one) => one.id === id)
  return { ...found, step }
}
const supported = [
  aRecord('person-registration', P, '2024-05-06', { noFamilyReason: null }),
  aRecord('person-status', P, '2025-01-06', { status: 'community-rehabilitation', presence: 'at-home' }),
]
const pending = { reviewState: 'pending' as const }

describe('一个10月开始的村：开通清单', () => {
  it('an empty village misses its registers and papers, and the months before its start', () => {
    const { steps, step, done } = of([])
    expect(done).toBe(0)
    expect(steps.map(({ id }) => id)).toEqual([
      'roster',
      'sweep',
      'venues',
      'grids',
      'site',
      'leadingGroup',
      'office',
      'documents',
      'bottomLines',
      'pledges',
      'pastActivities',
      'pastQuarters',
    ])
    expect(step('roster')).toMatchObject({ state: 'open', owedBy: 'village-secretary', have: 0, need: 1 })
    // January to September; October is the month it began in.
    expect(step('pastActivities')).toMatchObject({ have: 0, need: 9 })
    expect(step('pastQuarters')).toMatchObject({ have: 0, need: 3 })
    expect(step('documents')).toMatchObject({ have: 0, need: 6 })
  })

  it('asks only for what is kept here', () => {
    const { steps } = of([], {
      ...POLICIES,
      values: {
        ...POLICIES.values,
        judgedParts: { ...POLICIES.values.judgedParts, versions: [{ from: '2023-03-24', value: ['S7'] }] },
      },
    })
    expect(steps.map(({ id }) => id)).toEqual(['roster', 'pastActivities'])
  })

  it('a confirmed roster is a roster, also an empty one', () => {
    const confirmed = aRecord('roster-confirmation', AREA, '2026-10-15', { month: '2026-10', correct: 'yes' })
    expect(of([confirmed]).step('roster')).toMatchObject({ state: 'done', have: 1 })
  })

  it('a status that waits for a second person is waiting, not missing', () => {
    const [registration, status] = supported as [LedgerRecord, LedgerRecord]
    expect(of([registration]).step('statuses')).toMatchObject({
      state: 'open',
      missing: [{ code: 'measure', subjectId: P }],
    })
    expect(of([registration, { ...status, ...pending }]).step('statuses')).toMatchObject({
      state: 'waiting',
      waiting: 1,
    })
    expect(of(supported).step('statuses')).toMatchObject({ state: 'done' })
  })

  it('whoever is under support needs a group of family, cadre and police; the town office enters the date of abstinence', () => {
    expect(of(supported).step('groups')).toMatchObject({ state: 'open', missing: [{ code: 'supportGroup' }] })
    const group = aRecord('support-group', P, '2025-01-10', { members: ['family', 'village-cadre'] })
    expect(of([...supported, group]).step('groups')).toMatchObject({
      missing: [{ code: 'groupMembers', params: { kinds: ['police'] } }],
    })
    expect(of(supported).step('abstinence')).toMatchObject({ owedBy: 'town-office', have: 0, need: 1 })
    const since = aRecord('abstinence-start', P, '2026-10-09', { abstinentSince: '2025-01-06' })
    expect(of([...supported, since]).step('abstinence')).toMatchObject({ state: 'done' })
  })

  describe('开始以前的谈话', () => {
    // Cycles of two months: 1–2, 3–4, 5–6, 7–8 had ended on 8 October; 9–10 is the first of the ledger's own.
    it('counts the cycles that ended before the start, person by person', () => {
      expect(of(supported).step('pastTalks')).toMatchObject({
        have: 0,
        need: 4,
        waiting: 0,
        owedBy: 'case-worker',
      })
      expect(of(supported).step('pastTalks')?.missing).toContainEqual({
        code: 'talkBeforeStart',
        subjectId: P,
        period: '2026-C1',
      })
    })

    it('single talks count for their own cycle; one that waits for review is waiting', () => {
      const january = aRecord('talk', P, '2026-01-20', { found: 'yes' })
      const april = aRecord('talk', P, '2026-04-20', { found: 'yes' }, pending)
      const notMet = aRecord('talk', P, '2026-06-20', { found: 'no' })
      expect(of([...supported, january, april, notMet]).step('pastTalks')).toMatchObject({
        state: 'open',
        have: 1,
        waiting: 1,
        missing: [{ period: '2026-C3' }, { period: '2026-C4' }],
      })
    })

    it('paper backs whole cycles once the town has accepted it', () => {
      const paper = aRecord('past-evidence', AREA, '2026-10-10', {
        covers: 'talks',
        firstMonth: '2026-01',
        lastMonth: '2026-09',
      })
      expect(of([...supported, { ...paper, ...pending }]).step('pastTalks')).toMatchObject({
        state: 'waiting',
        waiting: 4,
      })
      expect(of([...supported, paper]).step('pastTalks')).toMatchObject({ state: 'done', have: 4 })
      expect(of([...supported, paper]).step('pastTests')).toMatchObject({ state: 'open', need: 4 })
    })
  })

  it('four activities, or paper, make a month before the start', () => {
    const four = ['03', '09', '15', '21'].map((day) =>
      aRecord('publicity-activity', AREA, `2026-03-${day}`, { place: `地点${day}` }, { id: `a-${day}` }),
    )
    const paper = aRecord('past-evidence', AREA, '2026-10-10', {
      covers: 'activities',
      firstMonth: '2026-04',
      lastMonth: '2026-05',
    })
    const waiting = four.map((record) => ({ ...record, ...pending }))
    expect(of([...four, paper]).step('pastActivities')).toMatchObject({ have: 3, waiting: 0 })
    expect(of([...waiting, paper]).step('pastActivities')).toMatchObject({ have: 2, waiting: 1 })
  })

  it('is complete when nothing of the time before the start is undetermined any more', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const ledger = { ...generateLedger({ seed, persons: 6, diligence: 70, until: asOf }), startOn }
      const { steps } = onboarding(ledger, { asOf, policies: WHOLE_NOTICE_POLICIES })
      const { parts } = assess(ledger, { asOf })
      const missingOf = (part: string, code: string) =>
        parts.find(({ id }) => id === part)?.missing.filter((one) => one.code === code).length ?? 0
      const openOf = (id: OnboardingStepId) => {
        const step = steps.find((one) => one.id === id)
        return step ? step.need - step.have : 0
      }
      expect(openOf('pastTalks')).toBe(missingOf('S2.talks', 'talkBeforeStart'))
      expect(openOf('pastTests')).toBe(missingOf('S2.tests', 'testBeforeStart'))
      expect(openOf('pastActivities')).toBe(missingOf('S7', 'activitiesBeforeStart'))
    }
  })

  it('a village that began with the year has no past to bring in', () => {
    const { steps } = of(supported, WHOLE_NOTICE_POLICIES, '2026-01-01')
    expect(steps.map(({ id }) => id).filter((id) => id.startsWith('past'))).toEqual([])
  })

  it('never throws for what a ledger may hold', () => {
    for (const ledger of [null, {}, { format: 'village-ledger@1' }, aLedger([], { startOn: 'x' })])
      expect(() => onboarding(ledger, { asOf })).not.toThrow()
    expect(() => onboarding(aLedger([]), { asOf: '2026-13-01' })).toThrow(RangeError)
  })

  it('says in plain words what is there and what is missing', () => {
    const found = of(supported)
    expect(onboardingSummary(found)).toMatch(/^\d+ 项里齐了 1 项，还有 \d+ 项。$/)
    for (const { id } of found.steps) {
      expect(onboardingTitle(id)).not.toBe('')
      expect(onboardingHow(id)).toMatch(/。$/)
    }
    const january = aRecord('talk', P, '2026-01-20', { found: 'yes' })
    const april = aRecord('talk', P, '2026-04-20', { found: 'yes' }, pending)
    expect(onboardingFigures(of([...supported, january, april]).step('pastTalks')!)).toBe(
      '已有 1 人次，1 人次等审核，还缺 2 人次',
    )
    expect(onboardingFigures(of(supported).step('statuses')!)).toBe('')
  })
})
