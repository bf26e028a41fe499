import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../platform/clock.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { sha256 } from '../../platform/crypto/sealer.js'
import { Transactions } from '../../platform/database/transactions.js'
import { BlobLostError, BlobStore } from '../../platform/storage/blob-store.js'
import type { AttachmentRow } from './attachment.entity.js'
import type { AttachmentOut } from './attachments.dto.js'
import { AttachmentsRepository } from './attachments.repository.js'

export type AttachmentSize = 'full' | 'thumb'

/** The key of the person whom the record is about. Null: it is about none, or he was erased. */
export type OwnerKey = Buffer | null

/**
 * The bytes of attachments, sealed where they belong to a person. Whoever asks has made sure that the record may be read:
 * the files of a record are read through it alone.
 */
@Injectable()
export class AttachmentContents {
  constructor(
    private readonly attachments: AttachmentsRepository,
    private readonly blobs: BlobStore,
    private readonly cipher: FieldCipher,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The files of some records, those that have not arrived included. */
  async ofRecords(
    tx: EntityManager,
    recordIds: readonly string[],
  ): Promise<ReadonlyMap<string, AttachmentRow[]>> {
    const byRecord = new Map<string, AttachmentRow[]>()
    for (const row of await this.attachments.ofRecords(tx, recordIds))
      byRecord.set(row.recordId, [...(byRecord.get(row.recordId) ?? []), row])
    return byRecord
  }

  /**
   * A stored file as it is shown. A PDF has no thumb.
   * @returns undefined when it has not arrived, has none of that size, or its person was erased
   * @throws BlobLostError when the stored bytes are gone or were altered
   */
  async read(attachment: AttachmentRow, size: AttachmentSize, key: OwnerKey): Promise<Buffer | undefined> {
    const hash = size === 'full' ? attachment.blobHash : attachment.thumbHash
    if (hash === null || (attachment.isSealed && !key)) return undefined
    const bytes = await this.blobs.get(hash)
    if (!bytes) throw new BlobLostError(hash, 'gone')
    return this.open(attachment, size, key, bytes)
  }

  /** One about no person, for an archive. One that cannot be had says so in its place: it is never left out silently. */
  async whole(attachment: AttachmentRow): Promise<{ type: 'pdf' | 'jpg' | 'txt'; bytes: Buffer }> {
    if (attachment.state !== 'stored')
      return { type: 'txt', bytes: Buffer.from('这个文件还没有传到，或者没有收。\n') }
    try {
      const bytes = await this.read(attachment, 'full', null)
      if (bytes) return { type: attachment.mime === 'application/pdf' ? 'pdf' : 'jpg', bytes }
    } catch (error) {
      if (!(error instanceof BlobLostError)) throw error
    }
    return { type: 'txt', bytes: Buffer.from('这个文件打不开了，请联系镇禁毒办。\n') }
  }

  /**
   * As a piece or a file is kept.
   * @param place what it is: a size, or the number of a piece
   * @throws Error when it is a person's and the key is missing
   */
  seal(attachment: AttachmentRow, place: AttachmentSize | number, key: OwnerKey, plain: Buffer): Buffer {
    const { id, subjectId } = attachment
    return attachment.isSealed
      ? this.cipher.sealBytes(present(key), subjectId, `attachment:${id}:${place}`, plain)
      : plain
  }

  /** @throws Error when the bytes were altered, or belong to another person, attachment or place */
  open(attachment: AttachmentRow, place: AttachmentSize | number, key: OwnerKey, kept: Buffer): Buffer {
    const { id, subjectId } = attachment
    return attachment.isSealed
      ? this.cipher.openBytes(present(key), subjectId, `attachment:${id}:${place}`, kept)
      : kept
  }

  /** Puts a file into the store, outside of any transaction. @returns its address */
  async keep(bytes: Buffer): Promise<string> {
    await this.transactions.run((tx) => this.attachments.touchBlob(tx, sha256(bytes), this.clock.now()))
    return this.blobs.put(bytes)
  }
}

export function toAttachmentOut(row: AttachmentRow): AttachmentOut {
  return {
    id: row.id,
    state: row.state === 'partial' ? 'awaited' : row.state,
    ...(row.mime ? { mime: row.mime } : {}),
    ...(row.width && row.height ? { width: row.width, height: row.height } : {}),
  }
}

function present(key: OwnerKey): Buffer {
  if (!key) throw new Error('a file about a person needs that person’s key')
  return key
}
