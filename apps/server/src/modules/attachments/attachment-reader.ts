import { Injectable } from '@nestjs/common'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { BlobLostError } from '../../platform/storage/blob-store.js'
import { RecordReader } from '../records/record-reader.js'
import { AttachmentContents, type AttachmentSize } from './attachment-contents.js'
import { AttachmentsRepository } from './attachments.repository.js'

export type OpenedAttachment = {
  bytes: Buffer
  mime: 'image/jpeg' | 'application/pdf'
  /** What a saved file is called: says what it is and nothing of whom. */
  fileName: string
  isPersonal: boolean
  /** Changes when the bytes do. */
  tag: string
}

/** Files for people to look at: through their record, and noted where it is about a person. */
@Injectable()
export class AttachmentReader {
  constructor(
    private readonly attachments: AttachmentsRepository,
    private readonly contents: AttachmentContents,
    private readonly records: RecordReader,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError NOT_FOUND also while the file is still on its way, and when the record is not this reader's */
  open(actor: Actor, id: string, size: AttachmentSize): Promise<OpenedAttachment> {
    return this.transactions.run(async (tx) => {
      const attachment = await this.attachments.find(tx, id)
      if (!attachment) throw notFound()
      const record = await this.records.open(tx, actor, attachment.recordId)
      const { mime } = attachment
      const bytes = await this.contents.read(attachment, size, record.wrappedKey).catch((cause: unknown) => {
        throw cause instanceof BlobLostError ? new DomainError('ATTACHMENT_LOST', {}, [], { cause }) : cause
      })
      if (!bytes || !mime) throw notFound()
      if (attachment.isSealed)
        await this.audit.add(tx, {
          actor,
          areaCode: record.areaCode,
          action: 'attachment.opened',
          objectType: 'attachment',
          objectId: id,
          details: {
            recordId: attachment.recordId,
            subjectId: attachment.subjectId,
            size,
            appointmentId: actor.appointmentId,
          },
        })
      return {
        bytes,
        mime,
        fileName: `${id.slice(-12)}.${mime === 'application/pdf' ? 'pdf' : 'jpg'}`,
        isPersonal: attachment.isSealed === 1,
        tag: `"${(size === 'full' ? attachment.blobHash : attachment.thumbHash) ?? ''}"`,
      }
    })
  }
}
