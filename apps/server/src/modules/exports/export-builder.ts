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
import type { FileReader } from '../registers/file-access.js'
import type { ExportDocument, Format } from './document/document.js'
import { writeDocx } from './document/docx-document.js'
import { writePdf } from './document/pdf-document.js'
import { writeXlsx } from './document/xlsx-document.js'
import type { ExportForm } from './export-form.js'
import type { ExportJob } from './export-job.entity.js'
import type { FormContext } from './form-context.js'
import { formOf } from './forms/index.js'
import { LedgerSourcesFactory } from './ledger-sources.js'

const WRITERS: Readonly<Record<Format, (document: ExportDocument, output: Writable) => Promise<void>>> = {
  xlsx: writeXlsx,
  docx: writeDocx,
  pdf: writePdf,
}

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
    await WRITERS[task.format](
      {
        title: form.title,
        isWide: form.isWide,
        isWatermarked: form.isPersonal,
        madeBy: `${context.areaName} ${roleLabel(task.role)} ${name} ${chinaMinute(madeAt)}`,
        madeAt,
        sheets: form.sheets(context),
      },
      output,
    )
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
    return { form, context: { villages, areaName: area?.name ?? '', from, to, isNamed, sources } }
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
