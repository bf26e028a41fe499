import { type LedgerRecord, type RecordKind, type ReviewState } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { canonicalJson } from '../../platform/canonical-json.js'
import type { Area } from '../areas/areas.service.js'
import { AttachmentClaims } from '../attachments/attachment-claims.js'
import { IdentityService } from '../registers/identity.service.js'
import { RegistersService } from '../registers/registers.service.js'
import type { SubjectFile } from '../registers/subject-heads.js'
import { LedgerChanges } from './ledger-changes.js'
import type { RecordRow } from './record.entity.js'
import type { RecordContent } from './record-content.js'
import { contentHash } from './record-fingerprint.js'
import type { RecordRevisionRow } from './record-revision.entity.js'
import { toRecordOut } from './record-view.js'
import type { RecordIn, RecordOut } from './records.dto.js'
import { type KnownRecord, RecordsRepository } from './records.repository.js'
import type { VillageLedgerHead } from './village-ledgers.js'

/** 201: it was not there before; 200: it was, and is the same. */
export type StoredRecord = { status: 200 | 201; record: RecordOut }

/** One request that may be stored: everything about it has been decided. */
export type Intake = {
  id: string
  input: RecordIn
  fingerprint: string
  receivedAt: Date
  actor: Actor
  kind: RecordKind
  area: Area
  /** Locked. Undefined: the record is about the village, or makes the person known. */
  file: SubjectFile | undefined
  known: KnownRecord | undefined
  /** For a second person; until he accepts it, what was accepted before stays in force. */
  waits: boolean
}

type Written = Pick<
  RecordRevisionRow,
  'schemaVersion' | 'occurredOn' | 'payload' | 'sealedText' | 'reviewState' | 'isVoid' | 'reason'
>

/** Writes a record, its revision, the person's head, the audit entry and the event; the village's version orders them. */
@Injectable()
export class RecordStore {
  constructor(
    private readonly records: RecordsRepository,
    private readonly changes: LedgerChanges,
    private readonly registers: RegistersService,
    private readonly identities: IdentityService,
    private readonly attachments: AttachmentClaims,
  ) {}

  /** The record as it stands, for a request that was answered before. */
  async stored(tx: EntityManager, known: KnownRecord): Promise<StoredRecord> {
    const revision = await this.records.findRevision(tx, known.id, known.currentRevision)
    if (!revision) throw new Error('a record without its current revision')
    return { status: 200, record: toRecordOut(known, revision) }
  }

  async store(tx: EntityManager, intake: Intake & { content: RecordContent }): Promise<StoredRecord> {
    const { input, kind, content, file, known } = intake
    const isNewPerson = kind.kind === 'person-registration' && !known
    const wrappedKey = isNewPerson ? this.registers.createKey(input.subjectId) : (file?.wrappedKey ?? null)
    const written: Written = {
      schemaVersion: content.schemaVersion,
      occurredOn: content.occurredOn,
      payload: canonicalJson(content.payload),
      sealedText: this.sealText(intake, wrappedKey, content.text),
      reviewState: intake.waits ? 'pending' : 'accepted',
      isVoid: 0,
      reason: null,
    }
    const head = await this.changes.advance(tx, intake.area, isNewPerson ? 1 : 0)
    if (isNewPerson && wrappedKey) await this.register(tx, intake, wrappedKey, written, head)
    else if (file && kind.onlineOnly && !intake.waits) await this.changeIdentity(tx, intake, file)
    return this.write(tx, intake, written, head, isNewPerson)
  }

  /** A revision that takes the record out of every count and says why; what it said stays readable. */
  async void(tx: EntityManager, intake: Intake & { known: KnownRecord }): Promise<StoredRecord> {
    const { known, input, file } = intake
    const last = await this.records.findRevision(tx, known.id, known.currentRevision)
    if (!last) throw new Error('a record without its current revision')
    const wrappedKey = file?.wrappedKey ?? null
    const place = (revision: number) => `${known.id}:${revision}`
    const text =
      last.sealedText && wrappedKey
        ? this.identities.openText(wrappedKey, known.subjectId, place(last.revision), last.sealedText)
        : {}
    const head = await this.changes.advance(tx, intake.area)
    return this.write(
      tx,
      intake,
      {
        schemaVersion: last.schemaVersion,
        occurredOn: last.occurredOn,
        payload: last.payload,
        sealedText: this.sealText(intake, wrappedKey, text),
        reviewState: intake.waits ? 'pending' : 'voided',
        isVoid: 1,
        reason: this.identities.keepReason(
          file && wrappedKey ? { id: file.id, wrappedKey } : undefined,
          place(input.revision),
          input.void?.reason ?? '',
        ),
      },
      head,
      false,
    )
  }

