import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { readerOf } from '../registers/file-access.js'
import { IdentityService } from '../registers/identity.service.js'
import { RegistersService } from '../registers/registers.service.js'
import type { SubjectFile } from '../registers/subject-file.js'
import { LedgerChanges } from './ledger-changes.js'
import { RecordReadsRepository } from './record-reads.repository.js'
import { toRecordOut } from './record-view.js'
import type { RecordOut, ReviewIn } from './records.dto.js'
import { RecordsRepository } from './records.repository.js'

/** A second person accepts a record or sends it back. */
@Injectable()
export class RecordReview {
  constructor(
    private readonly reads: RecordReadsRepository,
    private readonly records: RecordsRepository,
    private readonly registers: RegistersService,
    private readonly identities: IdentityService,
    private readonly changes: LedgerChanges,
    private readonly transactions: Transactions,
    private readonly writePolicy: AreaWritePolicy,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError OWN_RECORD, REVIEW_SETTLED, NOT_FOUND */
  review(actor: Actor, id: string, review: ReviewIn): Promise<RecordOut> {
    return this.transactions.run((tx) => this.settle(tx, actor, id, review))
  }

  /** Which of some records this reviewer finds waiting. */
  waitingAmong(tx: EntityManager, actor: Actor, ids: readonly string[]): Promise<string[]> {
    return this.reads.waitingAmong(tx, readerOf(actor), ids)
  }

  private async settle(
    tx: EntityManager,
    actor: Actor,
    id: string,
    { decision, reason }: ReviewIn,
  ): Promise<RecordOut> {
    const record = await this.reads.find(tx, readerOf(actor), id)
    if (!record) throw notFound()
    const revision = await this.records.findRevision(tx, id, record.currentRevision)
    if (!revision || record.reviewState !== 'pending') throw new DomainError('REVIEW_SETTLED')
    // Whoever wrote any revision of it is no second person, also where somebody else wrote the last one.
    if (await this.records.isAuthor(tx, id, actor.accountId)) throw new DomainError('OWN_RECORD')
    this.writePolicy.assertWritable(record.areaCode)
    const file = record.isAboutVillage
      ? undefined
      : await this.registers.lockForChange(tx, actor, record.subjectId)
    if (!record.isAboutVillage && !file) throw notFound()
    const owner = file?.wrappedKey ? { id: file.id, wrappedKey: file.wrappedKey } : undefined
    const head = await this.changes.advance(tx, { code: record.areaCode, startOn: null })
    const state = decision === 'return' ? 'returned' : revision.isVoid ? 'voided' : 'accepted'
    const isFirst = await this.records.settleReview(tx, id, record.currentRevision, {
      state,
      version: head.version,
      at: this.clock.now(),
      by: actor.accountId,
      reason:
        reason === undefined
          ? null
          : this.identities.keepReason(owner, `${id}:${record.currentRevision}`, reason),
    })
    if (!isFirst) throw new DomainError('REVIEW_SETTLED')
    const isRenamed = record.kind === 'person-registration' && state === 'accepted'
    if (file && isRenamed) await this.followBirthYear(tx, actor, file, revision.payload)
    if (file) await this.changes.refreshFile(tx, file, head, isRenamed)
    await this.changes.publish(tx, head.version, {
      actor,
      areaCode: record.areaCode,
      action: `record.${state}`,
      objectType: 'record',
      objectId: id,
      details: { kind: record.kind, revision: record.currentRevision, appointmentId: actor.appointmentId },
    })
    if (state === 'returned')
      await this.changes.announceReturn(tx, {
        areaCode: record.areaCode,
        recordId: id,
        revision: revision.revision,
        accountId: revision.submittedByAccount,
      })
    return toRecordOut({ ...record, reviewState: state, ledgerVersion: head.version }, revision)
  }

  /** The year of birth is part of how a person is found again. */
  private async followBirthYear(
    tx: EntityManager,
    actor: Actor,
    file: SubjectFile,
    payload: string,
  ): Promise<void> {
    const { birthYear } = JSON.parse(payload) as { birthYear?: unknown }
    const year = typeof birthYear === 'number' ? birthYear : undefined
    await this.registers.changeIdentity(tx, actor, file, undefined, year)
  }
}
