import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.js'
import { AttachmentTransferModule } from '../attachments/attachment-transfer.module.js'
import { RecordsModule } from '../records/records.module.js'
import { HandInsController } from './hand-ins.controller.js'
import { HandInsService } from './hand-ins.service.js'

/** Records that came on foot: what a phone could not send, as a file that only this server opens. */
@Module({
  imports: [AccountsModule, RecordsModule, AttachmentTransferModule],
  controllers: [HandInsController],
  providers: [HandInsService],
})
export class HandInsModule {}
