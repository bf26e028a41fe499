import type { KeyView, PersonView } from '@dfv/rules'
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
import { IdentityService } from './identity.service.js'
import { toPersonHead } from './person-head.dto.js'
import { viewPerson } from './person-head.js'
import type { PersonFile, PersonList, PersonQuery } from './persons.dto.js'
import { SubjectHeads } from './subject-heads.js'

const PAGE = 50

/** Registers and files, by code: names stay masked here. */
@Injectable()
export class PersonsService {
  constructor(
    private readonly subjects: SubjectHeads,
    private readonly identities: IdentityService,
    private readonly ledgers: LedgerReader,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly policies: PoliciesInForce,
  ) {}

  async list(actor: Actor, query: PersonQuery): Promise<PersonList> {
    const [areaCode, number] = readCursor(query.cursor, 2)
    const after = Number(number ?? Number.NaN)
    const files = await this.subjects.page(this.transactions.read, readerOf(actor), {
      areaCode: query.areaCode === undefined ? undefined : AreaScope.of(query.areaCode),
      type: 'person',
      register: query.register,
      q: query.q,
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
    const file = await this.subjects.findPerson(read, readerOf(actor), id)
    if (!file) throw notFound()
    const { areaCode } = file
    const head = await this.ledgers.head(read, areaCode)
    const records = await this.ledgers.ofSubject(read, id)
    const ledger = { areaCode, ...head, records }
    const today = this.clock.today()
    const { person: view, key } = viewPerson(ledger, id, {
      asOf: today,
      policies: this.policies.of(ledger.areaCode),
    })
    return {
      head: toPersonHead(file, this.identities),
      ...(view ? ofRegistered(view) : ofKeyOnly(file.registeredOn, key)),
      key: key ? keyOut(key) : null,
      ...timeline(records, cursor),
      canReveal: actor.permissions.has('person.reveal'),
    }
  }
}

type Situation = Omit<PersonFile, 'head' | 'key' | 'timeline' | 'nextCursor' | 'canReveal'>

const ofRegistered = (view: PersonView): Situation => ({
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
})

/** Whoever is a key person alone has no status, no group and no cycles. */
const ofKeyOnly = (registeredOn: string, key: KeyView | undefined): Situation => ({
  registeredOn,
  isUnderSupport: false,
  statuses: [],
  abstinentSince: null,
  threeYearsOn: null,
  clock: null,
  group: null,
  cycles: [],
  duties: (key?.duties ?? []).map((duty) => ({ ...duty })),
})

const keyOut = ({ category, measure, listedOn, verifiedOn, recordId }: KeyView) => ({
  category,
  measure,
  listedOn,
  verifiedOn,
  recordId,
})
