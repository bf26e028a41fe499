import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.js'
import { AreasModule } from '../areas/areas.module.js'
import { AttachmentTransferModule } from '../attachments/attachment-transfer.module.js'
import { AttachmentsModule } from '../attachments/attachments.module.js'
import { PlaqueModule } from '../plaque/plaque.module.js'
import { RecordsModule } from '../records/records.module.js'
import { RemindersModule } from '../reminders/reminders.module.js'
import { ScoringModule } from '../scoring/scoring.module.js'
import { AppealsRepository } from './appeals.repository.js'
import { AppealsService } from './appeals.service.js'
import { AssessmentController } from './assessment.controller.js'
import { AssessmentJobs } from './assessment.jobs.js'
import { AssessmentYearsRepository } from './assessment-years.repository.js'
import { CyclesService } from './cycles.service.js'
import { Freezer } from './freezer.js'
import { FrozenRepository } from './frozen.repository.js'
import { JudgeTool } from './judge-tool.js'
import { LiveJudgement } from './live-judgement.js'
import { SelfAssessmentService } from './self-assessment.service.js'
import { SpotChecksRepository } from './spot-checks.repository.js'
import { SpotChecksService } from './spot-checks.service.js'
import { TownReviewService } from './town-review.service.js'
import { VillageYearController } from './village-year.controller.js'
import { YearBacklog } from './year-backlog.js'
import { YearFiles } from './year-files.js'
import { YearNews } from './year-news.js'
import { YearOverview } from './year-overview.service.js'
import { YearPapers } from './year-papers.service.js'
import { YearPhotos } from './year-photos.service.js'
import { YearReader } from './year-reader.service.js'
import { YearReminders } from './year-reminders.service.js'

/** The assessment year: from the village's own assessment to the city's result and its end. */
@Module({
  imports: [
    AccountsModule,
    AreasModule,
    AttachmentsModule,
    AttachmentTransferModule,
    PlaqueModule,
    RecordsModule,
    RemindersModule,
    ScoringModule,
  ],
  controllers: [AssessmentController, VillageYearController],
  providers: [
    YearFiles,
    YearNews,
    YearOverview,
    YearReader,
    YearPapers,
    YearPhotos,
    YearBacklog,
    YearReminders,
    AssessmentJobs,
    CyclesService,
    SelfAssessmentService,
    TownReviewService,
    AppealsService,
    SpotChecksService,
    Freezer,
    JudgeTool,
    LiveJudgement,
    AssessmentYearsRepository,
    FrozenRepository,
    AppealsRepository,
    SpotChecksRepository,
  ],
  exports: [YearPapers],
})
export class AssessmentModule {}
