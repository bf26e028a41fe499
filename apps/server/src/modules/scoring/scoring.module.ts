import { Module } from '@nestjs/common'
import { AreasModule } from '../areas/areas.module.js'
import { PlaqueModule } from '../plaque/plaque.module.js'
import { QuizzesModule } from '../quizzes/quizzes.module.js'
import { RecordsModule } from '../records/records.module.js'
import { RegistersModule } from '../registers/registers.module.js'
import { ObligationsController } from './obligations.controller.js'
import { ObligationsRepository } from './obligations.repository.js'
import { ObligationsService } from './obligations.service.js'
import { ProjectionsJobs } from './projections.jobs.js'
import { ProjectionsService } from './projections.service.js'
import { ScoringService } from './scoring.service.js'
import { VillageStatesRepository } from './village-states.repository.js'
import { VillagesController } from './villages.controller.js'

@Module({
  imports: [AreasModule, PlaqueModule, QuizzesModule, RecordsModule, RegistersModule],
  controllers: [VillagesController, ObligationsController],
  providers: [
    ScoringService,
    ObligationsService,
    ProjectionsService,
    ProjectionsJobs,
    VillageStatesRepository,
    ObligationsRepository,
  ],
  exports: [ObligationsService, ProjectionsService],
})
export class ScoringModule {}
