import { addDays, type IsoDate } from '../core/iso-date.ts'
import type { KindId, Payload } from '../records/record-kind.ts'
import { RECORD_KINDS } from '../records/record-kinds.ts'
import type { Obligation } from '../scorecard.ts'
import type { LedgerRecord, VillageLedger } from '../village-ledger.ts'
import { aRecord, noonOf } from './builders.ts'

/** The record with that id, accepted by a second person. */
const reviewed = (ledger: VillageLedger, id: string, on: IsoDate): LedgerRecord[] =>
  ledger.records
    .filter((record) => record.id === id)
    .map((record) => ({
      ...record,
      revision: record.revision + 1,
      reviewState: 'accepted',
      reviewedAt: noonOf(on),
      receivedAt: noonOf(on),
    }))

/** The records that settle one duty on a day, in the way that speaks for the village. */
export function settlementOf(obligation: Obligation, ledger: VillageLedger, on: IsoDate): LedgerRecord[] {
  const { kind, subjectId, period, settledBy, params } = obligation
  if (kind === 'review') return reviewed(ledger, period, on)
  if (settledBy === null) return []
  const write = (payload: Payload = {}, nth = 0): LedgerRecord =>
    aRecord(settledBy as KindId, subjectId, on, payload, {
      id: `settles_${kind}_${subjectId}_${period}_${nth}`,
      areaCode: ledger.areaCode,
      receivedAt: noonOf(on),
      ...(RECORD_KINDS[settledBy].subject === 'village' ? { subjectId: ledger.areaCode } : {}),
    })
  switch (kind) {
    case 'publicity': {
      const count = (params!.need as number) - (params!.have as number)
      return Array.from({ length: count }, (_, nth) => write({ place: `补做第${nth + 1}处` }, nth))
    }
    case 'roster-confirmation':
      return [write({ month: period })]
    case 'test-outcome':
      return [write({ test: period, outcome: 'prescription' })]
    case 'abstinence-start':
      return [write({ abstinentSince: '2020-01-01' })]
    case 'sentence':
      return [write({ status: 'imprisoned', presence: null, sentenceMonths: 60 })]
    case 'support-group':
    case 'group-members':
    case 'full-group':
      return [
        write({ members: ['family', 'village-cadre', 'police', 'medical', 'volunteer', 'social-worker'] }),
      ]
    case 'document':
      return [
        write({
          document: params!.document,
          year: Number(period.slice(0, 4)),
          ...(params!.document === 'village-rules' ? { antiDrugClause: 'yes' } : {}),
        }),
      ]
    case 'pledge':
      return [
        write({
          level: params!.level,
          year: Number(period),
          ...(params!.level === 'town-village' ? {} : { party: subjectId, responsible: null }),
        }),
      ]
    case 'skill-check':
      return [write({ worker: [params!.worker] })]
    case 'bottom-line-declaration':
      return [write({ year: Number(period.slice(0, 4)), quarter: period.slice(6) })]
    case 'rectification':
      return [write({ problem: period })]
    case 'police-report':
    case 'town-decision':
      return [write({ matter: params!.matter })]
    case 'agreement':
      return [write({ regime: params!.regime })]
    case 'household-pledges':
      return Array.from({ length: params!.count as number }, (_, nth) =>
        write(
          { level: 'village-household', year: Number(period), party: `household-${nth}`, responsible: null },
          nth,
        ),
      )
    case 'grid-households':
      return [write({ households: 100 })]
    case 'venues':
      return Array.from({ length: params!.count as number }, (_, nth) =>
        aRecord(
          'venue',
          `found-${nth}`,
          on,
          {},
          {
            id: `settles_${kind}_${period}_${nth}`,
            areaCode: ledger.areaCode,
            receivedAt: noonOf(on),
          },
        ),
      )
    case 'meeting': {
      const { have, need } = params as { have: number; need: number }
      const first = need - have > 1 ? addDays(on, have - need + 1) : on
      return Array.from({ length: need - have }, (_, nth) =>
        aRecord(
          'meeting',
          '',
          addDays(first, nth),
          {},
          {
            id: `settles_${kind}_${period}_${nth}`,
            areaCode: ledger.areaCode,
            subjectId: ledger.areaCode,
            receivedAt: noonOf(on),
          },
        ),
      )
    }
    case 'audience-count':
      return [write({ audience: params!.audience, count: 0 })]
    case 'class-session':
      return [write({ pupils: params!.count, valid: params!.count, aware: params!.count })]
    case 'report-in':
      return [write({ status: 'community-treatment', reportedInOn: on })]
    default:
      return [write()]
  }
}
