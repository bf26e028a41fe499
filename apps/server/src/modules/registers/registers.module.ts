import { Module } from '@nestjs/common'
import { IdentityRepository } from './identity.repository.js'
import { IdentityService } from './identity.service.js'
import { RegistersService } from './registers.service.js'
import { SubjectsRepository } from './subjects.repository.js'

/** Files and identities. The records module writes through it; the persons module shows it. */
@Module({
  providers: [RegistersService, IdentityService, SubjectsRepository, IdentityRepository],
  exports: [RegistersService, IdentityService, SubjectsRepository],
})
export class RegistersModule {}
