import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.js'
import { AreasModule } from '../areas/areas.module.js'
import { AttemptWriter } from './attempt-writer.js'
import { AwarenessRepository } from './awareness.repository.js'
import { AwarenessService } from './awareness.service.js'
import { BankController, StudyCardsController } from './bank/bank.controller.js'
import { BankImports } from './bank/bank-imports.service.js'
import { BankKeeping } from './bank/bank-keeping.service.js'
import { BankReader } from './bank/bank-reader.service.js'
import { QuizImportsRepository } from './bank/quiz-imports.repository.js'
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
  imports: [AccountsModule, AreasModule],
  controllers: [QuizzesController, BankController, StudyCardsController],
  providers: [
    QuizBank,
    QuizItemsRepository,
    BankKeeping,
    BankReader,
    BankImports,
    QuizImportsRepository,
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
    BankKeeping,
    PaperTokens,
    PaperMarking,
    QuizPapersService,
    QuizAttemptsService,
    AwarenessService,
    ItemCounts,
  ],
})
export class QuizzesModule {}
