import { type KindId, type Policies, RECORD_KINDS, type SubjectKind, villageFold } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AccountsService } from '../accounts/accounts.service.js'
import { type Area, AreasService } from '../areas/areas.service.js'
import { AttachmentContents } from '../attachments/attachment-contents.js'
import { PoliciesInForce } from '../policies/policies-in-force.js'
import { LedgerReader } from '../records/ledger-reader.js'
import { type PagedRecord, RecordPages } from '../records/record-pages.js'
import type { FileReader } from '../registers/file-access.js'
import {
  type DisclosedPerson,
  type Disclosure,
  IdentityDisclosures,
} from '../registers/identity-disclosures.js'
import { SubjectHeads } from '../registers/subject-heads.js'
import type { Cell, Picture } from './document/document.js'
import type { FoldedVillage, LedgerLine } from './form-context.js'

/** The kind whose records say what a venue, grid, site or school is called. */
const NAMING_KIND: Partial<Record<SubjectKind, KindId>> = {
  venue: 'venue',
  grid: 'grid',
  site: 'education-site',
  school: 'school',
}
const BEGINNING = '0001-01-01'
const FILES_PAGE = 200

/** What shows that something was held; all of them stay in the app. */
const MOST_PICTURES = 3

type Services = {
  attachments: AttachmentContents
  records: RecordPages
  ledgers: LedgerReader
  subjects: SubjectHeads
  disclosures: IdentityDisclosures
  accounts: AccountsService
  areas: AreasService
  transactions: Transactions
  policies: PoliciesInForce
}

/** What one export may read, and as whom. */
export type Asking = {
  reader: FileReader
  from: string
  to: string
  /** Undefined: an export by codes, in which nobody is named. */
  disclosure: Disclosure | undefined
  /** On paper photos of no person's records are shown; a worksheet tells how many there are. */
  withPictures: boolean
  /** Told after each page of rows. */
  progress: (rows: number) => Promise<void>
}

@Injectable()
export class LedgerSourcesFactory {
  private readonly services: Services

  constructor(
    attachments: AttachmentContents,
    records: RecordPages,
    ledgers: LedgerReader,
    subjects: SubjectHeads,
    disclosures: IdentityDisclosures,
    accounts: AccountsService,
    areas: AreasService,
    transactions: Transactions,
    policies: PoliciesInForce,
  ) {
    this.services = {
      attachments,
      records,
      ledgers,
      subjects,
      disclosures,
      accounts,
      areas,
      transactions,
      policies,
    }
  }

  open(asking: Asking): LedgerSources {
    return new LedgerSources(this.services, asking)
  }
}

/** The rows of one export, as its reader sees them. Keeps the names it has looked up for as long as the export takes. */
export class LedgerSources {
  private readonly persons = new Map<string, DisclosedPerson | undefined>()
  private readonly cadres = new Map<string, string>()
  private readonly areaNames = new Map<string, string>()

  constructor(
    private readonly services: Services,
    private readonly asking: Asking,
  ) {}

  /** @param isRegister also what was entered before the first day asked for */
  count(village: Area, kind: KindId, isRegister = false): Promise<number> {
    return this.services.records.count(this.asking.reader, this.filter(village, kind, isRegister))
  }

  async *lines(village: Area, kind: KindId, isRegister = false): AsyncIterable<LedgerLine[]> {
    const names = await this.namesIn(village, RECORD_KINDS[kind].subject)
    const filter = this.filter(village, kind, isRegister)
    for await (const page of this.services.records.pages(this.asking.reader, filter)) {
      await this.lookUp(kind, page)
      yield page.map((record) => this.line(record, names.get(record.subjectId)))
      await this.asking.progress(page.length)
    }
  }

  policiesOf({ code }: Area): Policies {
    return this.services.policies.of(code)
  }

  /** As it stood on the last day asked for. */
  async folded(village: Area): Promise<FoldedVillage> {
    const { ledgers, transactions } = this.services
    const asOf = this.asking.to
    const ledger = await ledgers.read(transactions.read, village.code, { asOf })
    const policies = this.policiesOf(village)
    const fold = villageFold(ledger, { asOf, policies })
    const files = (await this.filesOf(village)).filter(({ id }) => fold.person(id) !== undefined)
    return { ledger, fold, policies, files, withheld: fold.persons.length - files.length }
  }

  /** Nobody in an export by codes. */
  async disclose(ids: readonly string[]): Promise<ReadonlyMap<string, DisclosedPerson | undefined>> {
    const { reader, disclosure } = this.asking
    const unknown = disclosure ? [...new Set(ids)].filter((id) => !this.persons.has(id)) : []
    if (disclosure && unknown.length > 0) {
      const found = await this.services.disclosures.disclose(reader, unknown, disclosure)
      for (const id of unknown) this.persons.set(id, found.get(id))
    }
    return this.persons
  }

