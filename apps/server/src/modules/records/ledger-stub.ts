import { isKindId, type LedgerRecord, RECORD_KINDS, upcastRecord, yearOf } from '@dfv/rules'

/** Kinds that decide to which sets of persons somebody belongs; they are needed for as long as he is counted. */
const SET_KINDS: readonly string[] = [
  'person-registration',
  'person-status',
  'abstinence-start',
  'relapse',
  'test-outcome',
]

/**
 * What remains on a phone of a record whose file this reader may not see: the fields that the rules read, nothing else,
 * so that phone and server still score alike. Of a sealed file only what decides its sets, and the work of the year of
 * sealing and the year before, which may still be scored.
 * The outcome of a test and of its check stay in the stub of a minor too: whether the village's tests count and whether a
 * use broke the abstinence is judged from them, on the phone as on the server. Who the person is does not stay.
 * @returns undefined when nothing remains
 */
export function stubOf(record: LedgerRecord, sealedOn: string | null): LedgerRecord | undefined {
  const isOld = sealedOn !== null && yearOf(record.occurredOn) < yearOf(sealedOn) - 1
  if (isOld && !SET_KINDS.includes(record.kind)) return undefined
  const { kind, ...lifted } = upcastRecord(record)
  const facts = isKindId(kind) ? RECORD_KINDS[kind].facts : []
  const payload = Object.fromEntries(
    facts.filter((name) => name in lifted.payload).map((name) => [name, lifted.payload[name]]),
  )
  return { ...lifted, kind, payload }
}
