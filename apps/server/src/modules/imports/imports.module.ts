import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.js'
import { AreasModule } from '../areas/areas.module.js'
import { AuditModule } from '../audit/audit.module.js'
import { RecordsModule } from '../records/records.module.js'
import { RegistersModule } from '../registers/registers.module.js'
import { ImportConfirmation } from './import-confirmation.js'
import { ImportIds } from './import-ids.js'
import { ImportPlanner } from './import-planner.js'
import { ImportReview } from './import-review.js'
import { ImportsController } from './imports.controller.js'
import { ImportsJobs } from './imports.jobs.js'
import { ImportsRepository } from './imports.repository.js'
import { ImportsService } from './imports.service.js'
import { NameLookups } from './name-lookup.js'

/** Registers and past work that come in as Excel tables. */
@Module({
  imports: [AreasModule, AccountsModule, AuditModule, RegistersModule, RecordsModule],
  controllers: [ImportsController],
  providers: [
    ImportsService,
    ImportConfirmation,
    ImportReview,
    ImportPlanner,
    ImportIds,
    NameLookups,
    ImportsRepository,
    ImportsJobs,
  ],
})
export class ImportsModule {}
