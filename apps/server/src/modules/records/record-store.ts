import type { FiledSubject, RecordKind } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { canonicalJson } from '../../platform/canonical-json.js'
import type { Area } from '../areas/areas.service.js'
import { AttachmentClaims } from '../attachments/attachment-claims.js'
import { IdentityService } from '../registers/identity.service.js'
import { type NewFile, RegistersService } from '../registers/registers.service.js'
import type { SubjectFile } from '../registers/subject-file.js'
import { LedgerChanges } from './ledger-changes.js'
import type { RecordContent } from './record-content.js'
import { toRecordOut } from './record-view.js'
import { type Entry, ledgerRecordOf, RecordWriter, type Written } from './record-writer.js'
import type { RecordIn, RecordOut } from './records.dto.js'
import { type KnownRecord, RecordsRepository } from './records.repository.js'
import { TransferProposals } from './transfer-proposals.js'
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
  /** Locked. Undefined: the record is about the village, or opens a file. */
  file: SubjectFile | undefined
  /** The record makes its subject known. */
  opensFile: boolean
  known: KnownRecord | undefined
  /** For a second person; until he accepts it, what was accepted before stays in force. */
  waits: boolean
}

type IntakeWithContent = Intake & { content: RecordContent }

/** Writes what one request says: the record, and the file, the identity and the transfer that change with it. */
@Injectable()
export class RecordStore {
  constructor(
    private readonly records: RecordsRepository,
    private readonly writer: RecordWriter,
    private readonly changes: LedgerChanges,
    private readonly registers: RegistersService,
    private readonly identities: IdentityService,
    private readonly transfers: TransferProposals,
    private readonly attachments: AttachmentClaims,
  ) {}

  /** The record as it stands, for a request that was answered before. */
  async stored(tx: EntityManager, known: KnownRecord): Promise<StoredRecord> {
    const revision = await this.records.findRevision(tx, known.id, known.currentRevision)
    if (!revision) throw new Error('a record without its current revision')
    return { status: 200, record: toRecordOut(known, revision) }
  }

  async store(tx: EntityManager, intake: IntakeWithContent): Promise<StoredRecord> {
    const { input, kind, content, file, opensFile } = intake
    const isNewPerson = opensFile && kind.subject === 'person'
    const wrappedKey = isNewPerson ? this.registers.createKey(input.subjectId) : (file?.wrappedKey ?? null)
    const entry = entryOf(intake, {
      schemaVersion: content.schemaVersion,
      occurredOn: content.occurredOn,
      payload: canonicalJson(content.payload),
      sealedText: this.sealText(intake, wrappedKey, content.text),
      reviewState: intake.waits ? 'pending' : 'accepted',
      isVoid: 0,
      reason: null,
      setAside: this.keepSetAside(intake, wrappedKey),
    })
    const head = await this.changes.advance(tx, intake.area, isNewPerson ? 1 : 0)
    const isRenamed = file !== undefined && kind.onlineOnly && !intake.waits
    if (opensFile) await this.openFile(tx, intake, entry, wrappedKey, head)
    else if (isRenamed) await this.changeIdentity(tx, intake, file)
    const record = await this.writer.write(tx, entry, head)
    await this.claimFiles(tx, intake)
    if (file) await this.changes.refreshFile(tx, file, head, isRenamed)
    if (kind.kind === 'transfer') await this.transfers.propose(tx, record)
    return { status: 201, record }
  }

  /** A revision that takes the record out of every count and says why; what it said stays readable. */
  async void(tx: EntityManager, intake: Intake & { known: KnownRecord }): Promise<StoredRecord> {
    const { known, input, file, kind } = intake
    const last = await this.records.findRevision(tx, known.id, known.currentRevision)
    if (!last) throw new Error('a record without its current revision')
    const wrappedKey = file?.wrappedKey ?? null
    const place = (revision: number) => `${known.id}:${revision}`
    const text =
      last.sealedText && wrappedKey
        ? this.identities.openText(wrappedKey, known.subjectId, place(last.revision), last.sealedText)
        : {}
    const entry = entryOf(intake, {
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
      setAside: null,
    })
    const head = await this.changes.advance(tx, intake.area)
    const record = await this.writer.write(tx, entry, head)
    if (file) await this.changes.refreshFile(tx, file, head)
    if (kind.kind === 'transfer') await this.transfers.withdraw(tx, known.id)
    return { status: 201, record }
  }

  private claimFiles(tx: EntityManager, { id, input, actor, kind, receivedAt, content }: IntakeWithContent) {
    return this.attachments.claim(tx, {
      recordId: id,
      areaCode: input.areaCode,
      subjectId: input.subjectId,
      accountId: actor.accountId,
      at: receivedAt,
      kind: kind.kind,
      payload: content.payload,
    })
  }

  private sealText(intake: Intake, wrappedKey: Buffer | null, text: Record<string, unknown>): Buffer | null {
    if (Object.keys(text).length === 0) return null
    if (!wrappedKey) throw new Error('free text about a person needs that person’s key')
    const { id, input } = intake
    return this.identities.sealText(wrappedKey, input.subjectId, `${id}:${input.revision}`, text)
  }

  private keepSetAside({ id, input, file }: Intake, wrappedKey: Buffer | null): Buffer | null {
    if (!input.setAside) return null
    const owner = file && wrappedKey ? { id: file.id, wrappedKey } : undefined
    return this.identities.keepSetAside(owner, `${id}:${input.revision}`, input.setAside)
  }

  private async openFile(
    tx: EntityManager,
    { input, kind, content, area, actor }: IntakeWithContent,
    entry: Entry,
    wrappedKey: Buffer | null,
    head: VillageLedgerHead,
  ): Promise<void> {
    const file: NewFile = {
      type: kind.subject as FiledSubject,
      subjectId: input.subjectId,
      areaCode: area.code,
      villageName: area.name,
      registeredOn: content.occurredOn,
      ledger: { ...head, records: [ledgerRecordOf(entry, content.payload)] },
    }
    if (!wrappedKey) return this.registers.open(tx, file)
    if (!content.identity) throw new Error('a registration without an identity passed validation')
    const { birthYear } = content.payload
    await this.registers.register(tx, actor, {
      ...file,
      number: head.nextPersonNo - 1,
      wrappedKey,
      identity: content.identity,
      birthYear: typeof birthYear === 'number' ? birthYear : undefined,
    })
  }

  private async changeIdentity(
    tx: EntityManager,
    intake: IntakeWithContent,
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

/** The revision that a request makes. */
export function entryOf(intake: Omit<Intake, 'kind' | 'area' | 'waits' | 'file'>, written: Written): Entry {
  const { id, input, actor, known } = intake
  return {
    id,
    revision: input.revision,
    kind: input.kind,
    areaCode: input.areaCode,
    subjectId: input.subjectId,
    known,
    by: { accountId: actor.accountId, role: actor.role },
    receivedAt: intake.receivedAt,
    deviceTime: plausible(input.deviceTime),
    fingerprint: intake.fingerprint,
    written,
    action: actionOf(known, written),
    audit: { actor, appointmentId: actor.appointmentId },
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
