import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.js'
import { AreasModule } from '../areas/areas.module.js'
import { PlaqueModule } from '../plaque/plaque.module.js'
import { QuizzesModule } from '../quizzes/quizzes.module.js'
import { RecordsModule } from '../records/records.module.js'
import { RegistersModule } from '../registers/registers.module.js'
import { SamplingModule } from '../sampling/sampling.module.js'
import { VenuesModule } from '../venues/venues.module.js'
import { AskedDuties } from './asked-duties.js'
import { AwarenessController } from './awareness.controller.js'
import { AwarenessReportService } from './awareness-report.service.js'
import { DutyArrangements } from './duty-arrangements.js'
import { LedgerController } from './ledger.controller.js'
import { ObligationsController } from './obligations.controller.js'
import { ObligationsRepository } from './obligations.repository.js'
import { ObligationsService } from './obligations.service.js'
import { ProjectionMetrics } from './projection-metrics.js'
import { ProjectionsJobs } from './projections.jobs.js'
import { ProjectionsService } from './projections.service.js'
import { ScoringService } from './scoring.service.js'
import { VillageAwarenessService } from './village-awareness.service.js'
import { VillageHistory } from './village-history.service.js'
import { VillageStatesRepository } from './village-states.repository.js'
import { VillageWeeksRepository } from './village-weeks.repository.js'
import { VillagesController } from './villages.controller.js'
import { YearAnswersService } from './year-answers.service.js'

@Module({
  imports: [
    AccountsModule,
    AreasModule,
    PlaqueModule,
    QuizzesModule,
    RecordsModule,
    RegistersModule,
    SamplingModule,
    VenuesModule,
  ],
  controllers: [VillagesController, ObligationsController, AwarenessController, LedgerController],
  providers: [
    ScoringService,
    ObligationsService,
    AskedDuties,
    DutyArrangements,
    ProjectionsService,
    ProjectionsJobs,
    ProjectionMetrics,
    VillageStatesRepository,
    VillageWeeksRepository,
    VillageHistory,
    ObligationsRepository,
    YearAnswersService,
    VillageAwarenessService,
    AwarenessReportService,
  ],
  exports: [
    AskedDuties,
    DutyArrangements,
    ObligationsService,
    ProjectionsService,
    ScoringService,
    VillageHistory,
    YearAnswersService,
  ],
})
export class ScoringModule {}
