import { isIsoDate } from '@dfv/rules'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { Transactions } from '../../platform/database/transactions.js'
import { notFound } from '../../platform/errors/domain-error.js'
import { AttachmentContents, toAttachmentOut } from '../attachments/attachment-contents.js'
import { AttachmentOwners } from '../attachments/attachment-owners.js'
import { readerOf } from '../registers/file-access.js'
import { IdentityService } from '../registers/identity.service.js'
import { cursorOf, readCursor } from './cursor.js'
import { type ListedRecord, type OpenedRecord, RecordReadsRepository } from './record-reads.repository.js'
import { ownerOf, toRemarkOut } from './record-remark-view.js'
import { RecordRemarksRepository } from './record-remarks.repository.js'
import type { RecordRevisionRow } from './record-revision.entity.js'
import { toRecordOut } from './record-view.js'
import type { RecordFile, RecordList, RecordQuery, RecordRevisionOut, ReviewList } from './records.dto.js'

const PAGE = 50
const REVIEW_PAGE = 200

/** Records for people to read. Lists hold no free text; opening one record does, and is noted. */
@Injectable()
export class RecordReader implements OnModuleInit {
  constructor(
    private readonly reads: RecordReadsRepository,
    private readonly identities: IdentityService,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly attachments: AttachmentContents,
    private readonly owners: AttachmentOwners,
    private readonly remarks: RecordRemarksRepository,
  ) {}

  onModuleInit(): void {
    this.owners.register('record', (tx, actor, id) => this.open(tx, actor, id))
  }

  /** @throws DomainError NOT_FOUND also when the record or the person's file is not this reader's */
  async open(tx: EntityManager, actor: Actor, id: string): Promise<OpenedRecord> {
    const record = await this.reads.find(tx, readerOf(actor), id)
    if (!record) throw notFound()
    return record
  }

  /** What somebody sent in an area and is not done with: sent back to him, or waiting for a second person. */
  unfinishedOf(
    tx: EntityManager,
    accountId: string,
    area: AreaScope,
  ): Promise<{ returned: number; pending: number }> {
    return this.reads.unfinishedOf(tx, accountId, area)
  }

  /** @throws DomainError NOT_FOUND as `open` */
  get(actor: Actor, id: string): Promise<RecordFile> {
    return this.transactions.run(async (tx) => {
      const record = await this.open(tx, actor, id)
      const rows = await this.reads.revisions(tx, id)
      const revisions = rows.map((row) => this.openRevision(record, row))
      const remarks = (await this.remarks.ofRecord(tx, id)).map((remark) =>
        toRemarkOut(this.identities, record, remark),
      )
      const hasWords =
        revisions.some(({ text, reason, setAside }) => text || reason || setAside) || remarks.length > 0
      if (record.isPerson && hasWords)
        await this.audit.add(tx, {
          actor,
          areaCode: record.areaCode,
          action: 'record.textOpened',
          objectType: 'record',
          objectId: id,
          details: { subjectId: record.subjectId, revisions: revisions.length },
        })
      const current = rows.findIndex((row) => row.revision === record.currentRevision)
      const files = (await this.attachments.ofRecords(tx, [id])).get(id) ?? []
      return {
        ...toRecordOut(record, rows[current]!, revisions[current]?.text),
        revisions,
        attachments: files.map(toAttachmentOut),
        remarks,
      }
    })
  }

  async list(actor: Actor, query: RecordQuery): Promise<RecordList> {
    const { read } = this.transactions
    const reader = readerOf(actor)
    const filter = {
      scope: query.areaCode === undefined ? undefined : AreaScope.of(query.areaCode),
      kind: query.kind,
      from: query.from,
      to: query.to,
      limit: PAGE + 1,
    }
    if (query.subjectId !== undefined && query.subjectId !== query.areaCode) {
      const [occurredOn, id] = readCursor(query.cursor, 2)
      const after = isIsoDate(occurredOn) && id ? { occurredOn, id } : undefined
      const rows = await this.reads.ofSubject(read, reader, query.subjectId, { ...filter, after })
      return page(rows, (row) => cursorOf([row.occurredOn, row.id]))
    }
    const [areaCode, version] = readCursor(query.cursor, 2)
    const ledgerVersion = Number(version ?? Number.NaN)
    const after = areaCode && Number.isSafeInteger(ledgerVersion) ? { areaCode, ledgerVersion } : undefined
    const rows = await this.reads.ofArea(read, reader, { ...filter, after })
    return page(rows, (row) => cursorOf([row.areaCode, String(row.ledgerVersion)]))
  }

  async pending(actor: Actor, areaCode: string | undefined): Promise<ReviewList> {
    const reader = readerOf(actor)
    const scope = areaCode === undefined ? reader.scope : AreaScope.of(areaCode)
    const asker = { ...reader, accountId: actor.accountId }
    const rows = await this.reads.pending(this.transactions.read, asker, scope, REVIEW_PAGE)
    return {
      items: rows.map((row) => ({
        ...toRecordOut(row, row),
        subjectCode: row.subjectCode,
        own: Boolean(row.isAuthor),
        void: Boolean(row.isVoid),
        remarks: Number(row.remarks),
      })),
    }
  }

  private openRevision(record: OpenedRecord, row: RecordRevisionRow): RecordRevisionOut {
    const { wrappedKey, subjectId, isPerson } = record
    const place = `${row.recordId}:${row.revision}`
    const text =
      row.sealedText && wrappedKey
        ? shown(this.identities.openText(wrappedKey, subjectId, place, row.sealedText))
        : undefined
    const owner = ownerOf(record)
    const isReadable = !isPerson || owner !== undefined
    return {
      revision: row.revision,
      schemaVersion: row.schemaVersion,
      occurredOn: row.occurredOn,
      receivedAt: row.receivedAt.toISOString(),
      submittedBy: { accountId: row.submittedByAccount, role: row.submittedByRole },
      reviewState: row.reviewState,
      ...(row.reviewedAt ? { reviewedAt: row.reviewedAt.toISOString() } : {}),
      ...(row.isVoid ? { void: true } : {}),
      ...(isReadable && row.reason ? { reason: this.identities.readReason(owner, place, row.reason) } : {}),
      payload: JSON.parse(row.payload),
      ...(text ? { text } : {}),
      ...(isReadable && row.setAside
        ? { setAside: this.identities.readSetAside(owner, place, row.setAside) }
        : {}),
    }
  }
}

/** What a newer form added may not be text; it is shown as it was sent. */
const shown = (text: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(text).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )

function page(rows: ListedRecord[], cursor: (row: ListedRecord) => string): RecordList {
  const items = rows.slice(0, PAGE)
  const last = items.at(-1)
  return {
    items: items.map((row) => toRecordOut(row, row)),
    nextCursor: rows.length > PAGE && last ? cursor(last) : null,
  }
}
