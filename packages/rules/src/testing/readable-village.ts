import type { VillageLedger } from '../village-ledger.ts'
import { generateLedger, type LedgerPlan } from './ledger-generator.ts'

/** The name under which fast-check looks for a value's own words. */
const TO_STRING = Symbol.for('fast-check/toStringMethod')

/** One record on a line: `2026-03-05 talk 52a9 {"found":"yes"} pending`. */
const lineOf = ({
  occurredOn,
  kind,
  subjectId,
  payload,
  reviewState,
}: VillageLedger['records'][number]): string =>
  [
    occurredOn,
    kind,
    subjectId.slice(0, 4),
    JSON.stringify(payload),
    ...(reviewState === 'accepted' ? [] : [reviewState]),
  ].join(' ')

/** A generated village that a counter-example prints as its plan and one line a record, in the order of their days. */
export function aVillage(plan: LedgerPlan): VillageLedger {
  const ledger = generateLedger(plan)
  const text = (): string =>
    [`generateLedger(${JSON.stringify(plan)})`, ...ledger.records.map(lineOf).sort()].join('\n  ')
  return Object.defineProperty(ledger, TO_STRING, { value: text, enumerable: false })
}
