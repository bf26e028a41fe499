import { type Instant, type IsoDate, isInstant, isIsoDate } from '../core/iso-date.ts'
import { POLICIES, type Policies } from '../policy/policies.ts'
import { RULES_VERSION } from '../standards/assess.ts'
import { type PolicyIssue, readPolicies } from './read-policies.ts'
import { type CountsFault, readYearCounts, type YearCounts } from './read-year-counts.ts'

/** All that a judgement rested on. Whoever holds it can ask again and gets the same bytes. */
export type Snapshot = {
  format: 'village-snapshot@1'
  rulesVersion: string
  asOf: IsoDate
  knownAt: Instant | null
  policies: Policies
  ledger: unknown
  /** What the points rest on beside the ledger; left out where none was given. */
  counts?: YearCounts
}

export type SnapshotFault =
  | PolicyIssue['fault']
  | CountsFault
  | 'notASnapshot'
  | 'notADate'
  | 'notAnInstant'
  | 'noLedger'
  | 'noRulesVersion'

export type SnapshotIssue = { path: string; fault: SnapshotFault; detail?: string }

export type SnapshotRead = { ok: true; snapshot: Snapshot } | { ok: false; issues: SnapshotIssue[] }

/** Freezes what a judgement rests on. */
export const freeze = (
  ledger: unknown,
  {
    asOf,
    knownAt = null,
    policies = POLICIES,
    counts,
  }: { asOf: IsoDate; knownAt?: Instant | null; policies?: Policies; counts?: YearCounts | undefined },
): Snapshot => ({
  format: 'village-snapshot@1',
  rulesVersion: RULES_VERSION,
  asOf,
  knownAt,
  policies,
  ledger,
  ...(counts === undefined ? {} : { counts }),
})

export const isSnapshot = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (value as Snapshot).format === 'village-snapshot@1'

/** Reads a snapshot from JSON; what is wrong with it is told with its path. The ledger is judged as it is. */
export function readSnapshot(json: unknown): SnapshotRead {
  if (!isSnapshot(json)) return { ok: false, issues: [{ path: 'format', fault: 'notASnapshot' }] }
  const { rulesVersion, asOf, knownAt, policies, ledger, counts } = json as Snapshot
  const issues: SnapshotIssue[] = []
  if (typeof rulesVersion !== 'string') issues.push({ path: 'rulesVersion', fault: 'noRulesVersion' })
  if (!isIsoDate(asOf)) issues.push({ path: 'asOf', fault: 'notADate' })
  if (knownAt !== null && !isInstant(knownAt)) issues.push({ path: 'knownAt', fault: 'notAnInstant' })
  if (ledger === undefined) issues.push({ path: 'ledger', fault: 'noLedger' })
  const inside = (place: string, found: readonly SnapshotIssue[]): void => {
    for (const issue of found)
      issues.push({ ...issue, path: issue.path === '' ? place : `${place}.${issue.path}` })
  }
  const read = readPolicies(policies)
  if (!read.ok) inside('policies', read.issues)
  const counted = counts === undefined ? undefined : readYearCounts(counts)
  if (counted?.ok === false) inside('counts', counted.issues)
  if (issues.length > 0 || !read.ok) return { ok: false, issues }
  return { ok: true, snapshot: { ...(json as Snapshot), policies: read.policies } }
}
