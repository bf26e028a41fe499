import {
  type AwarenessFrame,
  addDays,
  assess,
  awarenessFrame,
  type MissedWindow,
  type Obligation,
  obligations,
  type PartId,
  type Policies,
  RULES_VERSION,
  type Scorecard,
  type StandardId,
  type State,
  type Track,
  type VillageLedger,
} from '@dfv/rules'
import { canonicalJson } from '../../platform/canonical-json.js'
import type { ObligationRow } from './obligation.entity.js'
import type { VillageState } from './village-state.entity.js'
import type { Basis } from './village-states.repository.js'
import type { VillageWeek } from './village-week.entity.js'
import { weekRow } from './village-week.js'
import type { YearAnswers } from './year-answers.service.js'

/** A duty is shown under this week when at most so many days are left. */
const DUE_SOON_DAYS = 7

/** What a list shows of a scorecard. */
export type VillageSummary = {
  track: Track
  standards: { id: StandardId; state: State }[]
  parts: { id: PartId; state: State }[]
  judgedMonth: string
  rosterConfirmed: boolean
  /** Who is to be asked; absent from what an earlier release computed. */
  frame?: AwarenessFrame
  /** Of the staff at work: how many have answered, and were aware. */
  staff?: { valid: number; aware: number }
  /** Late work by kind; `since`: the oldest day it was due. Absent from what an earlier release computed. */
  late?: LateWork[]
}

export type LateWork = { kind: Obligation['kind']; count: number; since: string }

/** Everything the server keeps about a village beside its ledger. */
export type VillageProjection = {
  state: Omit<VillageState, 'computedAt'>
  open: Obligation[]
  missed: MissedWindow[]
  /** What is kept of the week. */
  week: VillageWeek
}

/** What is computed with now, in a county. */
export const rulesOf = ({ version }: Policies) => ({ policyVersion: version, rulesVersion: RULES_VERSION })

export const isCurrent = (stored: Basis, present: Basis): boolean =>
  stored.ledgerVersion === present.ledgerVersion &&
  stored.asOf === present.asOf &&
  stored.policyVersion === present.policyVersion &&
  stored.rulesVersion === present.rulesVersion &&
  stored.answersVersion === present.answersVersion

/** Whether the stored projection must stay: it knows more of the ledger, a later day, or a later release of the rules. */
export const isNewer = (stored: Basis, present: Basis): boolean =>
  stored.ledgerVersion > present.ledgerVersion ||
  stored.asOf > present.asOf ||
  releaseOrder(stored.rulesVersion, present.rulesVersion) > 0 ||
  releaseOrder(stored.policyVersion, present.policyVersion) > 0

/** Compares `2026-9` and `2026-10` by their numbers; the empty version is before all others. */
export function releaseOrder(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)]
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? -1) - (right[at] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}

const numbersOf = (version: string): number[] => (version.match(/\d+/g) ?? []).map(Number)

/** Folds a ledger and the year's answers into what lists and reminders read. Pure: the same input gives the same bytes. */
export function projectVillage(
  ledger: VillageLedger,
  asOf: string,
  { counts, version }: YearAnswers,
  policies: Policies,
): VillageProjection {
  const scorecard = assess(ledger, { asOf, policies })
  const { open, missed } = obligations(ledger, { asOf, policies, awareness: counts })
  const [staff] = counts.venue.tallies
  const soon = addDays(asOf, DUE_SOON_DAYS)
  return {
    state: {
      areaCode: ledger.areaCode,
      asOf,
      ledgerVersion: ledger.ledgerVersion,
      policyVersion: scorecard.policyVersion,
      rulesVersion: scorecard.rulesVersion,
      answersVersion: version,
      scorecard: canonicalJson(scorecard),
      summary: canonicalJson({
        ...summarize(scorecard),
        frame: awarenessFrame(ledger, { asOf, policies }),
        staff: { valid: staff?.valid ?? 0, aware: staff?.aware ?? 0 },
        late: lateWork(open, asOf),
      } satisfies VillageSummary),
      overdue: open.filter((duty) => duty.dueOn < asOf).length,
      dueSoon: open.filter((duty) => duty.opensOn <= asOf && duty.dueOn >= asOf && duty.dueOn <= soon).length,
      pending: ledger.records.filter((record) => record.reviewState === 'pending').length,
      lastRecordAt: lastReceived(ledger),
    },
    open,
    missed,
    week: weekRow(scorecard, open),
  }
}

function summarize(scorecard: Scorecard): VillageSummary {
  return {
    track: scorecard.track,
    standards: scorecard.standards.map(({ id, state }) => ({ id, state })),
    parts: scorecard.parts.map(({ id, state }) => ({ id, state })),
    judgedMonth: scorecard.populations.judgedMonth,
    rosterConfirmed: scorecard.populations.rosterConfirmed,
  }
}

/** The duties past their day, by kind in the order in which the oldest of each was due. */
function lateWork(open: readonly Obligation[], asOf: string): LateWork[] {
  const byKind = new Map<Obligation['kind'], LateWork>()
  // Duties come first due first.
  for (const { kind, dueOn } of open) {
    if (dueOn >= asOf) break
    const known = byKind.get(kind)
    if (known) known.count += 1
    else byKind.set(kind, { kind, count: 1, since: dueOn })
  }
  return [...byKind.values()]
}

function lastReceived(ledger: VillageLedger): Date | null {
  let last: string | null = null
  for (const { receivedAt } of ledger.records)
    if (receivedAt !== null && (last === null || receivedAt > last)) last = receivedAt
  return last === null ? null : new Date(last)
}

/** The row of a duty that can still be done. */
export function openRow(areaCode: string, duty: Obligation, asOf: string, now: Date): ObligationRow {
  return {
    areaCode,
    id: duty.id,
    kind: duty.kind,
    subjectId: duty.subjectId,
    period: duty.period,
    part: duty.part,
    opensOn: duty.opensOn,
    dueOn: duty.dueOn,
    owedBy: duty.owedBy,
    settledBy: duty.settledBy,
    mendableAfterDue: duty.mendableAfterDue,
    body: canonicalJson(duty),
    state: 'open',
    firstSeenOn: asOf,
    settledAt: null,
    changedAt: now,
  }
}

const TOLD_BY_THE_RULES = [
  'state',
  'kind',
  'subjectId',
  'period',
  'part',
  'opensOn',
  'dueOn',
  'owedBy',
  'settledBy',
  'body',
] as const satisfies (keyof ObligationRow)[]

/** Whether two rows say the same of a duty; when it was first seen and last changed is the server's own knowledge. */
export const isSameDuty = (a: ObligationRow, b: ObligationRow): boolean =>
  TOLD_BY_THE_RULES.every((column) => a[column] === b[column]) &&
  Boolean(a.mendableAfterDue) === b.mendableAfterDue

/** The row of a window that had closed before anyone computed it: nobody was asked, so nobody is named. */
export function lapsedRow(areaCode: string, missed: MissedWindow, asOf: string, now: Date): ObligationRow {
  return {
    areaCode,
    id: missed.id,
    kind: missed.kind,
    subjectId: missed.subjectId,
    period: missed.period,
    part: missed.part,
    opensOn: missed.closedOn,
    dueOn: missed.closedOn,
    owedBy: 'village-secretary',
    settledBy: null,
    mendableAfterDue: false,
    body: canonicalJson(missed),
    state: 'lapsed',
    firstSeenOn: asOf,
    settledAt: null,
    changedAt: now,
  }
}
