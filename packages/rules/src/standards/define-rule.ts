import type { State } from '../core/outcome.ts'
import type { PolicyId } from '../policy/policies.ts'
import { NoPolicyError, versionsUsed } from '../policy/policy-at.ts'
import type { KindId } from '../records/record-kind.ts'
import type { Village } from '../registers/village.ts'
import type { Clause, GateId, Missing, Next, Note, PartId, PartOutcome, Reason } from '../scorecard.ts'

/** What a rule finds. */
export type Judgement = {
  state: State
  numerator?: number
  denominator?: number
  deciding?: string[]
  missing?: Missing[]
  notes?: Note[]
  next?: Next
  mendable?: boolean
  reason?: Reason
}

/** One part of a standard: its clause, what it reads, and a pure judgement. */
export type Rule = {
  id: PartId
  standard: GateId
  clause: Clause
  /** The kinds of record it reads; one that cannot be read leaves the part undetermined. */
  reads: readonly KindId[]
  /** The policy values it rests on. */
  policy: readonly PolicyId[]
  judge: (village: Village) => Judgement
}

/** The kinds every rule about persons reads. */
export const PERSON_KINDS: readonly KindId[] = [
  'person-registration',
  'person-status',
  'abstinence-start',
  'relapse',
  'urine-test',
  'test-outcome',
  'transfer-acceptance',
  'carry-over',
  'roster-confirmation',
]

/** The values that say who is on the register and whether it was counted: every rule about persons rests on them. */
export const PERSON_POLICY: readonly PolicyId[] = [
  'threeYearsMonths',
  'longSentenceMonths',
  'longMissingMonths',
  'graceDays',
]

const undetermined = (reason: Reason, next: Next): Judgement => ({ state: 'undetermined', reason, next })

function judged(rule: Rule, village: Village): Judgement & { path?: string } {
  const trouble = village.ledger.troubles.find(({ kind }) => kind === null || rule.reads.includes(kind))
  if (trouble !== undefined) {
    const isNewer = trouble.reason === 'newerVersion' || trouble.reason === 'unknownKind'
    return {
      ...undetermined(trouble.reason, { code: isNewer ? 'updateApp' : 'reportFault' }),
      path: trouble.path,
    }
  }
  try {
    return rule.judge(village)
  } catch (error) {
    return undetermined(error instanceof NoPolicyError ? 'noPolicy' : 'ruleFailed', { code: 'reportFault' })
  }
}

/** Each id once, sorted. */
function sortedOnce(ids: readonly string[] = []): string[] {
  const sorted = ids.slice().sort()
  return sorted.every((id, at) => id !== sorted[at - 1]) ? sorted : Array.from(new Set(sorted))
}

/** Runs one rule. Whatever is thrown inside leaves this part undetermined, and no other. */
export function runRule(rule: Rule, village: Village): PartOutcome {
  const { id, standard, clause } = rule
  const found = judged(rule, village)
  const outcome: PartOutcome = {
    id,
    standard,
    clause: { ref: clause.ref, quote: clause.quote },
    state: found.state,
    ...(found.denominator === undefined
      ? {}
      : { numerator: found.numerator ?? 0, denominator: found.denominator }),
    policy: versionsUsed(village.policies, village.ledger.areaCode, rule.policy, village.asOf),
    deciding: sortedOnce(found.deciding),
    missing: found.missing ?? [],
    notes: found.notes ?? [],
    ...(found.next === undefined ? {} : { next: found.next }),
    mendable: found.mendable ?? false,
    ...(found.reason === undefined ? {} : { reason: found.reason }),
    ...(found.path === undefined ? {} : { path: found.path }),
  }
  return outcome
}
