import { Module } from '@nestjs/common'
import { AreasModule } from '../areas/areas.module.js'
import { AttemptWriter } from './attempt-writer.js'
import { AwarenessRepository } from './awareness.repository.js'
import { AwarenessService } from './awareness.service.js'
import { PaperMarking } from './paper-marking.js'
import { PaperTokens } from './paper-token.js'
import { QuizAttemptsRepository } from './quiz-attempts.repository.js'
import { QuizAttemptsService } from './quiz-attempts.service.js'
import { QuizBank } from './quiz-bank.js'
import { QuizItemsRepository } from './quiz-items.repository.js'
import { QuizPapersService } from './quiz-papers.service.js'
import { AwarenessController, QuizzesController } from './quizzes.controller.js'

@Module({
  imports: [AreasModule],
  controllers: [QuizzesController, AwarenessController],
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
  ],
  exports: [QuizBank, PaperTokens, PaperMarking, QuizPapersService, QuizAttemptsService, AwarenessService],
})
export class QuizzesModule {}
