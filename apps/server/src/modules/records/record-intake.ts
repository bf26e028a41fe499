import { isRegistering, type RecordKind, waitsForSecond } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { type Area, AreasService } from '../areas/areas.service.js'
import { PoliciesInForce } from '../policies/policies-in-force.js'
import { readerOf, workScope } from '../registers/file-access.js'
import { RegistersService } from '../registers/registers.service.js'
import type { SubjectFile } from '../registers/subject-file.js'
import {
  kindOf,
  type RecordContent,
  readContent,
  refused,
  refusedField,
  wrongReference,
} from './record-content.js'
import { RecordFingerprint } from './record-fingerprint.js'
import { answerKnown } from './record-replay.js'
import { RecordStore, type StoredRecord } from './record-store.js'
import { RecordId, type RecordIn } from './records.dto.js'
import { type KnownRecord, RecordsRepository } from './records.repository.js'
import { RegistrationCorrection } from './registration-correction.js'
import { TransferArrival } from './transfer-arrival.js'
import { TransferProposals } from './transfer-proposals.js'

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
    private readonly proposals: TransferProposals,
    private readonly arrivals: TransferArrival,
    private readonly writePolicy: AreaWritePolicy,
    private readonly clock: Clock,
    private readonly policies: PoliciesInForce,
  ) {}

  async take(tx: EntityManager, actor: Actor, id: string, input: RecordIn): Promise<StoredRecord> {
    const fingerprint = this.fingerprints.of(input)
    // A known id is settled first: neither its content nor its place may be learnt by trying.
    const known = await this.records.findKnown(tx, id, input.revision)
    if (known) {
      const answer = answerKnown(actor, known, input, fingerprint)
      if (answer === 'same') return this.store.stored(tx, known)
    } else if (input.revision !== 1 || input.replaces !== undefined || input.void) throw notFound()

    const kind = kindOf(input.kind, this.policies.of(input.areaCode), this.clock.today(), input.areaCode)
    if (!kind.submittedBy.includes(actor.role)) throw new DomainError('FORBIDDEN')
    const area = await this.villageOf(tx, actor, input.areaCode)
    const sent = { id, input, fingerprint, receivedAt: this.clock.now() }
    if (kind.kind === 'transfer-acceptance') {
      // The file has moved with it: only another transfer undoes it.
      if (known) throw new DomainError('TRANSFER_SETTLED')
      return this.arrivals.accept(tx, { ...sent, actor, area })
    }
    const { file, opensFile } = await this.lockSubject(tx, actor, kind, input, known)
    if (known && input.void) {
      const waits = await this.voidWaits(tx, actor, known, kind)
      return this.store.void(tx, { ...sent, actor, kind, area, file, opensFile, known, waits })
    }
    const content = readContent(kind, input, {
      today: this.clock.today(),
      bornIn: kind.onlineOnly ? undefined : file?.head.birthYear,
      registeredOn: kind.onlineOnly ? undefined : file?.registeredOn,
    })
    await this.checkReferences(tx, actor, kind, input, content)
    if (kind.kind === 'experience-report') await this.checkReach(tx, actor, known, content)
    const waits =
      waitsForSecond(
        kind.kind,
        content.occurredOn,
        area.startOn,
        actor.permissions.has('record.review'),
        actor.role,
      ) ||
      (file !== undefined && kind.onlineOnly && (await this.corrections.waits(tx, file, id, input, content)))
    return this.store.store(tx, { ...sent, actor, kind, area, file, opensFile, known, content, waits })
  }

  private async villageOf(tx: EntityManager, actor: Actor, areaCode: string): Promise<Area> {
    if (!workScope(actor).contains(areaCode)) throw notFound()
    const area = await this.areas.find(tx, areaCode)
    if (area?.level !== 'village') throw notFound()
    this.writePolicy.assertWritable(areaCode)
    return area
  }

  /**
   * The first lock. A record of the village has no file; the first registration of a subject opens one. A person is
   * registered once and then corrected; a venue, grid, site or school is described anew whenever it has changed.
   */
  private async lockSubject(
    tx: EntityManager,
    actor: Actor,
    kind: RecordKind,
    input: RecordIn,
    known: KnownRecord | undefined,
  ): Promise<{ file: SubjectFile | undefined; opensFile: boolean }> {
    const isBound = actor.subjectId !== null
    if (kind.subject === 'village') {
      if (isBound || input.subjectId !== input.areaCode) throw notFound()
      return { file: undefined, opensFile: false }
    }
    const mayOpen = isRegistering(kind.kind) && !known && !isBound
    if (mayOpen && !RecordId.safeParse(input.subjectId).success)
      throw refused([{ path: 'subjectId', code: 'invalid', text: '登记的编号不对，请重新填一条' }])
    if (mayOpen && kind.subject === 'person') return { file: undefined, opensFile: true }
    const file = await this.registers.lockForChange(tx, actor, input.subjectId)
    if (!file && mayOpen) return { file: undefined, opensFile: true }
    if (file?.areaCode !== input.areaCode || file.type !== kind.subject) throw notFound()
    return { file, opensFile: false }
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

  /**
   * How far a report reaches is the town office's to say; who wrote it leaves that as it stands, or takes it back.
   * @see 五(五)
   */
  private async checkReach(
    tx: EntityManager,
    actor: Actor,
    known: KnownRecord | undefined,
    { payload: { reach } }: RecordContent,
  ): Promise<void> {
    if (actor.role === 'town-office' || reach === undefined || reach === 'none') return
    const last = known && (await this.records.findRevision(tx, known.id, known.currentRevision))
    if (last && JSON.parse(last.payload).reach === reach) return
    throw refusedField('experience-report', 'reach', '推广到哪里由镇禁毒办定。请选“还没有推广”。')
  }

  /** A `record` field points to a record about the same subject, a `person` field to somebody of the village whom the actor sees. */
  private async checkReferences(
    tx: EntityManager,
    actor: Actor,
    kind: RecordKind,
    { subjectId, areaCode }: RecordIn,
    content: RecordContent,
  ): Promise<void> {
    if (content.schemaVersion !== kind.version) return
    for (const [name, { type }] of Object.entries(kind.fields)) {
      const id = content.payload[name]
      if (typeof id !== 'string') continue
      const isWrong =
        (type === 'record' && !(await this.records.exists(tx, id, subjectId))) ||
        (type === 'person' && !(await this.records.isPersonOf(tx, readerOf(actor), id, areaCode)))
      if (isWrong) throw wrongReference(kind.kind, name)
    }
    if (kind.kind === 'transfer') await this.proposals.assertAddressed(tx, areaCode, content.payload.toArea)
  }
}
