import { type DynamicModule, Module } from '@nestjs/common'
import { APP_FILTER, APP_GUARD } from '@nestjs/core'
import { AccountsModule } from './modules/accounts/accounts.module.js'
import { DemoAccountsModule } from './modules/accounts/demo-accounts.module.js'
import { AreasModule } from './modules/areas/areas.module.js'
import { AssessmentModule } from './modules/assessment/assessment.module.js'
import { AttachmentTransferModule } from './modules/attachments/attachment-transfer.module.js'
import { BriefsModule } from './modules/briefs/briefs.module.js'
import { ClassesModule } from './modules/classes/classes.module.js'
import { DutiesModule } from './modules/duties/duties.module.js'
import { ExperienceModule } from './modules/experience/experience.module.js'
import { ExportsModule } from './modules/exports/exports.module.js'
import { FeedbackModule } from './modules/feedback/feedback.module.js'
import { HandInsModule } from './modules/hand-ins/hand-ins.module.js'
import { HandoverModule } from './modules/handover/handover.module.js'
import { ImportsModule } from './modules/imports/imports.module.js'
import { ListsModule } from './modules/lists/lists.module.js'
import { OnboardingModule } from './modules/onboarding/onboarding.module.js'
import { OrdersModule } from './modules/orders/orders.module.js'
import { OversightModule } from './modules/oversight/oversight.module.js'
import { PlaqueModule } from './modules/plaque/plaque.module.js'
import { PledgesModule } from './modules/pledges/pledges.module.js'
import { PoliciesModule } from './modules/policies/policies.module.js'
import { PolicyOfficeModule } from './modules/policies/policy-office.module.js'
import { PublicPageModule } from './modules/public-page/public-page.module.js'
import { QuizzesModule } from './modules/quizzes/quizzes.module.js'
import { RecordsModule } from './modules/records/records.module.js'
import { PersonsModule } from './modules/registers/persons.module.js'
import { RemindersModule } from './modules/reminders/reminders.module.js'
import { ResidentsModule } from './modules/residents/residents.module.js'
import { SamplingModule } from './modules/sampling/sampling.module.js'
import { ScoringModule } from './modules/scoring/scoring.module.js'
import { ShellModule } from './modules/shell/shell.module.js'
import { StatusModule } from './modules/status/status.module.js'
import { VenuesModule } from './modules/venues/venues.module.js'
import { WeChatModule } from './modules/wechat/wechat.module.js'
import { AccessGuard } from './platform/auth/access.guard.js'
import type { Clock } from './platform/clock.js'
import type { Config } from './platform/config/config.js'
import { ConfigModule } from './platform/config/config.module.js'
import { CryptoModule } from './platform/crypto/crypto.module.js'
import type { KeyRing } from './platform/crypto/key-ring.js'
import { ProblemFilter } from './platform/errors/problem.filter.js'
import { RateLimit } from './platform/http/rate-limit.js'
import type { Log } from './platform/logging.js'
import { PlatformModule } from './platform/platform.module.js'
import { StorageModule } from './platform/storage/storage.module.js'

/** What the application is given from outside; tests give a fixed clock and a quiet log. */
export type AppContext = { config: Config; keys: KeyRing; log: Log; clock?: Clock }

@Module({})
export class AppModule {
  static with(context: AppContext): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(context.config, context.clock),
        CryptoModule.with(context.keys),
        PlatformModule.with(context.log),
        StorageModule,
        // modules, in the order of their dependence
        ShellModule,
        PoliciesModule,
        AreasModule,
        WeChatModule,
        AccountsModule,
        ...(context.config.isDemo ? [DemoAccountsModule] : []),
        RecordsModule,
        AttachmentTransferModule,
        PersonsModule,
        ImportsModule,
        HandInsModule,
        OnboardingModule,
        ScoringModule,
        PolicyOfficeModule,
        BriefsModule,
        PublicPageModule,
        StatusModule,
        ListsModule,
        QuizzesModule,
        SamplingModule,
        ClassesModule,
        VenuesModule,
        PlaqueModule,
        OversightModule,
        AssessmentModule,
        ExperienceModule,
        PledgesModule,
        RemindersModule,
        DutiesModule,
        OrdersModule,
        FeedbackModule,
        HandoverModule,
        ResidentsModule,
        ExportsModule,
      ],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: AccessGuard },
        RateLimit,
      ],
    }
  }
}
