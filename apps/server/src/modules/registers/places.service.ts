import type { PlaceKind } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { notFound } from '../../platform/errors/domain-error.js'
import { PoliciesInForce } from '../policies/policies-in-force.js'
import { cursorOf, readCursor } from '../records/cursor.js'
import { LedgerReader } from '../records/ledger-reader.js'
import { readerOf } from './file-access.js'
import { timeline } from './file-timeline.js'
import { toPlaceHead } from './place-head.dto.js'
import { viewPlace } from './place-head.js'
import type { PlaceFile, PlaceList, PlaceQuery } from './places.dto.js'
import { SubjectHeads } from './subject-heads.js'

const PAGE = 50

/** The registers of venues, grids, education sites and schools. */
@Injectable()
export class PlacesService {
  constructor(
    private readonly subjects: SubjectHeads,
    private readonly ledgers: LedgerReader,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly policies: PoliciesInForce,
  ) {}

  async list(actor: Actor, query: PlaceQuery): Promise<PlaceList> {
    const [areaCode, number] = readCursor(query.cursor, 2)
    const after = Number(number ?? Number.NaN)
    const files = await this.subjects.page(this.transactions.read, readerOf(actor), {
      type: query.type,
      areaCode: query.areaCode === undefined ? undefined : AreaScope.of(query.areaCode),
      q: query.q,
      after: areaCode && Number.isSafeInteger(after) ? { areaCode, number: after } : undefined,
      limit: PAGE + 1,
    })
    const shown = files.slice(0, PAGE)
    const last = shown.at(-1)
    return {
      items: shown.map(toPlaceHead),
      nextCursor: files.length > PAGE && last ? cursorOf([last.areaCode, String(last.number)]) : null,
    }
  }

  /** @throws DomainError NOT_FOUND for one elsewhere, and for one whose registration was made void */
  async file(actor: Actor, id: string, cursor: string | undefined): Promise<PlaceFile> {
    const { read } = this.transactions
    const file = await this.subjects.findPlace(read, readerOf(actor), id)
    if (!file) throw notFound()
    const { areaCode } = file
    const head = await this.ledgers.head(read, areaCode)
    const records = await this.ledgers.ofSubject(read, id)
    const view = viewPlace({ areaCode, ...head, records }, file.type as PlaceKind, id, {
      asOf: this.clock.today(),
      policies: this.policies.of(areaCode),
    })
    if (!view) throw notFound()
    return {
      head: toPlaceHead(file),
      recordId: view.recordId,
      duties: view.duties.map((duty) => ({ ...duty })),
      ...timeline(records, cursor),
    }
  }
}
