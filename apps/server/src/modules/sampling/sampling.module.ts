import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.js'
import { AreasModule } from '../areas/areas.module.js'
import { QuizzesModule } from '../quizzes/quizzes.module.js'
import { SamplePapersService } from './sample-papers.service.js'
import {
  HouseholdPapersController,
  InvitedPapersController,
  SamplesController,
} from './samples.controller.js'
import { SamplesRepository } from './samples.repository.js'
import { SamplesService } from './samples.service.js'
import { SamplingJobs } from './sampling.jobs.js'
import { SamplingAnswers } from './sampling-answers.service.js'
import { SurveysController } from './surveys.controller.js'
import { SurveysRepository } from './surveys.repository.js'
import { SurveysService } from './surveys.service.js'

/** The ways to an awareness rate that rests on a sample: numbers drawn, asked by slip or at home, and third parties. */
@Module({
  imports: [AccountsModule, AreasModule, QuizzesModule],
  controllers: [SamplesController, HouseholdPapersController, InvitedPapersController, SurveysController],
  providers: [
    SamplesService,
    SamplesRepository,
    SamplePapersService,
    SurveysService,
    SurveysRepository,
    SamplingAnswers,
    SamplingJobs,
  ],
  exports: [SamplesService, SamplePapersService, SurveysService, SamplingAnswers],
})
export class SamplingModule {}
