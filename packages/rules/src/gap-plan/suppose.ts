import { addDays, type Instant, type IsoDate } from '../core/iso-date.ts'
import { KIND_OUTLINES } from '../records/kind-outlines.ts'
import type { KindId, Payload } from '../records/record-kind.ts'
import { BOTTOM_LINES, OFFICE_ITEMS } from '../records/vocabulary.ts'
import type { LedgerRecord, VillageLedger } from '../village-ledger.ts'
import type { GapStep, StepDuty } from './plan.ts'

const GROUP_MEMBERS = ['family', 'village-cadre', 'police']

/** What the rules read of a record that settles work, beside its day: done in full, in the way that speaks for the village. */
const FACTS_OF: { readonly [kind in KindId]?: (duty: StepDuty, nth: number) => Payload } = {
  talk: () => ({ found: 'yes' }),
  'urine-test': () => ({ place: 'station', basis: 'required', result: 'negative' }),
  'person-status': () => ({ status: 'community-rehabilitation', presence: 'at-home' }),
  'support-group': () => ({ members: GROUP_MEMBERS }),
  // The same day and place count once.
  'publicity-activity': (_, nth) => ({ place: `#${nth}` }),
  'roster-confirmation': ({ period }) => ({ month: period, correct: 'yes' }),
  verification: () => ({ whereabouts: 'at-home' }),
  'person-registration': () => ({ gender: 'male', birthYear: 1985, residence: 'local' }),
  'key-person': () => ({ category: 'released', measure: 'visits' }),
  sweep: () => ({ scope: 'whole-village' }),
  'pledge-signed': ({ subjectId, period, params }, nth) => ({
    level: params?.level ?? 'village-household',
    year: Number(period),
    party: params?.level === undefined ? `household-${nth}` : subjectId,
    responsible: 'yes',
  }),
  'education-site': () => ({ inUse: 'yes' }),
  grid: () => ({ bounded: 'yes' }),
  'grid-assignment': () => ({ worker: ['worker-1'] }),
  'skill-check': ({ params }) => ({ worker: [params?.worker], phone: 'passed', desktop: 'passed' }),
  'village-document': ({ period, params }) => ({
    document: params?.document,
    year: Number(period.slice(0, 4)),
    antiDrugClause: 'yes',
  }),
  'leading-group': () => ({
    leader: 'posted-leader',
    deputy: 'secretary',
    members: ['police', 'posted-cadre', 'committee'],
    office: 'yes',
    dedicated: 'yes',
  }),
  'village-office': () => ({ items: OFFICE_ITEMS.map(({ value }) => value) }),
  'bottom-line-declaration': ({ period }) => ({
    year: Number(period.slice(0, 4)),
    quarter: period.slice(6),
    kept: BOTTOM_LINES.map(({ value }) => value),
  }),
  'venue-survey': () => ({ venues: 0 }),
  venue: () => ({ keyParts: 'yes', monitored: 'yes' }),
  funds: ({ period }) => ({ year: Number(period), yuan: 1 }),
  'class-session': ({ params }) => ({ pupils: params?.count, valid: params?.count, aware: params?.count }),
}

type When = { asOf: IsoDate; knownAt: Instant | null }

/** How much one duty asks for: a month may lack several activities, an audience many answers. */
export function countOf({ params }: StepDuty): number {
  const { have = 0, need, count = 1 } = (params ?? {}) as { have?: number; need?: number; count?: number }
  return need === undefined ? count : need - have
}

/** How many records it leaves: a class answers in one. */
const recordsOf = (duty: StepDuty, kind: KindId): number => (kind === 'class-session' ? 1 : countOf(duty))

/** The records that doing a step today would leave. A step that no record settles leaves none. */
export function supposed(
  { kind, settledBy, duties }: Pick<GapStep, 'kind' | 'settledBy' | 'duties'>,
  areaCode: string,
  when: When,
): LedgerRecord[] {
  if (settledBy === null) return []
  const { subject, dateField, version } = KIND_OUTLINES[settledBy]
  const records: LedgerRecord[] = []
  for (const duty of duties)
    for (let nth = 0; nth < recordsOf(duty, settledBy); nth++) {
      // Meetings count by their days: the further ones stand for later days of the year.
      const occurredOn = kind === 'meeting' ? addDays(when.asOf, -nth) : when.asOf
      // A survey found venues that are not registered: each is one of its own.
      const subjectId = kind === 'venues' ? `found-${nth}` : duty.subjectId
      records.push({
        id: `supposed:${duty.id}:${nth}`,
        revision: 1,
        kind: settledBy,
        schemaVersion: version,
        subjectId: subject === 'village' ? areaCode : subjectId,
        areaCode,
        occurredOn,
        receivedAt: when.knownAt,
        reviewState: 'accepted',
        payload: { ...FACTS_OF[settledBy]?.(duty, nth), [dateField]: occurredOn },
      })
    }
  return records
}

/** A ledger with further records; whatever is no ledger stays as it is. */
export const withRecords = (ledger: unknown, more: readonly LedgerRecord[]): unknown =>
  more.length === 0
    ? ledger
    : { ...(ledger as VillageLedger), records: (ledger as VillageLedger).records.concat(more) }
