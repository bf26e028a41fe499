import { Injectable } from '@nestjs/common'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { BlobLostError } from '../../platform/storage/blob-store.js'
import type { AttachmentRow } from './attachment.entity.js'
import { AttachmentContents, type AttachmentSize } from './attachment-contents.js'
import { AttachmentOwners } from './attachment-owners.js'
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

/** Files for people to look at: through what names them, and noted where it is about a person. */
@Injectable()
export class AttachmentReader {
  constructor(
    private readonly attachments: AttachmentsRepository,
    private readonly contents: AttachmentContents,
    private readonly owners: AttachmentOwners,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /**
   * @param of whose it has to be: what is asked for as a record's is not found among a year's
   * @throws DomainError NOT_FOUND also while the file is still on its way, and when what names it is not this reader's
   */
  open(
    actor: Actor,
    id: string,
    size: AttachmentSize,
    of: Pick<AttachmentRow, 'owner'> & Partial<Pick<AttachmentRow, 'recordId'>>,
  ): Promise<OpenedAttachment> {
    return this.transactions.run(async (tx) => {
      const attachment = await this.attachments.find(tx, id)
      const isTheirs =
        attachment?.owner === of.owner && (of.recordId ?? attachment.recordId) === attachment.recordId
      if (!attachment || !isTheirs) throw notFound()
      const { wrappedKey } = await this.owners.open(tx, actor, attachment)
      const { mime } = attachment
      const bytes = await this.contents.read(attachment, size, wrappedKey).catch((cause: unknown) => {
        throw cause instanceof BlobLostError ? new DomainError('ATTACHMENT_LOST', {}, [], { cause }) : cause
      })
      if (!bytes || !mime) throw notFound()
      if (attachment.isSealed)
        await this.audit.add(tx, {
          actor,
          areaCode: attachment.areaCode,
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
