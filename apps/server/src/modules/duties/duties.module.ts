import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.js'
import { RegistersModule } from '../registers/registers.module.js'
import { RemindersModule } from '../reminders/reminders.module.js'
import { ScoringModule } from '../scoring/scoring.module.js'
import { DutiesController } from './duties.controller.js'
import { DutiesService } from './duties.service.js'

@Module({
  imports: [AccountsModule, RegistersModule, RemindersModule, ScoringModule],
  controllers: [DutiesController],
  providers: [DutiesService],
})
export class DutiesModule {}
