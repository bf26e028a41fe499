import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { AwarenessCounts } from '../assessment/item.ts'
import type { Tally } from '../awareness/awareness-outcome.ts'
import { randomOf } from '../awareness/random.ts'
import { addDays, type IsoDate } from '../core/iso-date.ts'
import { WHOLE_NOTICE_POLICIES } from '../policy/whole-notice.ts'
import type { PartId, Scorecard } from '../scorecard.ts'
import { aLedger, aRecord } from '../testing/builders.ts'
import { generateLedger } from '../testing/ledger-generator.ts'
import { settlementOf } from '../testing/settle.ts'
import { assess, assessYear, obligations } from '../testing/whole.ts'
import { planHead, planSections, stepText } from '../text/gap-plan-text.ts'
import type { LedgerRecord, VillageLedger } from '../village-ledger.ts'
import { gapPlan } from './gap-plan.ts'
import type { GapPlan } from './plan.ts'
import { pointsOfYear } from './points-of-year.ts'

const policies = WHOLE_NOTICE_POLICIES
const day = fc.integer({ min: 0, max: 420 }).map((days) => addDays('2026-01-01', days))
const village = fc.record({
  seed: fc.nat(1_000_000),
  persons: fc.integer({ min: 0, max: 10 }),
  diligence: fc.constantFrom(0, 60, 90, 100),
  startOn: fc.constantFrom('2025-06-15', '2026-01-01', '2026-03-10'),
})
const villageOn = fc.tuple(village, day)
/** Generated inside the property, so that a counter-example is a line and not a ledger. */
const ledgerOf = (plan: { seed: number; persons: number; diligence: number; startOn: IsoDate }) =>
  generateLedger({ ...plan, seed: `${plan.seed}`, until: '2027-02-25' })

const awareness: AwarenessCounts = {
  resident: { tallies: [{ channel: 'household', aware: 70, valid: 90 }] },
  migrant: { tallies: [{ channel: 'self', aware: 100, valid: 120 }] },
}

const planOf = (ledger: VillageLedger, asOf: IsoDate): GapPlan =>
  gapPlan(ledger, { asOf, policies }, pointsOfYear(ledger, { asOf, policies, awareness }))

const withRecords = (ledger: VillageLedger, records: LedgerRecord[]): VillageLedger => ({
  ...ledger,
  records: [...ledger.records, ...records],
})

/** Does the duties of a plan, round after round, as the people of the village would: each when it is open. */
function settled(ledger: VillageLedger, plan: GapPlan, asOf: IsoDate): VillageLedger {
  const planned = new Set(plan.steps.flatMap(({ duties }) => duties.map(({ id }) => id)))
  let done = ledger
  for (let round = 0; round < 5; round++) {
    const due = obligations(done, { asOf, awareness }).open.filter(({ id }) => planned.delete(id))
    done = withRecords(
      done,
      due.flatMap((one) => settlementOf(one, done, asOf)),
    )
  }
  return done
}

/** The answers after those the plan asks for. */
function answered({ steps }: GapPlan, asOf: IsoDate) {
  const counts: Record<string, { tallies: Tally[] }> = { ...awareness } as never
  for (const { kind, duties } of steps) {
    if (kind !== 'awareness') continue
    const { audience, count } = duties[0]!.params as { audience: string; count: number }
    const channel = audience === 'migrant' ? 'self' : 'household'
    counts[audience] = {
      tallies: [...(counts[audience]?.tallies ?? []), { channel, aware: count, valid: count }],
    }
  }
  return { asOf, awareness: counts }
}

const statesOf = ({ parts }: Scorecard) => new Map(parts.map(({ id, state }) => [id, state]))

describe('补齐清单', () => {
  it('照着做完,每一项的结论和预计的一样', () => {
    fc.assert(
      fc.property(villageOn, ([made, asOf]) => {
        const ledger = ledgerOf(made)
        const plan = gapPlan(ledger, { asOf, policies })
        const now = statesOf(assess(ledger, { asOf }))
        const then = assess(settled(ledger, plan, asOf), { asOf })
        const states = statesOf(then)
        const expected = new Map<PartId, string>(now)
        for (const part of plan.parts) expected.set(part.id, part.after)
        expect(Object.fromEntries(states)).toEqual(Object.fromEntries(expected))
        expect(plan.verdict.after).toBe(then.verdict)
      }),
      { numRuns: 25 },
    )
  })

  it('照着做完,自评分和预计的一样,每一步加的分加起来就是升的分', () => {
    fc.assert(
      fc.property(villageOn, ([made, asOf]) => {
        const ledger = ledgerOf(made)
        const plan = planOf(ledger, asOf)
        const { now, after } = plan.points!
        expect(now).toBe(assessYear(ledger, { asOf, awareness }).points)
        expect(assessYear(settled(ledger, plan, asOf), answered(plan, asOf)).points).toBe(after)
        expect(plan.steps.reduce((sum, { effect }) => sum + effect.points, now)).toBe(after)
      }),
      { numRuns: 12 },
    )
  })
})

