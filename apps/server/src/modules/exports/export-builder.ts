import type { Writable } from 'node:stream'
import { roleLabel } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import { AreaScope, areaLevel } from '../../platform/auth/area-scope.js'
import { chinaMinute } from '../../platform/china-minute.js'
import { Clock } from '../../platform/clock.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { AccountsService } from '../accounts/accounts.service.js'
import { type Area, AreasService } from '../areas/areas.service.js'
import { YearPapers } from '../assessment/year-papers.service.js'
import type { FileReader } from '../registers/file-access.js'
import { ArchiveWriter, type Stamp } from './archive-writer.js'
import { headOf, writeDocument } from './document/write-document.js'
import { type ExportForm, isArchive } from './export-form.js'
import type { ExportJob } from './export-job.entity.js'
import type { FormContext } from './form-context.js'
import { formOf } from './forms/index.js'
import { LedgerSourcesFactory } from './ledger-sources.js'

/** What is asked for, and as whom it is read. */
export type ExportTask = Pick<
  ExportJob,
  | 'id'
  | 'areaCode'
  | 'accountId'
  | 'appointmentId'
  | 'role'
  | 'form'
  | 'format'
  | 'from'
  | 'to'
  | 'isNamed'
  | 'purpose'
  | 'noteSealed'
  | 'wrappedKey'
>

/** Called after each page of rows with how many there were. @throws whatever is to end the export */
export type Progress = (rows: number) => Promise<void>

/** Writes what was asked for, reading it as the asker sees it at that moment. */
@Injectable()
export class ExportBuilder {
  constructor(
    private readonly sources: LedgerSourcesFactory,
    private readonly years: YearPapers,
    private readonly archives: ArchiveWriter,
    private readonly accounts: AccountsService,
    private readonly areas: AreasService,
    private readonly cipher: FieldCipher,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Rows that the export will have. */
  async count(task: ExportTask, reader: FileReader): Promise<number> {
    const { form, context } = await this.open(task, reader, async () => undefined)
    return form.count(context)
  }

  async write(task: ExportTask, reader: FileReader, output: Writable, progress: Progress): Promise<void> {
    const { form, context } = await this.open(task, reader, progress)
    const name = await this.accounts.displayName(this.transactions.read, task.accountId)
    const madeAt = this.clock.now()
    const stamp: Stamp = {
      madeBy: `${context.areaName} ${roleLabel(task.role)} ${name} ${chinaMinute(madeAt)}`,
      madeAt,
    }
    if (isArchive(form)) return this.archives.write(form, context, { stamp, progress }, output)
    if (task.format === 'zip') throw notFound()
    await writeDocument(task.format, { ...headOf(form), ...stamp, sheets: form.sheets(context) }, output)
  }

  private async open(
    task: ExportTask,
    reader: FileReader,
    progress: Progress,
  ): Promise<{ form: ExportForm; context: FormContext }> {
    const form = formOf(task.form)
    if (!form) throw notFound()
    const area = await this.areas.find(this.transactions.read, task.areaCode)
    const villages = await this.villages(task.areaCode, area)
    const isNamed = task.isNamed === 1
    const sources = this.sources.open({
      reader: { ...reader, scope: narrowed(reader.scope, task.areaCode) },
      from: task.from,
      to: task.to,
      progress,
      withPictures: task.format !== 'xlsx',
      disclosure: isNamed
        ? {
            actor: task,
            appointmentId: task.appointmentId,
            exportId: task.id,
            purpose: task.purpose ?? '',
            note: this.noteOf(task),
          }
        : undefined,
    })
    const { from, to } = task
    const areaName = area?.name ?? ''
    const { years } = this
    return { form, context: { villages, areaName, from, to, isNamed, sources, years, role: reader.role } }
  }

  private async villages(areaCode: string, area: Area | null): Promise<Area[]> {
    if (areaLevel(areaCode) !== 'village') return this.areas.villagesUnder(this.transactions.read, areaCode)
    return area ? [area] : []
  }

  private noteOf({ id, wrappedKey, noteSealed }: ExportTask): string | undefined {
    return wrappedKey && noteSealed ? this.cipher.open(wrappedKey, id, 'note', noteSealed) : undefined
  }
}

/** @throws DomainError NOT_FOUND when the area is not the reader's any more */
function narrowed(scope: AreaScope, areaCode: string): AreaScope {
  if (!scope.contains(areaCode)) throw new DomainError('NOT_FOUND')
  return AreaScope.of(areaCode)
}
