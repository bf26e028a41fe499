import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { uuidv7 } from 'uuidv7'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { blankTable, faultyTable } from '../../platform/workbook/table-workbook.js'
import { readUploaded } from '../../platform/workbook/uploaded-workbook.js'
import { type Area, AreasService } from '../areas/areas.service.js'
import { AuditReader } from '../audit/audit-reader.js'
import { PoliciesInForce } from '../policies/policies-in-force.js'
import { workScope } from '../registers/file-access.js'
import { columnsOf, EXAMPLE_MARK } from './columns.js'
import { exampleRow } from './example-row.js'
import { countsOf, digestOf, type ImportCounts, type ImportPlan } from './import-plan.js'
import { ImportPlanner } from './import-planner.js'
import { previewOf } from './import-preview.js'
import type { ImportUploadRow } from './import-upload.entity.js'
import type { ImportOut, SheetList } from './imports.dto.js'
import { ImportsRepository } from './imports.repository.js'
import { packTable, unpackTable } from './packed-table.js'
import { SHEETS, type Sheet, sheetsFor } from './sheets.js'
import { MAX_ROWS, readTable, type Table } from './table-reading.js'
import { villageTable } from './village-table.js'

/** How long an uploaded table is kept when nobody confirms it. */
const KEPT_MS = 3_600_000
/** Correcting a table takes a handful of uploads; more is trying out names. */
const BRAKE = { most: 30, withinMs: 600_000 } as const

/** An upload with everything that was found out about it. */
export type OpenImport = { upload: ImportUploadRow; sheet: Sheet; area: Area; table: Table; plan: ImportPlan }

export type WorkbookFile = { name: string; content: Buffer }

