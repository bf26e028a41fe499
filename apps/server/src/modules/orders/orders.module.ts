import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.js'
import { AreasModule } from '../areas/areas.module.js'
import { RegistersModule } from '../registers/registers.module.js'
import { RemindersModule } from '../reminders/reminders.module.js'
import { ScoringModule } from '../scoring/scoring.module.js'
import { OrderNews } from './order-news.js'
import { OrderReminders } from './order-reminders.js'
import { OrderViews } from './order-views.js'
import { OrdersController } from './orders.controller.js'
import { OrdersRepository } from './orders.repository.js'
import { OrdersService } from './orders.service.js'

@Module({
  imports: [AccountsModule, AreasModule, RegistersModule, RemindersModule, ScoringModule],
  controllers: [OrdersController],
  providers: [OrderNews, OrderReminders, OrderViews, OrdersRepository, OrdersService],
})
export class OrdersModule {}