  /** The photos of a record about no person: all counted, the first few to be shown. */
  async photos({ id }: Pick<PagedRecord, 'id'>, named: unknown): Promise<Cell> {
    const count = Array.isArray(named) ? named.length : 0
    if (count === 0) return ''
    if (!this.asking.withPictures) return { count, pictures: [] }
    const { attachments, transactions } = this.services
    const rows = (await attachments.ofRecords(transactions.read, [id])).get(id) ?? []
    const pictures: Picture[] = []
    for (const row of rows) {
      if (pictures.length === MOST_PICTURES || row.isSealed || !row.width || !row.height) continue
      const bytes = await attachments.read(row, 'thumb', null).catch(() => undefined)
      if (bytes) pictures.push({ bytes, width: row.width, height: row.height })
    }
    return { count, pictures }
  }

  /** The whole files of a kind's records about no person, one at a time. Named by day and record. */
  async *files(village: Area, kind: KindId): AsyncIterable<{ name: string; type: string; bytes: Buffer }> {
    const { attachments, records, transactions } = this.services
    for await (const page of records.pages(this.asking.reader, this.filter(village, kind, false))) {
      const byRecord = await attachments.ofRecords(
        transactions.read,
        page.map(({ id }) => id),
      )
      for (const { id, occurredOn } of page)
        for (const [at, row] of (byRecord.get(id) ?? []).entries())
          if (row.state === 'stored' && !row.isSealed)
            yield {
              name: `${occurredOn}-${RECORD_KINDS[kind].shortLabel}-${id.slice(-8)}-${at + 1}`,
              ...(await attachments.whole(row)),
            }
      await this.asking.progress(page.length)
    }
  }

  cadreName(accountId: string): string {
    return this.cadres.get(accountId) ?? ''
  }

  areaName(code: string): string {
    return this.areaNames.get(code) ?? code
  }

  /** What the venues, grids, sites or schools of a village are called today. */
  async namesIn(village: Area, subject: SubjectKind): Promise<ReadonlyMap<string, string>> {
    const kind = NAMING_KIND[subject]
    const names = new Map<string, string>()
    if (!kind) return names
    const filter = this.filter(village, kind, true)
    for await (const page of this.services.records.pages(this.asking.reader, filter))
      for (const { subjectId, payload } of page) names.set(subjectId, String(payload.name ?? ''))
    return names
  }

  private filter(village: Area, kind: KindId, isRegister: boolean) {
    const { from, to } = this.asking
    return { areaCode: village.code, kind, from: isRegister ? BEGINNING : from, to }
  }

  private async filesOf(village: Area): Promise<FoldedVillage['files']> {
    const { subjects, transactions } = this.services
    const files: FoldedVillage['files'][number][] = []
    for (;;) {
      const last = files.at(-1)
      const page = await subjects.page(transactions.read, this.asking.reader, {
        type: 'person',
        areaCode: AreaScope.of(village.code),
        after: last && { areaCode: last.areaCode, number: last.number },
        limit: FILES_PAGE,
      })
      files.push(...page)
      if (page.length < FILES_PAGE) return files
    }
  }

  private line(record: PagedRecord, name: string | undefined): LedgerLine {
    const person = this.persons.get(record.subjectId)
    const text =
      person && record.sealedText ? person.openText(record.id, record.revision, record.sealedText) : {}
    return { ...record, text, person, subjectName: name ?? record.subjectCode ?? '' }
  }

  /** All the names a page refers to, in one question each. */
  private async lookUp(kind: KindId, page: readonly PagedRecord[]): Promise<void> {
    const { fields, subject } = RECORD_KINDS[kind]
    if (subject === 'person') await this.disclose(page.map(({ subjectId }) => subjectId))
    const { accounts, areas, transactions } = this.services
    const valuesOf = (type: string) =>
      Object.entries(fields)
        .filter(([, field]) => field.type === type)
        .flatMap(([name]) => page.flatMap(({ payload }) => payload[name] ?? []))
        .filter((value): value is string => typeof value === 'string')
    const cadres = [...page.map(({ submittedBy }) => submittedBy), ...valuesOf('cadres')]
    const unknown = [...new Set(cadres)].filter((id) => !this.cadres.has(id))
    if (unknown.length > 0) {
      const names = await accounts.displayNames(transactions.read, unknown)
      for (const id of unknown) this.cadres.set(id, names.get(id) ?? '')
    }
    const codes = [...new Set(valuesOf('area'))].filter((code) => !this.areaNames.has(code))
    if (codes.length > 0)
      for (const [code, name] of await areas.names(transactions.read, codes)) this.areaNames.set(code, name)
  }
}
