import { describe, expect, it } from '@jest/globals'
import { ITEMS } from '../assessment/assessment.ts'
import { type Policies, type PolicyId } from '../policy/policies.ts'
import { WHOLE_NOTICE_POLICIES } from '../policy/whole-notice.ts'
import type { KindId } from '../records/record-kind.ts'
import { RECORD_KINDS } from '../records/record-kinds.ts'
import { generateLedger } from '../testing/ledger-generator.ts'
import { assess, assessYear } from '../testing/whole.ts'
import type { VillageLedger } from '../village-ledger.ts'
import { RULES } from './rules.ts'

const KINDS = Object.keys(RECORD_KINDS) as KindId[]
const kindsOf = ({ records }: VillageLedger): string[] => records.map(({ kind }) => kind)
const DAYS = ['2026-11-23']

/** As many villages as it takes to hold every kind of record, and four more. */
function manyVillages(): VillageLedger[] {
  const held = new Set<string>()
  const kept: VillageLedger[] = []
  for (let nth = 0; held.size < KINDS.length || kept.length < 4; nth++) {
    const ledger = generateLedger({
      seed: `declared-${nth}`,
      persons: 3 + (nth % 6),
      diligence: [60, 90, 100][nth % 3]!,
      startOn: ['2026-01-01', '2026-02-10', '2026-10-05'][nth % 3]!,
    })
    const kinds = kindsOf(ledger)
    if (nth >= 4 && kinds.every((kind) => held.has(kind))) continue
    for (const kind of kinds) held.add(kind)
    kept.push(ledger)
  }
  return kept
}
const ledgers = manyVillages()
const without = (ledger: VillageLedger, kind: KindId): VillageLedger => ({
  ...ledger,
  records: ledger.records.filter((record) => record.kind !== kind),
})

/** The figures that carry the ids of rules and items, for each day of each village. */
const partsOf = (ledger: VillageLedger) =>
  DAYS.map((asOf) => new Map(assess(ledger, { asOf }).parts.map(({ id, ...part }) => [id as string, part])))
const itemsOf = (ledger: VillageLedger) =>
  DAYS.map(
    (asOf) => new Map(assessYear(ledger, { asOf }).items.map(({ id, ...item }) => [id as string, item])),
  )

/** Another value of the same type; undefined where the value is no number, switch or list. */
function other(id: PolicyId): unknown {
  const { value } = WHOLE_NOTICE_POLICIES.values[id].versions[0]!
  if (id === 'judgedParts') return undefined
  if (id === 'cycleAnchor') return 'support-start'
  if (id === 'threeYearsScope') return 'outside-measures'
  if (typeof value === 'number') return value === 0 ? 50 : Math.ceil(value / 2)
  if (typeof value === 'boolean') return !value
  return Array.isArray(value) ? value.slice(1) : undefined
}

const changed = (id: PolicyId): Policies => ({
  ...WHOLE_NOTICE_POLICIES,
  values: {
    ...WHOLE_NOTICE_POLICIES.values,
    [id]: { ...WHOLE_NOTICE_POLICIES.values[id], versions: [{ from: '2023-03-24', value: other(id) }] },
  },
})

describe('what a rule says it reads', () => {
  const parts = ledgers.map(partsOf)
  it.each(KINDS)('%s: a part that does not read it is the same without it', (kind) => {
    ledgers.forEach((ledger, nth) => {
      const found = partsOf(without(ledger, kind))
      for (const { id, reads } of RULES)
        if (!reads.includes(kind))
          DAYS.forEach((_, day) => {
            expect([id, found[day]!.get(id)]).toEqual([id, parts[nth]![day]!.get(id)])
          })
    })
  })

  const items = ledgers.slice(0, 3).map(itemsOf)
  it.each(KINDS)('%s: an item that does not read it is the same without it', (kind) => {
    ledgers.slice(0, 3).forEach((ledger, nth) => {
      const found = itemsOf(without(ledger, kind))
      for (const { id, reads } of ITEMS)
        if (!reads.includes(kind))
          DAYS.forEach((_, day) => {
            expect([id, found[day]!.get(id)]).toEqual([id, items[nth]![day]!.get(id)])
          })
    })
  })

  const policyIds = Object.keys(WHOLE_NOTICE_POLICIES.values) as PolicyId[]
  it.each(policyIds.filter((id) => other(id) !== undefined))(
    '%s: a part that does not rest on it is the same when it changes',
    (id) => {
      const policies = changed(id)
      ledgers.forEach((ledger, nth) => {
        DAYS.forEach((asOf, day) => {
          const found = new Map(assess(ledger, { asOf, policies }).parts.map((part) => [part.id, part]))
          for (const { id: part, policy } of RULES)
            if (!policy.includes(id))
              expect([part, found.get(part)]).toEqual([part, { id: part, ...parts[nth]![day]!.get(part) }])
        })
      })
    },
  )

  it('names values of the policy that exist', () => {
    for (const { policy } of [...RULES, ...ITEMS])
      for (const id of policy) expect(Object.keys(WHOLE_NOTICE_POLICIES.values)).toContain(id)
  })
})
