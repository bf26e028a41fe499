import { type KindId, type LedgerRecord, type Payload, RECORD_KINDS } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AuditActor } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import type { Role } from '../../platform/auth/roles.js'
import { canonicalJson } from '../../platform/canonical-json.js'
import { Clock } from '../../platform/clock.js'
import { LedgerChanges } from './ledger-changes.js'
import { LedgerReader } from './ledger-reader.js'
import type { RecordRow } from './record.entity.js'
import { contentHash } from './record-fingerprint.js'
import type { RecordRevisionRow } from './record-revision.entity.js'
import { toRecordOut } from './record-view.js'
import type { RecordOut } from './records.dto.js'
import { type KnownRecord, RecordsRepository } from './records.repository.js'
import type { VillageLedgerHead } from './village-ledgers.js'

export type Written = Pick<
  RecordRevisionRow,
  'schemaVersion' | 'occurredOn' | 'payload' | 'sealedText' | 'reviewState' | 'isVoid' | 'reason' | 'setAside'
>

/** One revision, ready to be stored. */
export type Entry = {
  id: string
  revision: number
  kind: string
  areaCode: string
  subjectId: string
  known: KnownRecord | undefined
  by: { accountId: string; role: Role }
  receivedAt: Date
  deviceTime: Date | null
  fingerprint: string
  written: Written
  action: string
  audit: { actor: AuditActor; appointmentId: string | null }
}

/** What follows from another act: a sealed pledge, an accepted transfer. */
export type DerivedRecord = {
  /** Made from the act, so that the act done twice writes one record. */
  id: string
  kind: KindId
  areaCode: string
  subjectId: string
  payload: Payload
  by: { accountId: string; role: Role }
  /** Who or what wrote it down, for the audit. */
  actor: AuditActor
}

/** Stores a record or its next revision, with the audit entry and the event; the village's version orders them. */
@Injectable()
export class RecordWriter {
  constructor(
    private readonly records: RecordsRepository,
    private readonly changes: LedgerChanges,
    private readonly reader: LedgerReader,
    private readonly clock: Clock,
  ) {}

  /** @param head the village's version that was taken for it */
  async write(tx: EntityManager, entry: Entry, head: VillageLedgerHead): Promise<RecordOut> {
    const { id, written, known } = entry
    const record = rowOf(entry, head.version)
    if (known) await this.records.advance(tx, id, record)
    else await this.records.insert(tx, record)
    const revision: RecordRevisionRow = {
      ...written,
      recordId: id,
      revision: entry.revision,
      receivedAt: entry.receivedAt,
      deviceTime: entry.deviceTime,
      submittedByAccount: entry.by.accountId,
      submittedByRole: entry.by.role,
      fingerprint: entry.fingerprint,
      contentHash: contentHash({ ...record, ...written, revision: entry.revision }),
      reviewedAt: null,
      reviewedBy: null,
    }
    await this.records.insertRevision(tx, revision)
    await this.changes.publish(tx, head.version, {
      actor: entry.audit.actor,
      areaCode: entry.areaCode,
      action: entry.action,
      objectType: 'record',
      objectId: id,
      details: {
        kind: entry.kind,
        revision: entry.revision,
        contentHash: revision.contentHash,
        appointmentId: entry.audit.appointmentId,
      },
    })
    return toRecordOut(record, revision)
  }

  /** A record about the village itself. @returns false when the act was written down before */
  async derive(tx: EntityManager, record: DerivedRecord): Promise<boolean> {
    if (await this.records.isStored(tx, record.id)) return false
    const { startOn } = await this.reader.head(tx, record.areaCode)
    const head = await this.changes.advance(tx, { code: record.areaCode, startOn })
    await this.deriveAt(tx, record, head)
    return true
  }

  /** What followed from an act that was taken back: the record stays, and counts nowhere. */
  async voidDerived(
    tx: EntityManager,
    { id, actor, reason }: { id: string; actor: Actor; reason: string },
  ): Promise<void> {
    const found = await this.records.findKnown(tx, id, 1)
    if (!found) return
    const { startOn } = await this.reader.head(tx, found.areaCode)
    const head = await this.changes.advance(tx, { code: found.areaCode, startOn })
    const revision = found.currentRevision + 1
    const last = await this.records.findRevision(tx, id, found.currentRevision)
    if (!last || last.isVoid) return
    const { schemaVersion, occurredOn, payload, sealedText } = last
    const written: Written = {
      schemaVersion,
      occurredOn,
      payload,
      sealedText,
      reviewState: 'voided',
      isVoid: 1,
      reason: Buffer.from(reason, 'utf8'),
      setAside: null,
    }
    const { kind, areaCode, subjectId } = found
    await this.write(
      tx,
      {
        id,
        revision,
        kind,
        areaCode,
        subjectId,
        known: found,
        by: { accountId: actor.accountId, role: actor.role },
        receivedAt: this.clock.now(),
        deviceTime: null,
        fingerprint: contentHash({ id, revision, kind, areaCode, subjectId, ...written }),
        written,
        action: 'record.voided',
        audit: { actor, appointmentId: actor.appointmentId },
      },
      head,
    )
  }

  /** The same for a village that is locked already. */
  deriveAt(tx: EntityManager, record: DerivedRecord, head: VillageLedgerHead): Promise<RecordOut> {
    const kind = RECORD_KINDS[record.kind]
    const written: Written = {
      schemaVersion: kind.version,
      occurredOn: String(record.payload[kind.dateField]),
      payload: canonicalJson(record.payload),
      sealedText: null,
      reviewState: 'accepted',
      isVoid: 0,
      reason: null,
      setAside: null,
    }
    const { id, areaCode, subjectId } = record
    return this.write(
      tx,
      {
        id,
        revision: 1,
        kind: kind.kind,
        areaCode,
        subjectId,
        known: undefined,
        by: record.by,
        receivedAt: this.clock.now(),
        deviceTime: null,
        // Nobody sent it, so nobody can send it again.
        fingerprint: contentHash({ id, revision: 1, kind: kind.kind, areaCode, subjectId, ...written }),
        written,
        action: 'record.derived',
        audit: { actor: record.actor, appointmentId: null },
      },
      head,
    )
  }
}

function rowOf({ id, known, written, ...entry }: Entry, ledgerVersion: number): RecordRow {
  return {
    id,
    areaCode: entry.areaCode,
    kind: entry.kind,
    subjectId: entry.subjectId,
    schemaVersion: written.schemaVersion,
    occurredOn: written.occurredOn,
    receivedAt: known?.receivedAt ?? entry.receivedAt,
    reviewState: written.reviewState,
    currentRevision: entry.revision,
    ledgerVersion,
    submittedByAccount: known?.submittedByAccount ?? entry.by.accountId,
    submittedByRole: known?.submittedByRole ?? entry.by.role,
  }
}

/** The revision as the rules take it, before it can be read from the database. */
export const ledgerRecordOf = (entry: Entry, payload: Payload): LedgerRecord => ({
  id: entry.id,
  revision: entry.revision,
  kind: entry.kind,
  schemaVersion: entry.written.schemaVersion,
  subjectId: entry.subjectId,
  areaCode: entry.areaCode,
  occurredOn: entry.written.occurredOn,
  receivedAt: entry.receivedAt.toISOString(),
  reviewState: entry.written.reviewState,
  payload,
})
