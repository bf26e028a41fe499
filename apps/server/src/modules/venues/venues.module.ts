import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.js'
import { AreasModule } from '../areas/areas.module.js'
import { QuizzesModule } from '../quizzes/quizzes.module.js'
import { RecordsModule } from '../records/records.module.js'
import { RegistersModule } from '../registers/registers.module.js'
import { OwnVenueService } from './own-venue.service.js'
import { StaffQuizService } from './staff-quiz.service.js'
import { VenueStaffRepository } from './venue-staff.repository.js'
import { VenueStaffService } from './venue-staff.service.js'
import { StaffPapersController, VenuesController } from './venues.controller.js'

/** What the manager of one venue does, and its staff. */
@Module({
  imports: [AccountsModule, AreasModule, QuizzesModule, RecordsModule, RegistersModule],
  controllers: [VenuesController, StaffPapersController],
  providers: [OwnVenueService, VenueStaffService, VenueStaffRepository, StaffQuizService],
  exports: [VenueStaffService, StaffQuizService],
})
export class VenuesModule {}
