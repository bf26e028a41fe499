import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { sha256 } from '../../platform/crypto/sealer.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import type { ErrorCode } from '../../platform/errors/error-codes.js'
import type { AttachmentRow } from './attachment.entity.js'
import { AttachmentContents, type OwnerKey } from './attachment-contents.js'
import { AttachmentOwners } from './attachment-owners.js'
import { CHUNK_BYTES, type UploadIn, type UploadOut } from './attachments.dto.js'
import { AttachmentsRepository, type StoredFile } from './attachments.repository.js'
import { fileKind } from './file-kinds.js'
import { blankShotData, isWhole } from './paper.js'
import { remakePicture } from './picture.js'

/** A busy day of one cadre is some dozens; what goes beyond this is a machine. Each figure over 24 hours. */
const DAILY = { files: 300, bytes: 500 * 1024 * 1024, withinMs: 86_400_000 }

/** An attachment whose owner its sender may still work on, and the key that seals it. */
type Arriving = { attachment: AttachmentRow; key: OwnerKey }

/** Takes a file in, piece by piece, in any order and as often as the network needs. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly attachments: AttachmentsRepository,
    private readonly contents: AttachmentContents,
    private readonly owners: AttachmentOwners,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly writePolicy: AreaWritePolicy,
    private readonly clock: Clock,
  ) {}

  /**
   * Says what is going to come, or asks what of it is still missing.
   * @throws DomainError NOT_FOUND unless something of this account's names the file; ATTACHMENT_CONFLICT for another content
   */
  declare(actor: Actor, id: string, file: UploadIn): Promise<UploadOut> {
    return this.transactions.run(async (tx) => {
      const { attachment } = await this.find(tx, actor, id, 'lock')
      if (attachment.state === 'awaited') {
        await this.brake(tx, actor)
        await this.attachments.declare(tx, id, { ...file, at: this.clock.now() })
      } else if (attachment.declaredHash !== file.sha256 || attachment.declaredBytes !== file.bytes)
        throw new DomainError('ATTACHMENT_CONFLICT')
      const state = attachment.state === 'awaited' ? 'partial' : attachment.state
      return this.answer(tx, { ...attachment, state, declaredBytes: file.bytes })
    })
  }

  /** @throws DomainError ATTACHMENT_CHUNK_WRONG when the piece has not the length that its place asks for */
  putChunk(actor: Actor, id: string, index: number, bytes: Buffer): Promise<void> {
    return this.transactions.run(async (tx) => {
      const { attachment, key } = await this.find(tx, actor, id, 'lock')
      // A piece that comes once more after the file is complete: the network repeated it.
      if (attachment.state === 'stored' || attachment.state === 'refused') return
      if (attachment.state === 'awaited') throw new DomainError('ATTACHMENT_INCOMPLETE')
      if (bytes.length === 0 || bytes.length !== chunkLength(attachment, index))
        throw new DomainError('ATTACHMENT_CHUNK_WRONG')
      const sealed = this.contents.seal(attachment, index, key, bytes)
      await this.attachments.putChunk(tx, id, index, sealed, this.clock.now())
    })
  }

  /**
   * Checks the whole, makes what is kept of it, and keeps it. Asking again is harmless.
   * @throws DomainError ATTACHMENT_INCOMPLETE; ATTACHMENT_DAMAGED, after which it starts anew; the reason of a refusal
   */
  async complete(actor: Actor, id: string): Promise<UploadOut> {
    const { read } = this.transactions
    const { attachment, key } = await this.find(read, actor, id)
    if (attachment.state === 'refused') throw new DomainError(attachment.refusal as ErrorCode)
    if (attachment.state === 'stored') return this.answer(read, attachment)
    const file = await this.assemble(attachment, key)
    const stored = await this.keep(attachment, key, file).catch((error: unknown) =>
      this.noteRefusal(attachment, error),
    )
    return this.transactions.run(async (tx) => {
      const locked = await this.find(tx, actor, id, 'lock')
      // Of two that ask at the same moment the first has done it; what the second put is swept up later.
      if (locked.attachment.state === 'stored') return this.answer(tx, locked.attachment)
      await this.attachments.settle(tx, id, stored, this.clock.now())
      await this.attachments.dropChunks(tx, id)
      await this.audit.add(tx, {
        actor,
        areaCode: attachment.areaCode,
        action: 'attachment.stored',
        objectType: 'attachment',
        objectId: id,
        details: {
          recordId: attachment.recordId,
          blobHash: stored.blobHash,
          thumbHash: stored.thumbHash,
          appointmentId: actor.appointmentId,
        },
      })
      return this.answer(tx, { ...attachment, state: 'stored' })
    })
  }

  private async find(tx: EntityManager, actor: Actor, id: string, lock?: 'lock'): Promise<Arriving> {
    const attachment = lock ? await this.attachments.lock(tx, id) : await this.attachments.find(tx, id)
    if (attachment?.accountId !== actor.accountId) throw notFound()
    const { wrappedKey: key } = await this.owners.open(tx, actor, attachment)
    if (attachment.isSealed && !key) throw notFound()
    this.writePolicy.assertWritable(attachment.areaCode)
    return { attachment, key }
  }

  private async brake(tx: EntityManager, actor: Actor): Promise<void> {
    const since = new Date(this.clock.now().getTime() - DAILY.withinMs)
    const sent = await this.attachments.declaredSince(tx, actor.accountId, since)
    if (sent.files >= DAILY.files || sent.bytes >= DAILY.bytes) throw new DomainError('ATTACHMENT_TOO_MANY')
  }

  private async assemble(attachment: AttachmentRow, key: OwnerKey): Promise<Buffer> {
    const { id, declaredHash, declaredBytes } = attachment
    const chunks = await this.attachments.chunks(this.transactions.read, id)
    if (declaredBytes === null || chunks.length !== chunkCount(declaredBytes))
      throw new DomainError('ATTACHMENT_INCOMPLETE')
    const file = Buffer.concat(
      chunks.map((chunk, index) => this.contents.open(attachment, index, key, chunk)),
    )
    if (sha256(file) === declaredHash) return file
    await this.transactions.run(async (tx) => {
      await this.attachments.restart(tx, id, this.clock.now())
      await this.attachments.dropChunks(tx, id)
    })
    throw new DomainError('ATTACHMENT_DAMAGED')
  }

  /** @throws DomainError when it is nothing that is kept */
  private async keep(attachment: AttachmentRow, key: OwnerKey, file: Buffer): Promise<StoredFile> {
    const put = (size: 'full' | 'thumb', bytes: Buffer) =>
      this.contents.keep(this.contents.seal(attachment, size, key, bytes))
    const kind = fileKind(file)
    if (kind === undefined) throw new DomainError('ATTACHMENT_TYPE')
    if (kind === 'heic') throw new DomainError('ATTACHMENT_HEIC')
    if (kind === 'pdf') {
      if (!isWhole(file)) throw new DomainError('ATTACHMENT_BROKEN')
      const blobHash = await put('full', blankShotData(file))
      return { mime: 'application/pdf', width: null, height: null, blobHash, thumbHash: null }
    }
    const { full, thumb, width, height } = await remakePicture(file)
    return {
      mime: 'image/jpeg',
      width,
      height,
      blobHash: await put('full', full),
      thumbHash: await put('thumb', thumb),
    }
  }

  /** What is refused once is refused for good: the phone need not send it again to hear the same. */
  private async noteRefusal(attachment: AttachmentRow, error: unknown): Promise<never> {
    if (error instanceof DomainError)
      await this.transactions.run(async (tx) => {
        await this.attachments.refuse(tx, attachment.id, error.code, this.clock.now())
        await this.attachments.dropChunks(tx, attachment.id)
      })
    throw error
  }

  private async answer(tx: EntityManager, { id, state, declaredBytes }: AttachmentRow): Promise<UploadOut> {
    const isOpen = state === 'partial'
    const here = new Set(isOpen ? await this.attachments.chunkIndexes(tx, id) : [])
    const all = isOpen ? Array.from({ length: chunkCount(declaredBytes ?? 0) }, (_, index) => index) : []
    return {
      id,
      state: state === 'awaited' ? 'partial' : state,
      chunkBytes: CHUNK_BYTES,
      missing: all.filter((index) => !here.has(index)),
    }
  }
}

const chunkCount = (bytes: number): number => Math.ceil(bytes / CHUNK_BYTES)

/** Bytes of a piece; the last may be short. 0 or less: there is no such piece. */
const chunkLength = ({ declaredBytes }: AttachmentRow, index: number): number =>
  Math.min(CHUNK_BYTES, (declaredBytes ?? 0) - index * CHUNK_BYTES)