/** Tables to fill in, and what comes back in them, up to the moment it is confirmed. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly planner: ImportPlanner,
    private readonly areas: AreasService,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
    private readonly trail: AuditReader,
    private readonly transactions: Transactions,
    private readonly writePolicy: AreaWritePolicy,
    private readonly clock: Clock,
    private readonly policies: PoliciesInForce,
  ) {}

  async sheets(actor: Actor, areaCode: string): Promise<SheetList> {
    await this.villageOf(this.transactions.read, actor, areaCode)
    const items = sheetsFor(actor.role, this.policies.of(areaCode), this.clock.today(), areaCode).map(
      ({ id, title }) => ({ id, title }),
    )
    return { items, maxRows: MAX_ROWS }
  }

  async template(actor: Actor, areaCode: string, sheetId: string): Promise<WorkbookFile> {
    const area = await this.villageOf(this.transactions.read, actor, areaCode)
    const sheet = this.sheetOf(actor, areaCode, sheetId)
    return {
      name: `${sheet.title}-${area.name}.xlsx`,
      content: await blankTable(villageTable(sheet, area), {
        mark: EXAMPLE_MARK,
        cells: exampleRow(sheet, columnsOf(sheet)),
      }),
    }
  }

  /** Reads a table and says what it would do. Nothing is written but the sealed rows, for an hour. */
  async upload(actor: Actor, areaCode: string, sheetId: string, file: Buffer): Promise<ImportOut> {
    const { read } = this.transactions
    const area = await this.villageOf(read, actor, areaCode)
    const sheet = this.sheetOf(actor, areaCode, sheetId)
    this.writePolicy.assertWritable(areaCode)
    const now = this.clock.now()
    const since = new Date(now.getTime() - BRAKE.withinMs)
    if ((await this.trail.countSince(read, actor.accountId, ['import.uploaded'], since)) >= BRAKE.most)
      throw new DomainError('TOO_MANY_REQUESTS')
    const table = readTable(await readUploaded(file), sheet, areaCode)
    const id = uuidv7()
    const plan = await this.planner.plan(read, actor, { importId: id, sheet, area, rows: table.rows })
    const wrappedKey = this.cipher.createDataKey(id)
    const upload: ImportUploadRow = {
      id,
      areaCode,
      sheet: sheet.id,
      accountId: actor.accountId,
      role: actor.role,
      createdAt: now,
      expiresAt: new Date(now.getTime() + KEPT_MS),
      wrappedKey,
      content: this.cipher.seal(wrappedKey, id, 'import.table', packTable(table)),
      digest: digestOf(plan),
      counts: JSON.stringify(countsOf(plan, table.rows.length)),
      issueCount: plan.issues.length,
      confirmedAt: null,
    }
    await this.transactions.run(async (tx) => {
      await this.imports.insert(tx, upload)
      await this.audit.add(tx, {
        actor,
        areaCode,
        action: 'import.uploaded',
        objectType: 'import',
        objectId: id,
        details: {
          sheet: sheet.id,
          rows: table.rows.length,
          issues: plan.issues.length,
          appointmentId: actor.appointmentId,
        },
      })
    })
    return toImportOut({ upload, sheet, area, table, plan })
  }

  async get(actor: Actor, id: string): Promise<ImportOut> {
    const { read } = this.transactions
    const upload = await this.imports.find(read, actor.accountId, id)
    if (!upload) throw notFound()
    if (upload.confirmedAt) return doneOut(upload)
    return toImportOut(await this.open(read, actor, upload))
  }

  /** The table as it was uploaded, with what is to be changed written into it. */
  async faulty(actor: Actor, id: string): Promise<WorkbookFile> {
    const { read } = this.transactions
    const upload = await this.imports.find(read, actor.accountId, id)
    if (!upload) throw notFound()
    const { sheet, area, table, plan } = await this.open(read, actor, upload)
    return {
      name: `${sheet.title}-${area.name}-要改的地方.xlsx`,
      content: await faultyTable(villageTable(sheet, area), table.rows, plan.issues),
    }
  }

  discard(actor: Actor, id: string): Promise<void> {
    return this.transactions.run((tx) => this.imports.discard(tx, actor.accountId, id))
  }

  /**
   * Opens the rows of an upload and works out anew what they would do now.
   * @throws DomainError IMPORT_EXPIRED; NOT_FOUND or FORBIDDEN where the actor no longer works there or in that role
   */
  async open(tx: EntityManager, actor: Actor, upload: ImportUploadRow): Promise<OpenImport> {
    if (!upload.content || !upload.wrappedKey || upload.expiresAt <= this.clock.now())
      throw new DomainError('IMPORT_EXPIRED')
    const area = await this.villageOf(tx, actor, upload.areaCode)
    const sheet = this.sheetOf(actor, upload.areaCode, upload.sheet)
    const table = unpackTable(this.cipher.open(upload.wrappedKey, upload.id, 'import.table', upload.content))
    const plan = await this.planner.plan(tx, actor, { importId: upload.id, sheet, area, rows: table.rows })
    return { upload, sheet, area, table, plan }
  }

  private async villageOf(tx: EntityManager, actor: Actor, areaCode: string): Promise<Area> {
    const area = workScope(actor).contains(areaCode) ? await this.areas.find(tx, areaCode) : null
    if (area?.level !== 'village') throw notFound()
    return area
  }

  private sheetOf(actor: Actor, areaCode: string, sheetId: string): Sheet {
    if (!SHEETS.has(sheetId)) throw notFound()
    const sheet = sheetsFor(actor.role, this.policies.of(areaCode), this.clock.today(), areaCode).find(
      ({ id }) => id === sheetId,
    )
    if (!sheet) throw new DomainError('FORBIDDEN')
    return sheet
  }
}

export function toImportOut({ upload, sheet, table, plan }: OpenImport): ImportOut {
  return {
    ...headOf(upload, sheet),
    state: plan.issues.length > 0 ? 'faulty' : 'ready',
    counts: countsOf(plan, table.rows.length),
    unread: [...table.unread],
    ...previewOf(sheet, table.rows, plan),
  }
}

/** After it was confirmed only the counts are left. */
export function doneOut(upload: ImportUploadRow): ImportOut {
  const sheet = SHEETS.get(upload.sheet)
  if (!sheet) throw notFound()
  const counts = JSON.parse(upload.counts) as ImportCounts
  return {
    ...headOf(upload, sheet),
    state: 'done',
    counts,
    unread: [],
    issues: [],
    issueCount: 0,
    preview: [],
  }
}

const headOf = (upload: ImportUploadRow, sheet: Sheet) => ({
  id: upload.id,
  sheet: sheet.id,
  title: sheet.title,
  areaCode: upload.areaCode,
  expiresAt: upload.expiresAt.toISOString(),
})