  private async write(
    tx: EntityManager,
    intake: Intake & { content?: RecordContent },
    written: Written,
    head: VillageLedgerHead,
    isNewPerson: boolean,
  ): Promise<StoredRecord> {
    const { id, input, actor, file, known } = intake
    const record = this.rowOf(intake, written, head.version)
    if (known) await this.records.advance(tx, id, record)
    else await this.records.insert(tx, record)
    const revision: RecordRevisionRow = {
      ...written,
      recordId: id,
      revision: input.revision,
      receivedAt: intake.receivedAt,
      deviceTime: plausible(input.deviceTime),
      submittedByAccount: actor.accountId,
      submittedByRole: actor.role,
      fingerprint: intake.fingerprint,
      contentHash: contentHash({ ...record, ...written, revision: input.revision }),
      reviewedAt: null,
      reviewedBy: null,
    }
    await this.records.insertRevision(tx, revision)
    if (intake.content) await this.claimFiles(tx, intake, intake.content)
    if (file && !isNewPerson) await this.changes.refreshFile(tx, file, head)
    await this.changes.publish(tx, head.version, {
      actor,
      areaCode: input.areaCode,
      action: actionOf(known, written),
      objectType: 'record',
      objectId: id,
      details: {
        kind: input.kind,
        revision: input.revision,
        contentHash: revision.contentHash,
        appointmentId: actor.appointmentId,
      },
    })
    return { status: 201, record: toRecordOut(record, revision) }
  }

  private claimFiles(tx: EntityManager, intake: Intake, { payload }: RecordContent): Promise<void> {
    const { id, input, actor, kind, receivedAt } = intake
    return this.attachments.claim(tx, {
      recordId: id,
      areaCode: input.areaCode,
      subjectId: input.subjectId,
      accountId: actor.accountId,
      at: receivedAt,
      kind: kind.kind,
      payload,
    })
  }

  private rowOf(intake: Intake, written: Written, ledgerVersion: number): RecordRow {
    const { id, input, actor, known } = intake
    return {
      id,
      areaCode: input.areaCode,
      kind: input.kind,
      subjectId: input.subjectId,
      schemaVersion: written.schemaVersion,
      occurredOn: written.occurredOn,
      receivedAt: known?.receivedAt ?? intake.receivedAt,
      reviewState: written.reviewState,
      currentRevision: input.revision,
      ledgerVersion,
      submittedByAccount: known?.submittedByAccount ?? actor.accountId,
      submittedByRole: known?.submittedByRole ?? actor.role,
    }
  }

  private sealText(intake: Intake, wrappedKey: Buffer | null, text: Record<string, unknown>): Buffer | null {
    if (Object.keys(text).length === 0) return null
    if (!wrappedKey) throw new Error('free text about a person needs that person’s key')
    const { id, input } = intake
    return this.identities.sealText(wrappedKey, input.subjectId, `${id}:${input.revision}`, text)
  }

  private async register(
    tx: EntityManager,
    intake: Intake & { content: RecordContent },
    wrappedKey: Buffer,
    written: Written,
    head: VillageLedgerHead,
  ): Promise<void> {
    const { input, content, area, actor } = intake
    if (!content.identity) throw new Error('a registration without an identity passed validation')
    const { birthYear } = content.payload
    await this.registers.register(tx, actor, {
      subjectId: input.subjectId,
      areaCode: area.code,
      villageName: area.name,
      number: head.nextPersonNo - 1,
      version: head.version,
      wrappedKey,
      identity: content.identity,
      registeredOn: content.occurredOn,
      birthYear: typeof birthYear === 'number' ? birthYear : undefined,
      ledger: { ...head, records: [ledgerRecord(intake, written)] },
    })
  }

  private async changeIdentity(
    tx: EntityManager,
    intake: Intake & { content: RecordContent },
    file: SubjectFile,
  ): Promise<void> {
    const { birthYear } = intake.content.payload
    await this.registers.changeIdentity(
      tx,
      intake.actor,
      file,
      intake.content.identity,
      typeof birthYear === 'number' ? birthYear : undefined,
    )
  }
}

function ledgerRecord(intake: Intake & { content: RecordContent }, written: Written): LedgerRecord {
  const { id, input, content } = intake
  return {
    id,
    revision: input.revision,
    kind: input.kind,
    schemaVersion: written.schemaVersion,
    subjectId: input.subjectId,
    areaCode: input.areaCode,
    occurredOn: written.occurredOn,
    receivedAt: intake.receivedAt.toISOString(),
    reviewState: written.reviewState satisfies ReviewState,
    payload: content.payload,
  }
}

function actionOf(known: KnownRecord | undefined, { isVoid, reviewState }: Written): string {
  if (isVoid) return reviewState === 'voided' ? 'record.voided' : 'record.voidRequested'
  return known ? 'record.revised' : 'record.submitted'
}

/** A phone whose clock is broken still sends its records. */
function plausible(deviceTime: string | undefined): Date | null {
  const time = deviceTime === undefined ? undefined : new Date(deviceTime)
  const year = time?.getUTCFullYear() ?? 0
  return time && year >= 2000 && year < 2100 ? time : null
}
