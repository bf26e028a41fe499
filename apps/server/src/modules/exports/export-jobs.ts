import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common'
import { uuidv7 } from 'uuidv7'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { PERMISSION_SETS } from '../../platform/auth/permissions.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { LOG } from '../../platform/log.token.js'
import type { Log } from '../../platform/logging.js'
import { JobRunner } from '../../platform/outbox/job-runner.js'
import { AppointmentsService } from '../accounts/appointments.service.js'
import { type FileReader, readerOf } from '../registers/file-access.js'
import { ExportBuilder } from './export-builder.js'
import type { ExportJob } from './export-job.entity.js'
import { ExportJobsRepository, type Hold } from './export-jobs.repository.js'
import { ExportVault } from './export-vault.js'
import { ExportsService, KEPT_MS } from './exports.service.js'

const MINUTE_MS = 60_000
/** An attempt that has said nothing for so long is dead. */
const LEASE_MS = MINUTE_MS
/** How often a living one says so. */
const HEARTBEAT_MS = 2_000
const MOST_TRIES = 3
const EXPIRED_PAGE = 50
/** How long an export that is gone can still say so. */
const REMEMBERED_MS = 7 * 24 * 60 * MINUTE_MS

/** Another attempt has taken over, or the asker has ended it. */
class HoldLost extends Error {}

/**
 * Makes the long exports, one at a time on each replica, beside the other jobs: an event starts it at once, and a look
 * every minute takes up what a replica that died has left.
 */
@Injectable()
export class ExportJobs implements OnModuleInit, OnModuleDestroy {
  private working: Promise<void> | undefined
  private isStopped = false

  constructor(
    private readonly runner: JobRunner,
    private readonly jobs: ExportJobsRepository,
    private readonly builder: ExportBuilder,
    private readonly vault: ExportVault,
    private readonly exports: ExportsService,
    private readonly appointments: AppointmentsService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.runner.handle('export.asked', async () => this.start())
    this.runner.schedule({
      name: 'exports.take-up',
      everyMs: MINUTE_MS,
      leaseMs: MINUTE_MS,
      run: async () => this.start(),
    })
    this.runner.schedule({
      name: 'exports.expire',
      everyMs: 10 * MINUTE_MS,
      leaseMs: 10 * MINUTE_MS,
      run: () => this.expire(),
    })
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopped = true
    await this.working
  }

  /** Begins with what waits, unless this replica is at it already. */
  start(): void {
    this.working ??= this.work().finally(() => {
      this.working = undefined
    })
  }

  /** Resolves when this replica has nothing in hand. */
  async idle(): Promise<void> {
    await this.working
  }

  /** Deletes what has been kept for a day. */
  async expire(): Promise<void> {
    const now = this.clock.now()
    for (;;) {
      const ids = await this.jobs.expired(this.transactions.read, now, EXPIRED_PAGE)
      for (const id of ids) await this.exports.forget(id)
      if (ids.length < EXPIRED_PAGE) break
    }
    const before = new Date(now.getTime() - REMEMBERED_MS)
    await this.transactions.run((tx) => this.jobs.deleteGone(tx, before))
  }

  private async work(): Promise<void> {
    try {
      while (!this.isStopped) {
        const job = await this.claim()
        if (!job) return
        await this.attempt(job)
      }
    } catch (error) {
      this.log.error({ err: error }, 'export job failed')
    }
  }

  private claim(): Promise<(ExportJob & Hold) | undefined> {
    const worker = uuidv7()
    return this.transactions.run(async (tx) => {
      const now = this.clock.now()
      const job = await this.jobs.claim(tx, worker, now, this.leaseEnd())
      return job && { ...job, worker }
    })
  }

  private async attempt(job: ExportJob & Hold): Promise<void> {
    try {
      if (job.tries > MOST_TRIES) throw new DomainError('EXPORT_FAILED')
      await this.vault.remove(job.id)
      await this.make(job)
    } catch (error) {
      if (error instanceof HoldLost) return
      const isFinal = error instanceof DomainError || job.tries >= MOST_TRIES
      this.log.error(
        { err: error, exportId: job.id, form: job.form, tries: job.tries },
        'export attempt failed',
      )
      const state = isFinal ? 'failed' : 'waiting'
      await this.transactions.run((tx) => this.jobs.release(tx, job, state, this.clock.now()))
    }
  }

  private async make(job: ExportJob & Hold): Promise<void> {
    const reader = await this.readerOf(job)
    const { stream, kept } = this.vault.open(job)
    let rowsDone = 0
    let told = performance.now()
    const progress = async (rows: number) => {
      rowsDone += rows
      if (this.isStopped) throw new Error('the server is stopping')
      if (performance.now() - told < HEARTBEAT_MS) return
      told = performance.now()
      await this.keepHold(job, rowsDone)
    }
    try {
      await this.keepHold(job, 0)
      await this.builder.write(job, reader, stream, progress)
    } catch (error) {
      stream.destroy()
      throw error
    }
    const at = this.clock.now()
    const file = { ...kept(), rowsDone, at, expiresAt: new Date(at.getTime() + KEPT_MS) }
    if (!(await this.transactions.run((tx) => this.jobs.finish(tx, job, file)))) throw new HoldLost()
  }

  private async keepHold(job: Hold, rowsDone: number): Promise<void> {
    const isHeld = await this.transactions.run((tx) => this.jobs.keep(tx, job, rowsDone, this.leaseEnd()))
    if (!isHeld) throw new HoldLost()
  }

  /** As the asker reads today: he may have lost the appointment since he asked. */
  private async readerOf({ accountId, appointmentId, isNamed }: ExportJob): Promise<FileReader> {
    const held = await this.appointments.ofAccount(this.transactions.read, accountId)
    const appointment = held.find(({ id }) => id === appointmentId)
    const permissions = appointment && PERMISSION_SETS[appointment.role]
    if (!appointment || !permissions?.has('export.run')) throw new DomainError('FORBIDDEN')
    if (isNamed && !permissions.has('person.reveal')) throw new DomainError('EXPORT_NAMES_NOT_YOURS')
    const { areaCode, role, subjectId } = appointment
    return readerOf({ areaCode, role, subjectId, scope: AreaScope.of(areaCode) })
  }

  private leaseEnd(): Date {
    return new Date(this.clock.now().getTime() + LEASE_MS)
  }
}
