import { PassThrough, type Readable } from 'node:stream'
import { kindsEntered } from '@dfv/rules'
import { Inject, Injectable } from '@nestjs/common'
import { uuidv7 } from 'uuidv7'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { areaLevel, isAreaCode } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { LOG } from '../../platform/log.token.js'
import type { Log } from '../../platform/logging.js'
import { Outbox } from '../../platform/outbox/outbox.js'
import { AreasService } from '../areas/areas.service.js'
import { AuditReader } from '../audit/audit-reader.js'
import { PoliciesInForce } from '../policies/policies-in-force.js'
import { readerOf } from '../registers/file-access.js'
import type { FileFormat } from './document/document.js'
import { ExportBuilder } from './export-builder.js'
import { exportFileName } from './export-file.js'
import { type ExportForm, isArchive } from './export-form.js'
import type { ExportJob } from './export-job.entity.js'
import { ExportJobsRepository, type NewExport } from './export-jobs.repository.js'
import { ExportVault } from './export-vault.js'
import type { ExportFormList, ExportIn, ExportList, ExportOut } from './exports.dto.js'
import { FORMS, formOf } from './forms/index.js'

const HOUR_MS = 3_600_000
export const KEPT_MS = 24 * HOUR_MS
/** Up to so many rows it is made while it is fetched. */
const INSTANT_ROWS = 2_000
/** What a person can print and Word can open; a worksheet holds a million. */
const MOST_ROWS: Readonly<Record<FileFormat, number>> = {
  xlsx: 1_000_000,
  pdf: 5_000,
  docx: 1_000,
  zip: 1_000_000,
}
const UNFINISHED = 3
const LISTED = 30
/** Whoever takes names out of the system has proved within this time that he is himself. */
const RECHECK_MS = 15 * 60_000
/** A village has two lists and two ledgers with names; a town office prints its twelve villages once. */
const NAMED_BRAKE = { most: 50, withinMs: 24 * HOUR_MS, action: 'export.named' } as const

export type ExportFile = { stream: Readable; fileName: string; format: FileFormat }

