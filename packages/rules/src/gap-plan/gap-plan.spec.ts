import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { AwarenessCounts } from '../assessment/item.ts'
import type { Tally } from '../awareness/awareness-outcome.ts'
import { addDays, type IsoDate } from '../core/iso-date.ts'
import { WHOLE_NOTICE_POLICIES } from '../policy/policies.ts'
import type { PartId, Scorecard } from '../scorecard.ts'
import { aRecord } from '../testing/builders.ts'
import { generateLedger } from '../testing/ledger-generator.ts'
import { settlementOf } from '../testing/settle.ts'
import { assess, assessYear, obligations } from '../testing/whole.ts'
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
  gapPlan(ledger, { asOf, policies }, pointsOfYear({ asOf, policies, awareness }))

const withRecords = (ledger: VillageLedger, records: LedgerRecord[]): VillageLedger => ({
  ...ledger,
  records: [...ledger.records, ...records],
})

/** Does the duties of a plan, round after round, as the people of the village would: each when it is open. */
function settled(ledger: VillageLedger, plan: GapPlan, asOf: IsoDate): VillageLedger {
  const planned = new Set(plan.steps.flatMap(({ duties }) => duties.map(({ id }) => id)))
  let done = ledger
  for (let round = 0; round < 5; round++) {
    const due = obligations(done, { asOf }).open.filter(({ id }) => planned.delete(id))
    done = withRecords(
      done,
      due.flatMap((one) => settlementOf(one, done, asOf)),
    )
  }
  return done
}

/** Does what earns points and is no duty. */
function earned(ledger: VillageLedger, { steps, year }: GapPlan, asOf: IsoDate): VillageLedger {
  const records: LedgerRecord[] = []
  for (const { kind, duties } of steps)
    duties.forEach(({ subjectId, params = {} }, nth) => {
      const id = { id: `earns_${kind}_${subjectId}_${nth}` }
      const on = addDays(asOf, -((params.daysBack as number | undefined) ?? 0))
      if (kind === 'funds') records.push(aRecord('funds', '', on, {}, id))
      else if (kind === 'meeting') records.push(aRecord('meeting', '', on, {}, id))
      else if (kind === 'class-session')
        records.push(
          aRecord(kind, subjectId, on, { pupils: params.more, valid: params.more, aware: params.more }, id),
        )
      // The only document that no duty asks for: it is a duty where there are grids.
      else if (kind === 'document' && params.document === 'ledger-catalogue')
        records.push(aRecord('village-document', '', on, { document: params.document, year }, id))
    })
  return withRecords(ledger, records)
}

/** The answers after those the plan asks for. */
function answered({ steps }: GapPlan, asOf: IsoDate) {
  const counts: Record<string, { tallies: Tally[] }> = { ...awareness } as never
  for (const { kind, duties } of steps) {
    if (kind !== 'answers') continue
    const { audience, more } = duties[0]!.params as { audience: string; more: number }
    const channel = audience === 'migrant' ? 'self' : 'household'
    counts[audience] = {
      tallies: [...(counts[audience]?.tallies ?? []), { channel, aware: more, valid: more }],
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
      { numRuns: 40 },
    )
  })

  it('照着做完,自评分和预计的一样,每一步加的分加起来就是升的分', () => {
    fc.assert(
      fc.property(villageOn, ([made, asOf]) => {
        const ledger = ledgerOf(made)
        const plan = planOf(ledger, asOf)
        const { now, after } = plan.points!
        expect(now).toBe(assessYear(ledger, { asOf, awareness }).points)
        expect(assessYear(earned(settled(ledger, plan, asOf), plan, asOf), answered(plan, asOf)).points).toBe(
          after,
        )
        expect(plan.steps.reduce((sum, { effect }) => sum + effect.points, now)).toBe(after)
      }),
      { numRuns: 25 },
    )
  })
})
