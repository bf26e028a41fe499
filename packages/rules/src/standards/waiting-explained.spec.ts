import { describe, expect, it } from '@jest/globals'
import { aRecord } from '../testing/builders.ts'
import { judgementOf } from '../testing/judge.ts'

const asOf = '2026-06-30'
const pending = { reviewState: 'pending' as const }
const registered = (id = 'p1') => aRecord('person-registration', id, '2026-01-01')
const status = (value: string, on: string, envelope = {}) =>
  aRecord('person-status', 'p1', on, { status: value, presence: null }, { id: `${value}/${on}`, ...envelope })
const inside = status('compulsory-isolation', '2026-01-01')

describe('S1 有人的变动在等核对 — 三(二)1', () => {
  it('说在等谁的哪天的变动;同一天的也等', () => {
    const waiting = status('missing', '2026-01-01', pending)
    expect(judgementOf('S1', [registered(), inside, waiting], asOf)).toStrictEqual({
      state: 'undetermined',
      reason: 'awaitingReview',
      numerator: 1,
      denominator: 1,
      deciding: [inside.id, waiting.id],
      missing: [{ code: 'statusPending', subjectId: 'p1', period: '2026-01-01' }],
      notes: [],
      next: { code: 'awaitReview' },
      mendable: false,
    })
  })

  it('另有没有措施的人,先说没有措施;没有状态的人没有变动可等', () => {
    const waiting = status('missing', '2026-05-01', pending)
    expect(judgementOf('S1', [registered(), inside, waiting, registered('p2')], asOf)).toMatchObject({
      state: 'notMet',
      missing: [
        { code: 'measure', subjectId: 'p2' },
        { code: 'statusPending', subjectId: 'p1' },
      ],
      next: { code: 'recordMeasures' },
      // A measure for p2 does not say what becomes of p1.
      mendable: false,
    })
    const bare = {
      ...registered(),
      occurredOn: asOf,
      payload: { ...registered().payload, registeredOn: asOf },
    }
    expect(judgementOf('S1', [bare, status('missing', asOf, pending)], asOf)).toMatchObject({
      state: 'notApplicable',
      notes: [{ code: 'inTerm' }],
    })
  })
})

describe('S2.threeYears 有认定在等核对 — 三(二)2', () => {
  const since = (id: string, on: string) =>
    aRecord('abstinence-start', id, '2026-01-05', { abstinentSince: on })
  const found = (usedOn: string, id = 'p1') => aRecord('relapse', id, '2026-05-01', { usedOn }, pending)
  const state = (usedOn: string) =>
    judgementOf('S2.threeYears', [registered(), since('p1', '2022-06-01'), found(usedOn)], asOf).state

  it('会打断三年的才等:起算那天和以后使用的', () => {
    expect(['2022-05-31', '2022-06-01', '2026-04-30'].map(state)).toEqual([
      'met',
      'undetermined',
      'undetermined',
    ])
  })

  it('没满三年的人不等;另有人不知道的,光补文书还不行', () => {
    const below = [registered(), since('p1', '2025-06-01'), found('2026-04-30')]
    expect(judgementOf('S2.threeYears', below, asOf).missing.map(({ code }) => code)).toEqual([
      'belowThreeYears',
    ])
    const both = [registered(), since('p1', '2022-06-01'), found('2026-04-30'), registered('p2')]
    expect(judgementOf('S2.threeYears', both, asOf)).toMatchObject({
      state: 'undetermined',
      missing: [
        { code: 'abstinenceStart', subjectId: 'p2' },
        { code: 'relapsePending', subjectId: 'p1', period: '2026-05-01' },
      ],
      mendable: false,
    })
  })
})

describe('M6 清点到的场所没有都登记 — 三(三)6', () => {
  it('说还差几个', () => {
    const survey = aRecord('venue-survey', '', '2026-06-01', { venues: 3 })
    expect(judgementOf('M6', [survey, aRecord('venue', 'v1', '2026-06-20')], asOf)).toMatchObject({
      state: 'undetermined',
      reason: 'evidenceMissing',
      missing: [{ code: 'venuesUnlisted', params: { count: 2 } }],
      next: { code: 'listVenues', params: { count: 2 } },
      mendable: true,
    })
  })
})

describe('M4 刑期不知道的人没填齐 — 三(三)4', () => {
  it('待判定,说缺依据', () => {
    const bare = aRecord('person-registration', 'p1', '2026-01-01', { gender: null })
    expect(judgementOf('M4', [bare, status('imprisoned', '2026-01-01')], asOf)).toMatchObject({
      state: 'undetermined',
      reason: 'evidenceMissing',
      missing: [{ code: 'fileFields', subjectId: 'p1' }],
    })
  })
})

describe('S9.work 用系统以前没有巡查的记录 — 三(二)9', () => {
  it('等依据,说几个网格;别的没做的补了也还要等', () => {
    const head = { startOn: '2026-06-02' }
    const grids = ['g1', 'g2'].map((id) => aRecord('grid', id, '2026-04-01'))
    const cleaned = ['g1', 'g2'].map((id) => aRecord('clean-up', id, '2026-06-05'))
    const catalogue = aRecord('village-document', '', '2026-06-05', { document: 'ledger-catalogue' })
    const past = ['g1', 'g2'].map((subjectId) => ({
      code: 'patrolBeforeStart',
      subjectId,
      period: '2026-05',
    }))
    expect(judgementOf('S9.work', [...grids, ...cleaned, catalogue], asOf, head)).toMatchObject({
      state: 'undetermined',
      missing: past,
      next: { code: 'pastEvidence', params: { count: 2 } },
    })
    expect(judgementOf('S9.work', [...grids, ...cleaned], asOf, head)).toMatchObject({
      state: 'notMet',
      missing: [{ code: 'document' }, ...past],
      mendable: false,
    })
  })
})
