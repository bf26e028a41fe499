import { carriedHistory, type Payload, RECORD_KINDS } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { canonicalJson } from '../../platform/canonical-json.js'
import { Clock } from '../../platform/clock.js'
import { derivedId } from '../../platform/derived-id.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import type { Area } from '../areas/areas.service.js'
import { PoliciesInForce } from '../policies/policies-in-force.js'
import { isVisible } from '../registers/file-access.js'
import { villageLedgerOf } from '../registers/file-ledger.js'
import { IdentityService } from '../registers/identity.service.js'
import { RegistersService } from '../registers/registers.service.js'
import type { SubjectFile } from '../registers/subject-file.js'
import { LedgerChanges } from './ledger-changes.js'
import { LedgerReader } from './ledger-reader.js'
import { type RecordContent, readContent, refusedField } from './record-content.js'
import { entryOf, type StoredRecord } from './record-store.js'
import { RecordWriter } from './record-writer.js'
import type { RecordIn } from './records.dto.js'
import { RecordsRepository } from './records.repository.js'
import { TransfersRepository } from './transfers.repository.js'
import type { VillageLedgerHead } from './village-ledgers.js'

export type Arrival = {
  id: string
  input: RecordIn
  fingerprint: string
  receivedAt: Date
  actor: Actor
  area: Area
}

const KIND = RECORD_KINDS['transfer-acceptance']

/**
 * A village takes over a person whom another has proposed. The acceptance stands in both ledgers; what the rules need of
 * his history comes along; the file, and with it who may read, moves to this village. @see 三(一)
 */
@Injectable()
export class TransferArrival {
  constructor(
    private readonly transfers: TransfersRepository,
    private readonly records: RecordsRepository,
    private readonly reader: LedgerReader,
    private readonly writer: RecordWriter,
    private readonly changes: LedgerChanges,
    private readonly registers: RegistersService,
    private readonly identities: IdentityService,
    private readonly clock: Clock,
    private readonly policies: PoliciesInForce,
  ) {}

  /**
   * @throws DomainError NOT_FOUND unless this person was proposed to this village; OWN_RECORD; TRANSFER_AWAITS_REVIEW;
   *   INVALID
   */
  async accept(tx: EntityManager, arrival: Arrival): Promise<StoredRecord> {
    const { actor, input, area } = arrival
    const file = await this.registers.lockForArrival(tx, input.subjectId)
    const proposal = file && (await this.transfers.findOpen(tx, file.id, area.code))
    if (!file || proposal?.fromArea !== file.areaCode) throw notFound()
    if (actor.role !== 'town-office' && !isVisible(file, actor.role)) throw notFound()
    if (proposal.proposedBy === actor.accountId) throw new DomainError('OWN_RECORD')
    const content = readContent(KIND, input, {
      today: this.clock.today(),
      bornIn: file.head.birthYear,
      registeredOn: file.registeredOn,
    })
    assertSame(content, 'fromArea', file.areaCode)
    assertSame(content, 'toArea', area.code)
    if (content.occurredOn < proposal.proposedOn)
      throw refusedField(KIND.kind, 'acceptedOn', '接收日期早于对方的申请日期，请检查')
    if (await this.records.hasPending(tx, file.id)) throw new DomainError('TRANSFER_AWAITS_REVIEW')
    const heads = await this.lockVillages(tx, file.areaCode, area)
    const record = await this.write(tx, arrival, file, content, heads)
    await this.transfers.settle(tx, proposal.recordId, 'accepted', arrival.receivedAt)
    return { status: 201, record }
  }

  /** In the order of their codes, so that two transfers in opposite directions do not wait for each other. */
  private async lockVillages(
    tx: EntityManager,
    fromArea: string,
    area: Area,
  ): Promise<{ from: VillageLedgerHead; to: VillageLedgerHead }> {
    const from = () => this.changes.advance(tx, { code: fromArea, startOn: null })
    const to = () => this.changes.advance(tx, area, 1)
    if (fromArea < area.code) {
      const first = await from()
      return { from: first, to: await to() }
    }
    const first = await to()
    return { from: await from(), to: first }
  }

  private async write(
    tx: EntityManager,
    arrival: Arrival,
    file: SubjectFile,
    content: RecordContent,
    heads: { from: VillageLedgerHead; to: VillageLedgerHead },
  ) {
    const { id, actor, area } = arrival
    const before = await this.reader.ofSubject(tx, file.id)
    const carried = carriedHistory(villageLedgerOf({ ...heads.from, records: before }), file.id, {
      asOf: content.occurredOn,
      policies: this.policies.of(heads.from.areaCode),
    })
    const by = { accountId: actor.accountId, role: actor.role }
    const derived = { subjectId: file.id, by, actor: { system: 'transfers' } }
    const entry = entryOf(
      { ...arrival, known: undefined, opensFile: false },
      {
        schemaVersion: content.schemaVersion,
        occurredOn: content.occurredOn,
        payload: canonicalJson(content.payload),
        sealedText: this.seal(file, id, content),
        reviewState: 'accepted',
        isVoid: 0,
        reason: null,
        setAside: null,
      },
    )
    const record = await this.writer.write(tx, entry, heads.to)
    if (carried)
      await this.writer.deriveAt(
        tx,
        {
          ...derived,
          id: derivedId('carry-over', id),
          kind: 'carry-over',
          areaCode: area.code,
          payload: carried,
        },
        heads.to,
      )
    await this.writer.deriveAt(
      tx,
      {
        ...derived,
        id: derivedId('transfer-acceptance', id),
        kind: KIND.kind,
        areaCode: file.areaCode,
        payload: content.payload,
      },
      heads.from,
    )
    await this.registers.move(tx, file, {
      village: area,
      number: heads.to.nextPersonNo - 1,
      ledger: { ...heads.to, records: await this.reader.ofSubject(tx, file.id) },
    })
    return record
  }

  private seal(file: SubjectFile, id: string, { text }: RecordContent): Buffer | null {
    if (Object.keys(text).length === 0 || !file.wrappedKey) return null
    return this.identities.sealText(file.wrappedKey, file.id, `${id}:1`, text)
  }
}

function assertSame({ payload }: { payload: Payload }, field: 'fromArea' | 'toArea', areaCode: string): void {
  if (payload[field] !== areaCode)
    throw refusedField(KIND.kind, field, '和申请里的村不一样，请重新打开转入申请')
}