describe('一个刚开始的村', () => {
  const head = { startOn: '2026-06-01' }
  const backed = (covers: string, lastMonth: string) =>
    aRecord('past-evidence', '', '2026-06-02', { covers, firstMonth: '2026-01', lastMonth }, { id: covers })
  const ledger = aLedger([backed('activities', '2026-05'), backed('bottom-lines', '2026-03')], head)
  const asOf = '2026-06-20'
  const plan = planOf(ledger, asOf)

  it('照着做完就全部达标,最后一步写明', () => {
    expect(plan.verdict).toEqual({ now: 'notMet', after: 'met' })
    expect(plan.remaining).toEqual([])
    const completing = plan.steps.filter(({ effect }) => effect.completes)
    expect(completing).toHaveLength(1)
    const mending = plan.steps.filter(({ use }) => use === 'mend')
    expect(mending[mending.length - 1]).toBe(completing[0])
    expect(planHead(plan).join('')).toContain('十条标准和六项措施就全部达标。')
  })

  it('花的力气少、得到的多的在前', () => {
    const [first] = plan.steps
    expect(first).toMatchObject({ kind: 'roster-confirmation', effort: { minutes: 10, visits: 0 } })
    expect(first!.effect.met.length).toBeGreaterThan(1)
  })

  it('要镇里先核定底线,才有季度要报告', () => {
    const text = plan.steps.find(({ kind }) => kind === 'bottom-lines-text')!
    expect(text).toMatchObject({ owedBy: 'town-office', follows: false, serves: ['S10.lines'] })
    expect(planSections(plan).find(({ section }) => section === 'others')!.steps).toContain(text)
  })

  it('先做的开出后做的:登记了网格,才要安排网格员', () => {
    const kinds = plan.steps.map(({ kind }) => kind)
    expect(plan.steps.find(({ kind }) => kind === 'grid-worker')).toMatchObject({
      follows: true,
      use: 'keep',
    })
    expect(kinds.indexOf('grids')).toBeLessThan(kinds.indexOf('grid-worker'))
  })

  it('每一件都写明应办的编号、到期日、谁办、花多少', () => {
    const open = new Map(obligations(ledger, { asOf }).open.map((duty) => [duty.id, duty]))
    for (const { duties, owedBy, dueOn, effort, follows, use } of plan.steps) {
      expect(duties.length).toBeGreaterThan(0)
      expect(effort.minutes).toBeGreaterThan(0)
      expect(dueOn).toBe(duties.map((duty) => duty.dueOn).sort()[0])
      if (follows || use === 'points') continue
      for (const { id } of duties) expect(open.get(id)).toMatchObject({ owedBy })
    }
  })
})

