import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.js'
import { QuizzesModule } from '../quizzes/quizzes.module.js'
import { RecordsModule } from '../records/records.module.js'
import { RegistersModule } from '../registers/registers.module.js'
import { ClassAnswersService } from './class-answers.service.js'
import { ClassesController, ClassPapersController } from './classes.controller.js'
import { ClassesJobs } from './classes.jobs.js'
import { ClassesRepository } from './classes.repository.js'
import { ClassesService } from './classes.service.js'

@Module({
  imports: [AccountsModule, QuizzesModule, RecordsModule, RegistersModule],
  controllers: [ClassesController, ClassPapersController],
  providers: [ClassesService, ClassAnswersService, ClassesRepository, ClassesJobs],
  exports: [ClassesService, ClassAnswersService],
})
export class ClassesModule {}
