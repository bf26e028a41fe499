import { Inject, Injectable } from '@nestjs/common'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { HandInKeys } from '../../platform/crypto/hand-in-keys.js'
import { sha256 } from '../../platform/crypto/sealer.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { LOG } from '../../platform/log.token.js'
import type { Log } from '../../platform/logging.js'
import { AccountsService } from '../accounts/accounts.service.js'
import { HandInWriters } from '../accounts/hand-in-writers.service.js'
import { UploadsService } from '../attachments/uploads.service.js'
import type { RecordBatchOut } from '../records/records.dto.js'
import { RecordsService } from '../records/records.service.js'
import { type HandedIn, openHandIn } from './hand-in-file.js'
import type { HandInOut } from './hand-ins.dto.js'

type TakenRecord = HandInOut['records'][number]

/** Who wrote the file, where he works, and what stands in it. */
type Proved = { writer: Actor & { areaCode: string }; file: HandedIn; fileHash: string }

/** Takes in a file as its writer would have sent it: through the same intake, under his name, with the same ids. */
@Injectable()
export class HandInsService {
  constructor(
    private readonly keys: HandInKeys,
    private readonly writers: HandInWriters,
    private readonly accounts: AccountsService,
    private readonly records: RecordsService,
    private readonly uploads: UploadsService,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /**
   * @param actor who takes the file in; he answers for nothing in it, and sees of it what stands in the answer
   * @param instance number of the request, for the problems of single records
   * @throws DomainError HAND_IN_UNREADABLE, HAND_IN_OTHER_SERVER, HAND_IN_DAMAGED, HAND_IN_UNPROVEN, HAND_IN_OTHER_TOWN
   */
  async take(actor: Actor, bytes: Buffer, instance: string): Promise<HandInOut> {
    const proved = await this.prove(actor, bytes)
    const { writer, file } = proved
    await this.noteOpened(actor, proved)
    const { results } = await this.records.submitBatch(writer, { records: file.records }, instance)
    await this.noteReceived(actor, proved, results)
    return {
      writer: {
        name: await this.accounts.displayName(this.transactions.read, writer.accountId),
        role: writer.role,
        areaCode: writer.areaCode,
      },
      madeAt: file.madeAt,
      records: results.map((result, at) => takenOf(file.records[at] ?? {}, result)),
      photos: await this.takePhotos(writer, file),
    }
  }

  private async prove(actor: Actor, bytes: Buffer): Promise<Proved> {
    const file = await openHandIn(this.keys, bytes)
    const writer = await this.writers.find(file.sessionId, file.appointmentId)
    const areaCode = writer?.areaCode
    if (!writer || !areaCode || !writer.permissions.has('record.submit'))
      throw new DomainError('HAND_IN_UNPROVEN')
    if (!actor.scope.contains(areaCode)) throw new DomainError('HAND_IN_OTHER_TOWN')
    return { writer: { ...writer, areaCode }, file, fileHash: sha256(bytes) }
  }

  /** Written before the first record, so that none is ever there without the hands it went through. */
  private noteOpened(actor: Actor, { writer, file, fileHash }: Proved): Promise<void> {
    return this.transactions.run((tx) =>
      this.audit.add(tx, {
        actor,
        areaCode: writer.areaCode,
        action: 'handIn.opened',
        objectType: 'hand-in',
        objectId: fileHash,
        details: {
          writer: writer.accountId,
          writerAppointment: writer.appointmentId,
          appointmentId: actor.appointmentId,
          records: file.records.map(({ id }) => (typeof id === 'string' ? id.slice(0, 36) : '')),
        },
      }),
    )
  }

  private noteReceived(
    actor: Actor,
    { writer, fileHash }: Proved,
    results: RecordBatchOut['results'],
  ): Promise<void> {
    return this.transactions.run(async (tx) => {
      for (const { status, record } of results) {
        if (status !== 201 || !record) continue
        await this.audit.add(tx, {
          actor,
          areaCode: record.areaCode,
          action: 'record.handedIn',
          objectType: 'record',
          objectId: record.id,
          details: { handIn: fileHash, writer: writer.accountId, revision: record.revision },
        })
      }
    })
  }

  private async takePhotos(writer: Actor, { files }: HandedIn): Promise<HandInOut['photos']> {
    let stored = 0
    for (const file of files) {
      try {
        await this.upload(writer, file)
        stored += 1
      } catch (error) {
        // The phone still has it and sends it, or hears the reason, when it is back on the network.
        if (!(error instanceof DomainError))
          this.log.error({ error: nameOf(error) }, 'handed-in photo failed')
      }
    }
    return { stored, left: files.length - stored }
  }

  private async upload(writer: Actor, { id, sha256: hash, bytes }: HandedIn['files'][number]): Promise<void> {
    const { missing, chunkBytes } = await this.uploads.declare(writer, id, {
      sha256: hash,
      bytes: bytes.length,
    })
    for (const index of missing)
      await this.uploads.putChunk(
        writer,
        id,
        index,
        bytes.subarray(index * chunkBytes, (index + 1) * chunkBytes),
      )
    await this.uploads.complete(writer, id)
  }
}

/** Of the record itself the office sees what kind it is, where and when. */
function takenOf(item: Record<string, unknown>, result: RecordBatchOut['results'][number]): TakenRecord {
  const { status, record, problem } = result
  const said = (name: string, most: number) => {
    const value = item[name]
    return typeof value === 'string' ? value.slice(0, most) : ''
  }
  return {
    id: result.id,
    kind: said('kind', 32),
    areaCode: said('areaCode', 16),
    occurredOn: said('occurredOn', 10),
    outcome: outcomeOf(status),
    ...(record && { receiptNo: record.receiptNo }),
    ...(record?.reviewState === 'pending' && { waits: true }),
    ...(problem && { reason: problem.errors?.[0]?.text ?? problem.title }),
  }
}

function outcomeOf(status: number): TakenRecord['outcome'] {
  if (status === 201) return 'received'
  if (status === 200) return 'known'
  return status === 408 || status === 429 || status >= 500 ? 'later' : 'refused'
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')
