import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { isDuplicateKey, Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { RecordIntake } from '../records/record-intake.js'
import { RegistersService } from '../registers/registers.service.js'
import { digestOf, type ImportPlan } from './import-plan.js'
import type { ImportOut } from './imports.dto.js'
import { ImportsRepository } from './imports.repository.js'
import { doneOut, ImportsService } from './imports.service.js'

/** Writes a confirmed table: every record of it, or none. */
@Injectable()
export class ImportConfirmation {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly uploads: ImportsService,
    private readonly intake: RecordIntake,
    private readonly registers: RegistersService,
    private readonly audit: Audit,
    private readonly transactions: Transactions,
    private readonly writePolicy: AreaWritePolicy,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes what the upload's preview showed, in one transaction. Asked again, it answers the same and writes nothing.
   * @throws DomainError IMPORT_EXPIRED, IMPORT_FAULTY, IMPORT_ROW_REFUSED; IMPORT_CHANGED when it would no longer do
   *   what was shown
   */
  async confirm(actor: Actor, id: string): Promise<ImportOut> {
    try {
      return await this.transactions.run((tx) => this.write(tx, actor, id))
    } catch (error) {
      // Somebody else wrote one of its records between our look and our insert.
      if (isDuplicateKey(error)) throw new DomainError('IMPORT_CHANGED', {}, [], { cause: error })
      throw error
    }
  }

  private async write(tx: EntityManager, actor: Actor, id: string): Promise<ImportOut> {
    const upload = await this.imports.lock(tx, actor.accountId, id)
    if (!upload) throw notFound()
    if (upload.confirmedAt) return doneOut(upload)
    const { plan, sheet, area } = await this.uploads.open(tx, actor, upload)
    this.writePolicy.assertWritable(area.code)
    if (upload.issueCount > 0) throw new DomainError('IMPORT_FAULTY')
    if (plan.issues.length > 0 || digestOf(plan) !== upload.digest) throw new DomainError('IMPORT_CHANGED')
    await this.lockFiles(tx, actor, plan)
    const written: string[] = []
    let waiting = 0
    for (const { row, send } of plan.records) {
      if (!send) continue
      const { record } = await this.take(tx, actor, row, send)
      if (record.reviewState === 'pending') waiting += 1
      written.push(send.id)
    }
    await this.imports.addRecords(tx, id, written)
    const counts = JSON.stringify({ ...JSON.parse(upload.counts), waiting })
    const confirmedAt = this.clock.now()
    await this.imports.finish(tx, id, { confirmedAt, counts })
    await this.audit.add(tx, {
      actor,
      areaCode: area.code,
      action: 'import.confirmed',
      objectType: 'import',
      objectId: id,
      details: { sheet: sheet.id, records: written.length, waiting, appointmentId: actor.appointmentId },
    })
    return doneOut({ ...upload, confirmedAt, counts })
  }

  /** Files are locked before their village, and always in the same order: then no two uploads wait for each other. */
  private async lockFiles(tx: EntityManager, actor: Actor, plan: ImportPlan): Promise<void> {
    const touched = new Set(plan.records.flatMap(({ send }) => (send ? [send.input.subjectId] : [])))
    for (const fileId of [...plan.files.existing].sort())
      if (touched.has(fileId) && !(await this.registers.lockForChange(tx, actor, fileId)))
        throw new DomainError('IMPORT_CHANGED')
  }

  private async take(
    tx: EntityManager,
    actor: Actor,
    row: number,
    send: NonNullable<ImportPlan['records'][number]['send']>,
  ) {
    try {
      return await this.intake.take(tx, actor, send.id, send.input)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      const reason = error.errors[0]?.text ?? new DomainError(error.code, error.params).text
      throw new DomainError('IMPORT_ROW_REFUSED', { row, reason }, error.errors, { cause: error })
    }
  }
}
