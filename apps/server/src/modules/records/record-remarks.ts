import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { sha256 } from '../../platform/crypto/sealer.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { Outbox } from '../../platform/outbox/outbox.js'
import { IdentityService } from '../registers/identity.service.js'
import { RecordReader } from './record-reader.js'
import type { OpenedRecord } from './record-reads.repository.js'
import type { RecordRemark } from './record-remark.entity.js'
import { ownerOf, toRemarkOut } from './record-remark-view.js'
import { RecordRemarksRepository } from './record-remarks.repository.js'
import { mayRevise } from './record-replay.js'
import type { RemarkIn, RemarkOut } from './records.dto.js'
import { RecordsRepository } from './records.repository.js'

/** A conversation that goes on longer belongs on the telephone. */
const MOST_REMARKS = 50

/** What the two sides of a review say to each other, without sending the record back. */
@Injectable()
export class RecordRemarks {
  constructor(
    private readonly remarks: RecordRemarksRepository,
    private readonly reader: RecordReader,
    private readonly records: RecordsRepository,
    private readonly identities: IdentityService,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly writePolicy: AreaWritePolicy,
    private readonly clock: Clock,
  ) {}

  /**
   * @param id made by the sender; the same words under it once more are harmless
   * @throws DomainError NOT_FOUND to whoever may not read the record; FORBIDDEN to a reader who has no part in its
   *   review; REMARK_CLOSED when the review is over; REMARK_CONFLICT, REMARK_TOO_MANY
   */
  say(actor: Actor, recordId: string, id: string, { text }: RemarkIn): Promise<RemarkOut> {
    return this.transactions.run(async (tx) => {
      const record = await this.reader.open(tx, actor, recordId)
      const known = await this.remarks.find(tx, recordId, id)
      if (known) return this.answerKnown(actor, record, known, text)
      await this.assertMaySay(tx, actor, record)
      const remark: RecordRemark = {
        recordId,
        id,
        areaCode: record.areaCode,
        revision: record.currentRevision,
        accountId: actor.accountId,
        role: actor.role,
        words: this.identities.keepRemark(ownerOf(record), `${recordId}:${id}`, text),
        createdAt: this.clock.now(),
      }
      await this.remarks.add(tx, remark)
      await this.announce(tx, actor, record, remark)
      return this.shown(record, remark)
    })
  }

  private answerKnown(actor: Actor, record: OpenedRecord, known: RecordRemark, text: string): RemarkOut {
    const answer = this.shown(record, known)
    if (known.accountId !== actor.accountId || answer.text !== text) throw new DomainError('REMARK_CONFLICT')
    return answer
  }

  /** Whoever could settle the review, and whoever could send the record anew. */
  private async assertMaySay(tx: EntityManager, actor: Actor, record: OpenedRecord): Promise<void> {
    const takesPart =
      actor.permissions.has('record.review') ||
      mayRevise(actor, record) ||
      (await this.records.isAuthor(tx, record.id, actor.accountId))
    if (!takesPart) throw new DomainError('FORBIDDEN')
    if (record.reviewState !== 'pending' && record.reviewState !== 'returned')
      throw new DomainError('REMARK_CLOSED')
    this.writePolicy.assertWritable(record.areaCode)
    if (record.isPerson && !record.wrappedKey) throw new DomainError('REMARK_CLOSED')
    if ((await this.remarks.ofRecord(tx, record.id)).length >= MOST_REMARKS)
      throw new DomainError('REMARK_TOO_MANY')
  }

  private async announce(
    tx: EntityManager,
    actor: Actor,
    record: OpenedRecord,
    remark: RecordRemark,
  ): Promise<void> {
    const { areaCode } = record
    await this.audit.add(tx, {
      actor,
      areaCode,
      action: 'record.remarked',
      objectType: 'record',
      objectId: record.id,
      details: {
        remarkId: remark.id,
        revision: remark.revision,
        wordsHash: sha256(remark.words),
        appointmentId: actor.appointmentId,
      },
    })
    const { authors, others } = await this.remarks.takingPart(tx, record.id)
    const besides = (accounts: readonly string[]) => accounts.filter((id) => id !== actor.accountId)
    await this.outbox.add(tx, {
      type: 'record.remarked',
      areaCode,
      payload: {
        recordId: record.id,
        remarkId: remark.id,
        by: actor.accountId,
        tell: besides([...authors, ...others]).join(','),
        // The first word of the village's side has nobody on the other side yet.
        tellReviewers: Number(
          besides(others).length === 0 &&
            (authors.includes(actor.accountId) || !actor.permissions.has('record.review')),
        ),
      },
      dedupeKey: `record.remarked:${record.id}:${remark.id}`,
    })
  }

  private shown(record: OpenedRecord, remark: RecordRemark): RemarkOut {
    return toRemarkOut(this.identities, record, remark)
  }
}
