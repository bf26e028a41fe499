import { addDays, type Instant, type IsoDate } from '../core/iso-date.ts'
import { BOTTOM_LINES } from '../records/bottom-line-declaration.ts'
import type { KindId, Payload } from '../records/record-kind.ts'
import { RECORD_KINDS } from '../records/record-kinds.ts'
import { OFFICE_ITEMS } from '../records/village-office.ts'
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
  'pledge-signed': ({ subjectId, period, params }) => ({
    level: params?.level,
    year: Number(period),
    party: subjectId,
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
  'class-session': ({ params }) => ({ pupils: params?.more, valid: params?.more, aware: params?.more }),
}

type When = { asOf: IsoDate; knownAt: Instant | null }

/** How many records one duty asks for: a month may still lack several activities. */
export const timesOf = ({ params }: StepDuty, kind: KindId | null): number =>
  kind === 'publicity-activity' ? (params!.need as number) - (params!.have as number) : 1

/** The records that doing a step today would leave. A step that no record settles leaves none. */
export function supposed(
  { settledBy, duties }: Pick<GapStep, 'settledBy' | 'duties'>,
  areaCode: string,
  when: When,
): LedgerRecord[] {
  if (settledBy === null) return []
  const { subject, dateField, version } = RECORD_KINDS[settledBy]
  const records: LedgerRecord[] = []
  for (const duty of duties)
    for (let nth = 0; nth < timesOf(duty, settledBy); nth++) {
      // Meetings count by their days: the further ones stand for later days of the year.
      const occurredOn = addDays(when.asOf, -((duty.params?.daysBack as number | undefined) ?? 0))
      records.push({
        id: `supposed:${duty.id}:${nth}`,
        revision: 1,
        kind: settledBy,
        schemaVersion: version,
        subjectId: subject === 'village' ? areaCode : duty.subjectId,
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
