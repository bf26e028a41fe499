import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.js'
import { AreasModule } from '../areas/areas.module.js'
import { ScoringModule } from '../scoring/scoring.module.js'
import { WeChatModule } from '../wechat/wechat.module.js'
import { CreditsRepository } from './credits.repository.js'
import { CreditsService } from './credits.service.js'
import { DeliveriesRepository } from './deliveries.repository.js'
import { DeliveryService } from './delivery.service.js'
import { DeliveryMetrics } from './delivery-metrics.js'
import { InboxController } from './inbox.controller.js'
import { InboxService } from './inbox.service.js'
import { MessageComposer } from './message-composer.js'
import { MutesRepository } from './mutes.repository.js'
import { NotificationsRepository } from './notifications.repository.js'
import { NotificationsService } from './notifications.service.js'
import { OfficeNews } from './office-news.js'
import { ProgressRepository } from './progress.repository.js'
import { Supervisors } from './recipients.service.js'
import { ReminderPlanner } from './reminder-planner.service.js'
import { ReminderSettings } from './reminder-settings.service.js'
import { RemindersController } from './reminders.controller.js'
import { RemindersJobs } from './reminders.jobs.js'
import { SendingPauses } from './sending-pauses.js'
import { StandingNews } from './standing-news.js'
import { SubscriptionEvents } from './subscription-events.service.js'

@Module({
  imports: [AccountsModule, AreasModule, ScoringModule, WeChatModule],
  controllers: [InboxController, RemindersController],
  providers: [
    CreditsRepository,
    CreditsService,
    DeliveriesRepository,
    DeliveryService,
    DeliveryMetrics,
    InboxService,
    MessageComposer,
    MutesRepository,
    NotificationsRepository,
    NotificationsService,
    OfficeNews,
    ProgressRepository,
    ReminderPlanner,
    ReminderSettings,
    RemindersJobs,
    SendingPauses,
    StandingNews,
    SubscriptionEvents,
    Supervisors,
  ],
  exports: [NotificationsService, StandingNews],
})
export class RemindersModule {}
