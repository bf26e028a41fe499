import { Module } from '@nestjs/common'
import { IdentityRepository } from './identity.repository.js'
import { IdentityService } from './identity.service.js'
import { IdentityDisclosures } from './identity-disclosures.js'
import { PersonDirectory } from './person-directory.js'
import { RegistersService } from './registers.service.js'
import { SubjectHeads } from './subject-heads.js'

/** Files and identities. The records module writes through it; the persons module shows it. */
@Module({
  providers: [
    RegistersService,
    IdentityService,
    IdentityDisclosures,
    PersonDirectory,
    SubjectHeads,
    IdentityRepository,
  ],
  exports: [RegistersService, IdentityService, IdentityDisclosures, PersonDirectory, SubjectHeads],
})
export class RegistersModule {}
