import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { uuidv7 } from 'uuidv7'
import { Audit } from '../../../platform/audit/audit.js'
import type { Actor } from '../../../platform/auth/actor.js'
import { Clock } from '../../../platform/clock.js'
import { isDuplicateKey, Transactions } from '../../../platform/database/transactions.js'
import { DomainError, notFound } from '../../../platform/errors/domain-error.js'
import { blankTable, faultyTable, filledTable } from '../../../platform/workbook/table-workbook.js'
import { readUploaded } from '../../../platform/workbook/uploaded-workbook.js'
import { QuizBank } from '../quiz-bank.js'
import { QuizItemsRepository } from '../quiz-items.repository.js'
import type { BankFilter, BankImport } from './bank.dto.js'
import { BankKeeping, officeOf } from './bank-keeping.service.js'
import { type BankPlan, countsOf, digestOf, planOf } from './bank-plan.js'
import { BankReader } from './bank-reader.service.js'
import { type BankTable, readBankTable } from './bank-rows.js'
import { BANK_FORM, EXAMPLE, headingOf, rowOf } from './bank-table.js'
import type { QuizImport } from './quiz-import.entity.js'
import { QuizImportsRepository } from './quiz-imports.repository.js'

/** How long an uploaded table is kept when nobody confirms it. */
const KEPT_MS = 3_600_000
const SHOWN_ROWS = 20
const SHOWN_ISSUES = 100

/** The bank as a table: taken out, changed in Excel, and brought back as a whole or not at all. */
@Injectable()
export class BankImports {
  constructor(
    private readonly imports: QuizImportsRepository,
    private readonly items: QuizItemsRepository,
    private readonly keeping: BankKeeping,
    private readonly reader: BankReader,
    private readonly bank: QuizBank,
    private readonly audit: Audit,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async workbook(filter: BankFilter): Promise<Buffer> {
    return filledTable(BANK_FORM, (await this.reader.matching(filter)).map(rowOf))
  }

  template(): Promise<Buffer> {
    return blankTable(BANK_FORM, EXAMPLE)
  }

  /** Reads a table and says what it would do; nothing of it is written into the bank. */
  async upload(actor: Actor, file: Buffer): Promise<BankImport> {
    const table = readBankTable(await readUploaded(file))
    const plan = planOf(table, await this.items.newest(this.transactions.read))
    const now = this.clock.now()
    const upload: QuizImport = {
      id: uuidv7(),
      accountId: actor.accountId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + KEPT_MS),
      content: JSON.stringify(table),
      digest: digestOf(plan),
      counts: JSON.stringify(countsOf(plan, table.rows.length)),
      issueCount: plan.issues.length,
      confirmedAt: null,
    }
    await this.transactions.run(async (tx) => {
      await this.imports.deleteExpired(tx, now)
      await this.imports.insert(tx, upload)
    })
    return toOut(upload, table, plan)
  }

  /** The table as it was uploaded, with what is to be changed written into it. @throws DomainError NOT_FOUND, IMPORT_EXPIRED */
  async faulty(actor: Actor, id: string): Promise<Buffer> {
    const { read } = this.transactions
    const upload = await this.imports.find(read, actor.accountId, id)
    if (!upload) throw notFound()
    const table = this.tableOf(upload)
    const { issues } = planOf(table, await this.items.newest(read))
    const rows = table.rows.map(({ number, cells }) => ({
      number,
      cells: new Map(Object.entries(cells).map(([key, text]) => [key, { text }])),
    }))
    return faultyTable(BANK_FORM, rows, issues)
  }

  /**
   * Writes what the upload showed, every question of it, each awaiting a second person. Asked again, it answers the same.
   * @throws DomainError NOT_FOUND, IMPORT_EXPIRED, IMPORT_FAULTY; IMPORT_CHANGED when it would no longer do what was shown
   */
  async confirm(actor: Actor, id: string): Promise<BankImport> {
    try {
      return await this.transactions.run((tx) => this.write(tx, actor, id))
    } catch (error) {
      if (isDuplicateKey(error)) throw new DomainError('IMPORT_CHANGED', {}, [], { cause: error })
      throw error
    } finally {
      this.bank.forget()
    }
  }

  private async write(tx: EntityManager, actor: Actor, id: string): Promise<BankImport> {
    const upload = await this.imports.lock(tx, actor.accountId, id)
    if (!upload) throw notFound()
    if (upload.confirmedAt) return toOut(upload)
    const table = this.tableOf(upload)
    if (upload.issueCount > 0) throw new DomainError('IMPORT_FAULTY')
    const plan = planOf(table, await this.items.newest(tx))
    if (plan.issues.length > 0 || digestOf(plan) !== upload.digest) throw new DomainError('IMPORT_CHANGED')
    const written = plan.rows.filter(({ action }) => action !== 'same').sort((a, b) => (a.id < b.id ? -1 : 1))
    for (const { id: itemId, version, item } of written)
      await this.keeping.write(tx, actor, { id: itemId, version }, item)
    const confirmedAt = this.clock.now()
    await this.imports.finish(tx, id, confirmedAt)
    await this.audit.add(tx, {
      actor,
      areaCode: officeOf(actor),
      action: 'quiz-bank.imported',
      objectType: 'quiz-import',
      objectId: id,
      details: { written: written.length, appointmentId: actor.appointmentId },
    })
    return toOut({ ...upload, confirmedAt })
  }

  private tableOf({ content, expiresAt }: QuizImport): BankTable {
    if (content === null || expiresAt <= this.clock.now()) throw new DomainError('IMPORT_EXPIRED')
    return JSON.parse(content) as BankTable
  }
}

/** @param table,plan absent after it was written: only the counts are left then */
function toOut(upload: QuizImport, table?: BankTable, plan?: BankPlan): BankImport {
  return {
    id: upload.id,
    state: upload.confirmedAt ? 'done' : upload.issueCount > 0 ? 'faulty' : 'ready',
    expiresAt: upload.expiresAt.toISOString(),
    counts: JSON.parse(upload.counts),
    unread: [...(table?.unread ?? [])],
    issues: (plan?.issues ?? [])
      .slice(0, SHOWN_ISSUES)
      .map(({ row, column, text }) => ({ row, heading: headingOf(column), text })),
    issueCount: plan?.issues.length ?? 0,
    preview: (plan?.rows ?? [])
      .slice(0, SHOWN_ROWS)
      .map(({ row, action, id, item }) => ({ row, action, id, stem: item.stem })),
  }
}
