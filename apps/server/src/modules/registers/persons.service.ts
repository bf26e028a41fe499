import type { LedgerRecord } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { notFound } from '../../platform/errors/domain-error.js'
import { cursorOf, readCursor } from '../records/cursor.js'
import { LedgerReader } from '../records/ledger-reader.js'
import { readerOf } from './file-access.js'
import { IdentityService } from './identity.service.js'
import { toPersonHead } from './person-head.dto.js'
import { viewPerson } from './person-head.js'
import type { PersonFile, PersonList, PersonQuery } from './persons.dto.js'
import { SubjectHeads } from './subject-heads.js'

const PAGE = 50
const TIMELINE_PAGE = 20

/** Registers and files, by code: names stay masked here. */
@Injectable()
export class PersonsService {
  constructor(
    private readonly subjects: SubjectHeads,
    private readonly identities: IdentityService,
    private readonly ledgers: LedgerReader,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: PersonQuery): Promise<PersonList> {
    const [areaCode, number] = readCursor(query.cursor, 2)
    const after = Number(number ?? Number.NaN)
    const files = await this.subjects.page(this.transactions.read, readerOf(actor), {
      areaCode: query.areaCode === undefined ? undefined : AreaScope.of(query.areaCode),
      code: query.q,
      after: areaCode && Number.isSafeInteger(after) ? { areaCode, number: after } : undefined,
      limit: PAGE + 1,
    })
    const shown = files.slice(0, PAGE)
    const last = shown.at(-1)
    return {
      items: shown.map((file) => toPersonHead(file, this.identities)),
      nextCursor: files.length > PAGE && last ? cursorOf([last.areaCode, String(last.number)]) : null,
    }
  }

  /** @throws DomainError NOT_FOUND for a person elsewhere, a sealed file, and a file restricted to others */
  async file(actor: Actor, id: string, cursor: string | undefined): Promise<PersonFile> {
    const { read } = this.transactions
    const file = await this.subjects.findVisible(read, readerOf(actor), id)
    if (!file) throw notFound()
    const { areaCode } = file
    const head = await this.ledgers.head(read, areaCode)
    const records = await this.ledgers.ofSubject(read, id)
    const view = viewPerson({ areaCode, ...head, records }, id, this.clock.today())
    if (!view) throw notFound()
    return {
      head: toPersonHead(file, this.identities),
      registeredOn: view.registeredOn,
      isUnderSupport: view.isUnderSupport,
      statuses: view.statuses,
      abstinentSince: view.abstinentSince,
      threeYearsOn: view.threeYearsOn,
      clock: view.clock && { ...view.clock },
      group: view.group && {
        recordId: view.group.recordId,
        members: [...view.group.members],
        lacking: [...view.group.lacking],
      },
      cycles: view.cycles,
      duties: view.duties.map((duty) => ({ ...duty })),
      ...timeline(records, cursor),
      canReveal: actor.permissions.has('person.reveal'),
    }
  }
}

/** Newest day first; says that a test was made, not how it came out. */
function timeline(records: readonly LedgerRecord[], cursor: string | undefined) {
  const key = (record: LedgerRecord) => `${record.occurredOn}|${record.id}`
  const [before] = readCursor(cursor, 1)
  const newest = new Map(records.map((record) => [record.id, record]))
  const rows = [...newest.values()]
    .filter((record) => before === undefined || key(record) < before)
    .sort((a, b) => (key(a) < key(b) ? 1 : -1))
  const shown = rows.slice(0, TIMELINE_PAGE)
  const last = shown.at(-1)
  return {
    timeline: shown.map((record) => ({
      id: record.id,
      kind: record.kind,
      revision: record.revision,
      occurredOn: record.occurredOn,
      reviewState: record.reviewState,
      ...(record.kind === 'talk' ? { met: record.payload.found === 'yes' } : {}),
    })),
    nextCursor: rows.length > TIMELINE_PAGE && last ? cursorOf([key(last)]) : null,
  }
}
