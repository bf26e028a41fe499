import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.js'
import { AreasModule } from '../areas/areas.module.js'
import { RemindersModule } from '../reminders/reminders.module.js'
import { FeedbackController } from './feedback.controller.js'
import { FeedbackRepository } from './feedback.repository.js'
import { FeedbackService } from './feedback.service.js'

@Module({
  imports: [AccountsModule, AreasModule, RemindersModule],
  controllers: [FeedbackController],
  providers: [FeedbackRepository, FeedbackService],
  exports: [FeedbackService],
})
export class FeedbackModule {}
