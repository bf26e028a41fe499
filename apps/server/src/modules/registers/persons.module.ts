import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.js'
import { AuditModule } from '../audit/audit.module.js'
import { RecordsModule } from '../records/records.module.js'
import { RemindersModule } from '../reminders/reminders.module.js'
import { FileSealing } from './file-sealing.service.js'
import { PersonsController } from './persons.controller.js'
import { PersonsService } from './persons.service.js'
import { PlacesController } from './places.controller.js'
import { PlacesService } from './places.service.js'
import { RegisterNews } from './register-news.js'
import { RegistersModule } from './registers.module.js'
import { RevealsService } from './reveals.service.js'

/** What people see of registers and files, what time does to them, and who is told. */
@Module({
  imports: [RegistersModule, RecordsModule, AuditModule, AccountsModule, RemindersModule],
  controllers: [PersonsController, PlacesController],
  providers: [PersonsService, PlacesService, RevealsService, FileSealing, RegisterNews],
  exports: [FileSealing],
})
export class PersonsModule {}