describe('补不了的和要等的', () => {
  const person = [
    aRecord('person-registration', 'p1', '2026-01-01'),
    aRecord('person-status', 'p1', '2026-01-01'),
    aRecord('roster-confirmation', '', '2026-05-25'),
  ]
  const remainderOf = (id: PartId, records: LedgerRecord[], asOf = '2026-06-30') =>
    planOf(aLedger(records), asOf).remaining.find(({ part }) => part === id)

  it('过了的期、认定的再次使用,今年补不了', () => {
    expect(remainderOf('S2.talks', person)).toMatchObject({ why: 'lost', state: 'notMet' })
    const used = aRecord('relapse', 'p1', '2026-03-01')
    expect(remainderOf('S2.relapse', [...person, used])).toMatchObject({ why: 'lost' })
  })

  it('文书上的日期、派出所的结论不替人猜', () => {
    const plan = planOf(
      aLedger([...person, aRecord('urine-test', 'p1', '2026-06-29', { result: 'positive' })]),
      '2026-06-30',
    )
    expect(plan.facts.map(({ kind }) => kind).sort()).toEqual([
      'abstinence-start',
      'audience-count',
      'audience-count',
      'test-outcome',
    ])
    expect(plan.steps.map(({ kind }) => kind)).not.toContain('abstinence-start')
    const effects = plan.facts.map((step) => stepText(step, { asOf: '2026-06-30' }).effect)
    expect(effects).toContain('写明以后才知道第2条“三年巩固”够不够')
    expect(plan.remaining).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ part: 'S2.threeYears', why: 'fact', state: 'undetermined' }),
        expect.objectContaining({ part: 'S2.relapse', why: 'fact', state: 'undetermined' }),
      ]),
    )
  })

  it('等第二个人核对的、要纸质记录的,各说各的', () => {
    const pending = { ...aRecord('relapse', 'p1', '2026-03-01'), reviewState: 'pending' as const }
    expect(remainderOf('S2.relapse', [...person, pending])).toMatchObject({ why: 'review' })
    const late = planOf(aLedger(person, { startOn: '2026-05-10' }), '2026-05-31')
    expect(late.remaining.find(({ part }) => part === 'S7')).toMatchObject({ why: 'paper' })
  })

  it('巡查按月看:到哪天重新看,到那天就没有这一条了', () => {
    const grid = [
      aRecord('grid', 'g1', '2026-01-01'),
      aRecord('grid-assignment', 'g1', '2026-01-01'),
      aRecord('village-document', '', '2026-01-05', { document: 'ledger-catalogue' }),
      aRecord('clean-up', 'g1', '2026-06-01'),
    ]
    const left = remainderOf('S9.work', grid, '2026-06-20')!
    expect(left).toMatchObject({ why: 'date', on: '2026-07-10' })
    const patrolled = aLedger([...grid, aRecord('patrol', 'g1', '2026-06-20')])
    const work = (asOf: string) => assess(patrolled, { asOf }).parts.find(({ id }) => id === 'S9.work')!.state
    expect([work('2026-07-09'), work('2026-07-10')]).toEqual(['notMet', 'met'])
  })

  it('到明年才满三年的,今年补不了', () => {
    const since = (on: string) => aRecord('abstinence-start', 'p1', '2026-01-05', { abstinentSince: on })
    expect(remainderOf('S2.threeYears', [...person, since('2023-09-15')])).toMatchObject({
      why: 'date',
      on: '2026-09-15',
    })
    expect(remainderOf('S2.threeYears', [...person, since('2024-09-15')])).toMatchObject({
      why: 'lost',
      on: '2027-09-15',
    })
  })
})

describe('不管台账里有什么', () => {
  it('记录的先后、重复不影响一个字', () => {
    fc.assert(
      fc.property(villageOn, fc.nat(), ([made, asOf], seed) => {
        const ledger = ledgerOf(made)
        const records = randomOf(`${seed}`).shuffle([...ledger.records, ...ledger.records.slice(0, 9)])
        expect(JSON.stringify(gapPlan({ ...ledger, records }, { asOf, policies }))).toBe(
          JSON.stringify(gapPlan(ledger, { asOf, policies })),
        )
      }),
      { numRuns: 10 },
    )
  })

  it('读不出来的台账没有能做的事,也不出错', () => {
    for (const ledger of [null, 5, {}, { format: 'village-ledger@1', records: 5 }]) {
      const plan = gapPlan(ledger, { asOf: '2026-06-30', policies })
      expect([plan.steps, plan.facts]).toEqual([[], []])
      expect(plan.remaining.every(({ why, reason }) => why === 'other' && reason === 'malformedLedger')).toBe(
        true,
      )
    }
  })

  it('开始用系统以前没有要做的', () => {
    expect(planOf(aLedger([], { startOn: '2026-07-01' }), '2026-06-30').steps).toEqual([])
  })

  it('系统里不看的条款,不叫人去做', () => {
    const own = { judgedParts: [{ from: '2023-03-24', value: ['S2.talks', 'S7'] as const }] }
    const plan = gapPlan(ledgerOf({ seed: 1, persons: 5, diligence: 60, startOn: '2026-01-01' }), {
      asOf: '2026-06-30',
      policies: { ...policies, counties: { '441581': own } },
    })
    const kinds = new Set(plan.steps.map(({ kind }) => kind))
    for (const kind of ['grids', 'venue-survey', 'leading-group', 'document', 'funds'] as const)
      expect(kinds).not.toContain(kind)
    expect(
      plan.steps.every(({ serves }) => serves.every((id) => plan.parts.some((part) => part.id === id))),
    ).toBe(true)
  })

  it('当时已收到的记录,按当时的来', () => {
    const ledger = ledgerOf({ seed: 2, persons: 6, diligence: 90, startOn: '2026-01-01' })
    const knownAt = '2026-06-15T16:00:00.000Z'
    const received = { ...ledger, records: ledger.records.filter((one) => one.receivedAt! <= knownAt) }
    const { knownAt: _, ...known } = gapPlan(ledger, { asOf: '2026-06-30', knownAt, policies })
    const { knownAt: __, ...cut } = gapPlan(received, { asOf: '2026-06-30', policies })
    expect(known).toEqual(cut)
  })
})
