import { Module } from '@nestjs/common'
import { AttachmentClaims } from './attachment-claims.js'
import { AttachmentContents } from './attachment-contents.js'
import { AttachmentsRepository } from './attachments.repository.js'

/** What files a record names, and their bytes. The records module writes through it; the transfer module moves them. */
@Module({
  providers: [AttachmentClaims, AttachmentContents, AttachmentsRepository],
  exports: [AttachmentClaims, AttachmentContents, AttachmentsRepository],
})
export class AttachmentsModule {}
