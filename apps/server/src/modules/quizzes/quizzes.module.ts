import { Module } from '@nestjs/common'
import { AreasModule } from '../areas/areas.module.js'
import { AttemptWriter } from './attempt-writer.js'
import { AwarenessRepository } from './awareness.repository.js'
import { AwarenessService } from './awareness.service.js'
import { ItemCounts } from './item-counts.service.js'
import { PaperMarking } from './paper-marking.js'
import { PaperTokens } from './paper-token.js'
import { QuizAttemptsRepository } from './quiz-attempts.repository.js'
import { QuizAttemptsService } from './quiz-attempts.service.js'
import { QuizBank } from './quiz-bank.js'
import { QuizItemsRepository } from './quiz-items.repository.js'
import { QuizPapersService } from './quiz-papers.service.js'
import { QuizzesController } from './quizzes.controller.js'
import { QuizzesJobs } from './quizzes.jobs.js'

@Module({
  imports: [AreasModule],
  controllers: [QuizzesController],
  providers: [
    QuizBank,
    QuizItemsRepository,
    PaperTokens,
    PaperMarking,
    QuizPapersService,
    QuizAttemptsService,
    QuizAttemptsRepository,
    AttemptWriter,
    AwarenessService,
    AwarenessRepository,
    ItemCounts,
    QuizzesJobs,
  ],
  exports: [
    QuizBank,
    PaperTokens,
    PaperMarking,
    QuizPapersService,
    QuizAttemptsService,
    AwarenessService,
    ItemCounts,
  ],
})
export class QuizzesModule {}
