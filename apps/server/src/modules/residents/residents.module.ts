import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.js'
import { AreasModule } from '../areas/areas.module.js'
import { FeedbackModule } from '../feedback/feedback.module.js'
import { PledgesModule } from '../pledges/pledges.module.js'
import { QuizzesModule } from '../quizzes/quizzes.module.js'
import { ResidentsController } from './residents.controller.js'
import { ResidentsService } from './residents.service.js'

@Module({
  imports: [AccountsModule, AreasModule, FeedbackModule, PledgesModule, QuizzesModule],
  controllers: [ResidentsController],
  providers: [ResidentsService],
})
export class ResidentsModule {}
