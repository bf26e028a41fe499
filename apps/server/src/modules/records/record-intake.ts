import { isPersonKind, type RecordKind, waitsForSecond } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { type Area, AreasService } from '../areas/areas.service.js'
import { workScope } from '../registers/file-access.js'
import { RegistersService } from '../registers/registers.service.js'
import type { SubjectFile } from '../registers/subject-heads.js'
import { kindOf, type RecordContent, readContent, refused, wrongReference } from './record-content.js'
import { RecordFingerprint } from './record-fingerprint.js'
import { answerKnown } from './record-replay.js'
import { RecordStore, type StoredRecord } from './record-store.js'
import { RecordId, type RecordIn } from './records.dto.js'
import { type KnownRecord, RecordsRepository } from './records.repository.js'
import { RegistrationCorrection } from './registration-correction.js'

/**
 * Takes in one record: whether the id is known, who may send it, whom it is about, whether it is right. Then the store
 * writes everything in the same transaction.
 */
@Injectable()
export class RecordIntake {
  constructor(
    private readonly records: RecordsRepository,
    private readonly store: RecordStore,
    private readonly registers: RegistersService,
    private readonly areas: AreasService,
    private readonly fingerprints: RecordFingerprint,
    private readonly corrections: RegistrationCorrection,
    private readonly writePolicy: AreaWritePolicy,
    private readonly clock: Clock,
  ) {}

  async take(tx: EntityManager, actor: Actor, id: string, input: RecordIn): Promise<StoredRecord> {
    const fingerprint = this.fingerprints.of(input)
    // A known id is settled first: neither its content nor its place may be learnt by trying.
    const known = await this.records.findKnown(tx, id, input.revision)
    if (known) {
      const answer = answerKnown(actor, known, input, fingerprint)
      if (answer === 'same') return this.store.stored(tx, known)
    } else if (input.revision !== 1 || input.replaces !== undefined || input.void) throw notFound()

    const kind = kindOf(input.kind, this.clock.today(), input.areaCode)
    if (!kind.submittedBy.includes(actor.role)) throw new DomainError('FORBIDDEN')
    const area = await this.villageOf(tx, actor, input.areaCode)
    const file = await this.lockSubject(tx, actor, kind, input, known)
    const sent = { id, input, fingerprint, receivedAt: this.clock.now() }
    if (known && input.void) {
      const waits = await this.voidWaits(tx, actor, known, kind)
      return this.store.void(tx, { ...sent, actor, kind, area, file, known, waits })
    }
    const content = readContent(kind, input, {
      today: this.clock.today(),
      bornIn: kind.onlineOnly ? undefined : file?.head.birthYear,
      registeredOn: kind.onlineOnly ? undefined : file?.registeredOn,
    })
    await this.checkReferences(tx, kind, input.subjectId, content)
    const waits =
      waitsForSecond(kind.kind, content.occurredOn, area.startOn, actor.permissions.has('record.review')) ||
      (file !== undefined && kind.onlineOnly && (await this.corrections.waits(tx, file, id, input, content)))
    return this.store.store(tx, { ...sent, actor, kind, area, file, known, content, waits })
  }

  private async villageOf(tx: EntityManager, actor: Actor, areaCode: string): Promise<Area> {
    if (!workScope(actor).contains(areaCode)) throw notFound()
    const area = await this.areas.find(tx, areaCode)
    if (area?.level !== 'village') throw notFound()
    this.writePolicy.assertWritable(areaCode)
    return area
  }

  /** The first lock. @returns undefined for a record of the village, and for the record that makes the person known */
  private async lockSubject(
    tx: EntityManager,
    actor: Actor,
    kind: RecordKind,
    input: RecordIn,
    known: KnownRecord | undefined,
  ): Promise<SubjectFile | undefined> {
    if (!isPersonKind(kind.kind)) {
      if (input.subjectId !== input.areaCode) throw notFound()
      return undefined
    }
    if (kind.kind === 'person-registration' && !known) {
      if (!RecordId.safeParse(input.subjectId).success)
        throw refused([{ path: 'subjectId', code: 'invalid', text: '人员的编号不对，请重新填一条' }])
      return undefined
    }
    const file = await this.registers.lockForChange(tx, actor, input.subjectId)
    if (file?.areaCode !== input.areaCode) throw notFound()
    return file
  }

  /**
   * What two people were needed for, one alone does not undo: the void waits for a second person too, and so does the
   * void of a registration, which would take a person off the register. Before anybody accepted it, the submitter may
   * take it back; whoever else finds it wrong returns it.
   * @throws DomainError FORBIDDEN
   */
  private async voidWaits(
    tx: EntityManager,
    actor: Actor,
    known: KnownRecord,
    kind: RecordKind,
  ): Promise<boolean> {
    if (kind.kind === 'person-registration') return true
    if (kind.review !== 'secondPerson') return false
    // The person is locked: no review can settle the record between this look and the void.
    if (await this.records.wasAccepted(tx, known.id)) return true
    if (known.submittedByAccount !== actor.accountId) throw new DomainError('FORBIDDEN')
    return false
  }

  /** A `record` field points to a record of the same person. */
  private async checkReferences(
    tx: EntityManager,
    kind: RecordKind,
    subjectId: string,
    content: RecordContent,
  ): Promise<void> {
    if (content.schemaVersion !== kind.version) return
    for (const [name, field] of Object.entries(kind.fields)) {
      const id = field.type === 'record' ? content.payload[name] : undefined
      if (typeof id === 'string' && !(await this.records.exists(tx, id, subjectId)))
        throw wrongReference(kind.kind, name)
    }
  }
}
