import { Module } from '@nestjs/common'
import { AttachmentReader } from './attachment-reader.js'
import { AttachmentSweep } from './attachment-sweep.js'
import { AttachmentsController } from './attachments.controller.js'
import { AttachmentsModule } from './attachments.module.js'
import { UploadsService } from './uploads.service.js'

/** How files come in, are looked at, and are cleared away. */
@Module({
  imports: [AttachmentsModule],
  controllers: [AttachmentsController],
  providers: [UploadsService, AttachmentReader, AttachmentSweep],
  exports: [AttachmentReader, AttachmentSweep, UploadsService],
})
export class AttachmentTransferModule {}
