import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.js'
import { RecordsModule } from '../records/records.module.js'
import { FileSealing } from './file-sealing.service.js'
import { PersonsController } from './persons.controller.js'
import { PersonsService } from './persons.service.js'
import { RegistersModule } from './registers.module.js'
import { RevealsService } from './reveals.service.js'

/** What people see of registers and files, and what time does to them. */
@Module({
  imports: [RegistersModule, RecordsModule, AuditModule],
  controllers: [PersonsController],
  providers: [PersonsService, RevealsService, FileSealing],
  exports: [FileSealing],
})
export class PersonsModule {}
