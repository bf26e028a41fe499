import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { plaqueOf } from '../plaque/plaque.ts'
import { type Policies, type PolicyId } from '../policy/policies.ts'
import { WHOLE_NOTICE_POLICIES } from '../policy/whole-notice.ts'
import { carriedHistory } from '../registers/carried-history.ts'
import { shownFigures } from '../shown/shown.ts'
import { AREA, aLedger, aRecord } from '../testing/builders.ts'
import { generateLedger } from '../testing/ledger-generator.ts'
import { assess, assessYear, obligations } from '../testing/whole.ts'
import type { VillageLedger } from '../village-ledger.ts'
import { RULES } from './rules.ts'

const asOf = '2026-06-30'
const ledger = generateLedger({ seed: 'bad-input', persons: 4 })

/** Any JSON, a ledger with any head, and a ledger of which any field of any record holds any JSON. */
const anyLedger = fc.oneof(
  fc.jsonValue(),
  fc.record({
    format: fc.constantFrom('village-ledger@1', 5),
    areaCode: fc.oneof(fc.constant(AREA), fc.jsonValue()),
    startOn: fc.oneof(fc.constant('2026-01-01'), fc.jsonValue()),
    ledgerVersion: fc.oneof(fc.constant(1), fc.jsonValue()),
    records: fc.oneof(fc.jsonValue(), fc.constant(ledger.records)),
  }),
  fc
    .array(fc.record({ at: fc.nat(), key: fc.nat(), value: fc.jsonValue(), isPayload: fc.boolean() }), {
      minLength: 1,
      maxLength: 12,
    })
    .map((changes) => {
      const records: object[] = ledger.records.slice()
      for (const { at, key, value, isPayload } of changes) {
        const record = records[at % records.length] as VillageLedger['records'][number]
        const target: object =
          isPayload && typeof record.payload === 'object' ? (record.payload ?? {}) : record
        const keys = Object.keys(target)
        const changed = { ...target, [keys[key % Math.max(1, keys.length)] ?? 'x']: value }
        records[at % records.length] = target === record ? changed : { ...record, payload: changed }
      }
      return { ...ledger, records }
    }),
)

describe('whatever a ledger holds', () => {
  it('no judgement throws, and a part that cannot be read is no pass', () => {
    fc.assert(
      fc.property(anyLedger, (broken) => {
        const { parts } = assess(broken, { asOf })
        expect(parts).toHaveLength(RULES.length)
        const year = assessYear(broken, { asOf })
        for (const { points, weight, state } of year.items) {
          expect(points).toBeLessThanOrEqual(weight)
          if (state === 'undetermined') expect(points).toBe(0)
        }
        obligations(broken, { asOf })
        shownFigures(broken, { asOf })
        carriedHistory(broken, 'p1', { asOf })
      }),
      { numRuns: 80 },
    )
  })

  it('no decision makes the plaque throw', () => {
    const anyDecision = fc.oneof(
      fc.jsonValue(),
      fc.record({
        id: fc.constantFrom('a', 'b', 'c'),
        kind: fc.oneof(fc.constantFrom('passed', 'failed', 'submitted', 'awarded'), fc.jsonValue()),
        year: fc.oneof(fc.constantFrom(2024, 2025), fc.jsonValue()),
        on: fc.oneof(fc.constantFrom('2025-01-01', '2026-01-01', '2020-01-01'), fc.jsonValue()),
        document: fc.oneof(fc.constant('文'), fc.jsonValue()),
        corrects: fc.oneof(fc.constant(undefined), fc.constantFrom('a', 'b'), fc.jsonValue()),
      }),
    )
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.array(anyDecision, { maxLength: 8 })), (decisions) => {
        const { history, troubles, state } = plaqueOf(decisions, { asOf })
        if (Array.isArray(decisions))
          expect(history.length + troubles.length).toBeLessThanOrEqual(decisions.length)
        if (history.length === 0) expect(state).toBe('none')
      }),
      { numRuns: 300 },
    )
  })

  it('a record of tomorrow, a kind and a version of a newer app, say so', () => {
    const base = [
      aRecord('person-registration', 'p1', '2026-01-01'),
      aRecord('person-status', 'p1', '2026-01-01'),
    ]
    const s1 = (more: VillageLedger['records']) =>
      assess(aLedger([...base, ...more]), { asOf }).parts.find(({ id }) => id === 'S1')!
    const tomorrow = aRecord('person-status', 'p1', '2026-07-01', { status: 'missing', presence: null })
    expect(s1([tomorrow]).state).toBe('met')
    expect(s1([{ ...tomorrow, kind: 'from-a-newer-app' }]).state).toBe('met')
    const today = { ...tomorrow, occurredOn: asOf }
    expect(s1([{ ...today, kind: 'from-a-newer-app' }])).toMatchObject({
      state: 'undetermined',
      reason: 'unknownKind',
      path: `records[id=${today.id}].kind`,
      next: { code: 'updateApp' },
    })
    expect(s1([{ ...today, schemaVersion: 9 }])).toMatchObject({ reason: 'newerVersion' })
    expect(s1([{ ...today, payload: { from: asOf, status: 'gone' } }])).toMatchObject({
      state: 'undetermined',
      reason: 'malformedRecord',
      path: `records[id=${today.id}].payload.status`,
    })
  })
})

/** A policy of which one value has no version on any day, or none on the days asked for. */
const withHole = (id: PolicyId, versions: readonly object[]): Policies =>
  ({
    ...WHOLE_NOTICE_POLICIES,
    values: {
      ...WHOLE_NOTICE_POLICIES.values,
      [id]: { ...WHOLE_NOTICE_POLICIES.values[id], versions },
    },
  }) as Policies

describe('a hole in the policy', () => {
  const ids = (Object.keys(WHOLE_NOTICE_POLICIES.values) as PolicyId[]).filter((id) => id !== 'judgedParts')
  it.each(ids)('%s: what rests on it is undetermined, nothing throws, nothing turns into a pass', (id) => {
    const { versions } = WHOLE_NOTICE_POLICIES.values[id]
    const before = new Map(assess(ledger, { asOf }).parts.map(({ id: part, state }) => [part, state]))
    for (const hole of [
      [],
      [{ ...versions[0]!, from: '2030-01-01' }],
      [{ ...versions[0]!, until: '2024-01-01' }],
    ]) {
      const policies = withHole(id, hole)
      for (const part of assess(ledger, { asOf, policies }).parts) {
        if (part.reason === 'noPolicy') expect(part.state).toBe('undetermined')
        else if (before.get(part.id) !== 'met') expect([part.id, part.state]).not.toEqual([part.id, 'met'])
        expect(part.reason).not.toBe('ruleFailed')
      }
      for (const { reason } of assessYear(ledger, { asOf, policies }).items) expect(reason).not.toBe('failed')
      obligations(ledger, { asOf, policies })
      shownFigures(ledger, { asOf, policies })
    }
  })
})