/** Asking for ledgers and fetching them: only by who asked, and only while he still may. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly jobs: ExportJobsRepository,
    private readonly builder: ExportBuilder,
    private readonly vault: ExportVault,
    private readonly areas: AreasService,
    private readonly audit: Audit,
    private readonly trail: AuditReader,
    private readonly cipher: FieldCipher,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
    private readonly policies: PoliciesInForce,
  ) {}

  /** The forms that make sense for the actor: of the kinds of record, those in use where he works. */
  forms(actor: Actor): ExportFormList {
    const area = actor.areaCode ?? ''
    const entered = new Set<string>(
      kindsEntered(this.policies.of(area), this.clock.today(), area).map((kind) => `record:${kind}`),
    )
    const canReveal = actor.permissions.has('person.reveal')
    return {
      items: FORMS.filter(({ id, group }) => group !== 'record' || entered.has(id)).map((form) => ({
        id: form.id,
        title: form.shortTitle,
        about: form.about,
        group: form.group,
        formats: [...form.formats],
        canName: form.isPersonal && canReveal,
      })),
    }
  }

  /**
   * @throws DomainError NOT_FOUND, INVALID, EXPORT_NAMES_NOT_YOURS, EXPORT_NAMES_ONE_VILLAGE, EXPORT_NAMES_TOO_OFTEN,
   *   EXPORT_RECHECK_REQUIRED, EXPORT_TOO_LONG, EXPORT_TOO_MANY
   */
  async ask(actor: Actor, input: ExportIn): Promise<ExportOut> {
    const form = formOf(input.form)
    const { appointmentId } = actor
    if (!form?.formats.some((format) => format === input.format) || appointmentId === null) throw notFound()
    this.checkArea(actor, input.areaCode)
    const isNamed = input.names && form.isPersonal
    if (isNamed) await this.checkNames(actor, input.areaCode)
    const job = this.draft(actor, { ...input, names: isNamed }, appointmentId)
    if (job.to < job.from) throw future()
    const rowsTotal = await this.builder.count(job, readerOf(actor))
    const most = MOST_ROWS[job.format]
    if (rowsTotal > most) throw new DomainError('EXPORT_TOO_LONG', { rows: rowsTotal, most })
    const state = rowsTotal > INSTANT_ROWS || isArchive(form) ? 'waiting' : 'instant'
    await this.store(actor, { ...job, rowsTotal, state })
    return this.get(actor, job.id)
  }

  async get(actor: Actor, id: string): Promise<ExportOut> {
    return this.toOut(await this.own(actor, id))
  }

  async list(actor: Actor): Promise<ExportList> {
    const since = new Date(this.clock.now().getTime() - KEPT_MS)
    const rows = await this.jobs.listOwn(this.transactions.read, actor, since, LISTED)
    return { items: await Promise.all(rows.map((row) => this.toOut(row))) }
  }

  /** Ends it: one that is being made stops, one that is kept is deleted at once. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.own(actor, id)
    await this.forget(id)
  }

  /** The key goes first: from then on nothing of it can be opened. */
  async forget(id: string): Promise<void> {
    await this.transactions.run((tx) => this.jobs.forget(tx, id))
    await this.vault.remove(id)
  }

  /**
   * The file, for whoever asked for it and may still read it.
   * @throws DomainError NOT_FOUND, EXPORT_NOT_READY, EXPORT_FAILED, EXPORT_GONE, EXPORT_NAMES_NOT_YOURS, EXPORT_RECHECK_REQUIRED
   */
  async fetch(actor: Actor, id: string): Promise<ExportFile> {
    const job = await this.own(actor, id)
    this.checkArea(actor, job.areaCode)
    if (job.isNamed) this.checkNamesRight(actor)
    if (job.state === 'gone' || job.expiresAt <= this.clock.now()) throw new DomainError('EXPORT_GONE')
    if (job.state === 'failed') throw new DomainError('EXPORT_FAILED')
    if (job.state === 'waiting' || job.state === 'running') throw new DomainError('EXPORT_NOT_READY')
    await this.transactions.run((tx) =>
      this.audit.add(tx, {
        actor,
        areaCode: job.areaCode,
        action: 'export.fetched',
        objectType: 'export',
        objectId: id,
        details: { form: job.form, format: job.format, names: job.isNamed === 1 },
      }),
    )
    const { fileName } = await this.toOut(job)
    const stream = job.state === 'done' ? this.vault.read(job) : this.instant(actor, job)
    return { stream, fileName, format: job.format }
  }

  private instant(actor: Actor, job: ExportJob): Readable {
    const output = new PassThrough()
    this.builder
      .write(job, readerOf(actor), output, async () => undefined)
      .catch((error: unknown) => {
        // Whoever fetched it has hung up: nobody waits for the rest.
        if (output.destroyed) return
        this.log.error({ err: error, exportId: job.id, form: job.form }, 'export failed')
        output.destroy(error as Error)
      })
    return output
  }

  private draft(
    actor: Actor,
    input: ExportIn,
    appointmentId: string,
  ): Omit<NewExport, 'state' | 'rowsTotal'> {
    const id = uuidv7()
    const createdAt = this.clock.now()
    const wrappedKey = this.cipher.createDataKey(id)
    return {
      id,
      areaCode: input.areaCode,
      accountId: actor.accountId,
      appointmentId,
      role: actor.role,
      form: input.form,
      format: input.format,
      from: input.from,
      to: earlier(input.to, this.clock.today()),
      isNamed: input.names ? 1 : 0,
      purpose: input.names ? (input.purpose ?? null) : null,
      noteSealed:
        input.names && input.note !== undefined ? this.cipher.seal(wrappedKey, id, 'note', input.note) : null,
      wrappedKey,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + KEPT_MS),
    }
  }

  private store(actor: Actor, job: NewExport): Promise<void> {
    return this.transactions.run(async (tx) => {
      if (job.state === 'waiting' && (await this.jobs.countUnfinished(tx, actor.accountId)) >= UNFINISHED)
        throw new DomainError('EXPORT_TOO_MANY')
      await this.jobs.insert(tx, job)
      await this.audit.add(tx, {
        actor,
        areaCode: job.areaCode,
        action: job.isNamed ? NAMED_BRAKE.action : 'export.made',
        objectType: 'export',
        objectId: job.id,
        details: {
          form: job.form,
          format: job.format,
          from: job.from,
          to: job.to,
          rows: job.rowsTotal,
          purpose: job.purpose,
          appointmentId: job.appointmentId,
        },
      })
      if (job.state === 'waiting')
        await this.outbox.add(tx, { type: 'export.asked', areaCode: job.areaCode, payload: { id: job.id } })
    })
  }

  private checkArea(actor: Actor, areaCode: string): void {
    const isWhole = isAreaCode(areaCode) && ['town', 'village'].includes(areaLevel(areaCode))
    if (!isWhole || !readerOf(actor).scope.contains(areaCode)) throw notFound()
  }

  private checkNamesRight(actor: Actor): void {
    if (!actor.permissions.has('person.reveal')) throw new DomainError('EXPORT_NAMES_NOT_YOURS')
    if (this.clock.now().getTime() - actor.authenticatedAt.getTime() > RECHECK_MS)
      throw new DomainError('EXPORT_RECHECK_REQUIRED')
  }

  private async checkNames(actor: Actor, areaCode: string): Promise<void> {
    this.checkNamesRight(actor)
    if (areaLevel(areaCode) !== 'village') throw new DomainError('EXPORT_NAMES_ONE_VILLAGE')
    const { most, withinMs, action } = NAMED_BRAKE
    const since = new Date(this.clock.now().getTime() - withinMs)
    if ((await this.trail.countSince(this.transactions.read, actor.accountId, [action], since)) >= most)
      throw new DomainError('EXPORT_NAMES_TOO_OFTEN')
  }

  private async own(actor: Actor, id: string): Promise<ExportJob> {
    const job = await this.jobs.findOwn(this.transactions.read, id, actor)
    if (!job) throw notFound()
    return job
  }

  private async toOut(job: ExportJob): Promise<ExportOut> {
    const area = await this.areas.find(this.transactions.read, job.areaCode)
    const areaName = area?.name ?? ''
    const form: ExportForm | undefined = formOf(job.form)
    return {
      id: job.id,
      form: job.form,
      title: form?.shortTitle ?? '',
      areaCode: job.areaCode,
      areaName,
      from: job.from,
      to: job.to,
      format: job.format,
      names: job.isNamed === 1,
      state: job.state,
      rowsTotal: job.rowsTotal,
      rowsDone: Math.min(job.rowsDone, job.rowsTotal),
      fileName: exportFileName(job, areaName),
      createdAt: job.createdAt.toISOString(),
      expiresAt: job.expiresAt.toISOString(),
    }
  }
}

const earlier = (a: string, b: string): string => [a, b].sort()[0]!

const future = (): DomainError =>
  new DomainError('INVALID', { count: 1 }, [
    { path: 'from', code: 'futureDate', text: '开始日期不能晚于今天。' },
  ])
