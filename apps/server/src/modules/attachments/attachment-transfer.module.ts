import { Module } from '@nestjs/common'
import { RecordsModule } from '../records/records.module.js'
import { AttachmentReader } from './attachment-reader.js'
import { AttachmentSweep } from './attachment-sweep.js'
import { AttachmentsController } from './attachments.controller.js'
import { AttachmentsModule } from './attachments.module.js'
import { UploadsService } from './uploads.service.js'

/** How files come in, are looked at, and are cleared away. */
@Module({
  imports: [AttachmentsModule, RecordsModule],
  controllers: [AttachmentsController],
  providers: [UploadsService, AttachmentReader, AttachmentSweep],
  exports: [AttachmentSweep, UploadsService],
})
export class AttachmentTransferModule {}
