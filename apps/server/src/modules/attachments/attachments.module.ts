import { Module } from '@nestjs/common'
import { AttachmentClaims } from './attachment-claims.js'
import { AttachmentContents } from './attachment-contents.js'
import { AttachmentOwners } from './attachment-owners.js'
import { AttachmentsRepository } from './attachments.repository.js'

/** What files are named by what, and their bytes. Modules whose things have files write through it; the transfer module moves them. */
@Module({
  providers: [AttachmentClaims, AttachmentContents, AttachmentOwners, AttachmentsRepository],
  exports: [AttachmentClaims, AttachmentContents, AttachmentOwners, AttachmentsRepository],
})
export class AttachmentsModule {}
