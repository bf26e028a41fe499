import { type KindId, type LedgerRecord, type Payload, upcastRecord } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { notFound } from '../../platform/errors/domain-error.js'
import { AreasService } from '../areas/areas.service.js'
import { LedgerReader } from '../records/ledger-reader.js'
import { StandingRecords } from '../records/standing-records.js'
import { readerOf } from '../registers/file-access.js'
import type { SubjectFile } from '../registers/subject-file.js'
import { SubjectHeads } from '../registers/subject-heads.js'
import { VenueStaffService } from './venue-staff.service.js'
import type { OwnVenue } from './venues.dto.js'

const INSPECTIONS_SHOWN = 10

/** What the manager of a venue sees: his venue and what is due for it, nothing of the village and of no other venue. */
@Injectable()
export class OwnVenueService {
  constructor(
    private readonly subjects: SubjectHeads,
    private readonly ledgers: LedgerReader,
    private readonly standing: StandingRecords,
    private readonly staff: VenueStaffService,
    private readonly areas: AreasService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError NOT_FOUND for a manager without a venue, and for one whose registration was made void */
  async page(actor: Actor): Promise<OwnVenue> {
    const { read } = this.transactions
    const venue = actor.subjectId && (await this.subjects.findPlace(read, readerOf(actor), actor.subjectId))
    if (!venue) throw notFound()
    const records = await this.ledgers.ofSubject(read, venue.id)
    const year = this.clock.today().slice(0, 4)
    const names = await this.areas.names(read, [venue.areaCode])
    return {
      id: venue.id,
      code: venue.code,
      name: venue.name ?? venue.code,
      areaCode: venue.areaCode,
      areaName: names.get(venue.areaCode) ?? venue.areaCode,
      year: Number(year),
      pledgedOn: await this.pledgedOn(read, actor, venue, year),
      headcount: headcountOf(records),
      problems: openProblems(records),
      inspections: inspectionsOf(records),
      staff: await this.staff.list(read, actor),
    }
  }

  /** The pledge stands in the village's ledger; asked is only whether this venue is its party. @see 三(二)4 */
  private async pledgedOn(
    tx: EntityManager,
    actor: Actor,
    { id, areaCode }: SubjectFile,
    year: string,
  ): Promise<string | null> {
    const signed = await this.standing.ofVillage(tx, readerOf(actor), areaCode, ['pledge-signed'])
    const own = signed.find(
      ({ reviewState, content }) =>
        reviewState === 'accepted' && content.party === id && String(content.year) === year,
    )
    return own?.occurredOn ?? null
  }
}

type Standing = { id: string; on: string; payload: Payload }

/** The newest revision of each record of a kind in one state, the newest day first. */
function recordsOf(records: readonly LedgerRecord[], kind: KindId, state = 'accepted'): Standing[] {
  const newest = new Map<string, Standing>()
  const gone = new Set<string>()
  for (const record of records) {
    if (record.kind !== kind) continue
    if (record.reviewState === 'voided') gone.add(record.id)
    if (record.reviewState === state)
      newest.set(record.id, {
        id: record.id,
        on: record.occurredOn,
        payload: upcastRecord(record).payload,
      })
  }
  return [...newest.values()].filter(({ id }) => !gone.has(id)).sort((a, b) => (a.on < b.on ? 1 : -1))
}

const headcountOf = (records: readonly LedgerRecord[]): number | null =>
  (recordsOf(records, 'staff-roster')[0]?.payload.headcount as number | undefined) ?? null

function openProblems(records: readonly LedgerRecord[]): OwnVenue['problems'] {
  const fixed = new Set(recordsOf(records, 'rectification').map(({ payload }) => payload.problem))
  const reported = new Map(
    recordsOf(records, 'rectification', 'pending').map(({ on, payload }) => [payload.problem, on]),
  )
  return recordsOf(records, 'venue-problem')
    .filter(({ id }) => !fixed.has(id))
    .map(({ id, on, payload }) => ({
      id,
      text: String(payload.problem ?? ''),
      foundOn: on,
      fixBy: String(payload.fixBy),
      reportedOn: reported.get(id) ?? null,
    }))
    .sort((a, b) => (a.fixBy < b.fixBy ? -1 : 1))
}

const ANSWERS = ['yes', 'no', 'none'] as const
const answerOf = (value: unknown) => ANSWERS.find((answer) => answer === value) ?? null

const inspectionsOf = (records: readonly LedgerRecord[]): OwnVenue['inspections'] =>
  recordsOf(records, 'venue-inspection')
    .slice(0, INSPECTIONS_SHOWN)
    .map(({ id, on, payload }) => ({
      id,
      on,
      signs: answerOf(payload.signs),
      cameras: answerOf(payload.cameras),
      staff: answerOf(payload.staff),
      rooms: answerOf(payload.rooms),
      findings: String(payload.findings ?? ''),
    }))
