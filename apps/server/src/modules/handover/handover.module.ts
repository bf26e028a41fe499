import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.js'
import { RecordsModule } from '../records/records.module.js'
import { RemindersModule } from '../reminders/reminders.module.js'
import { ScoringModule } from '../scoring/scoring.module.js'
import { HandoverController } from './handover.controller.js'
import { HandoverService } from './handover.service.js'

@Module({
  imports: [AccountsModule, RecordsModule, RemindersModule, ScoringModule],
  controllers: [HandoverController],
  providers: [HandoverService],
})
export class HandoverModule {}
