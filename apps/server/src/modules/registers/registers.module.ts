import { Module } from '@nestjs/common'
import { IdentityRepository } from './identity.repository.js'
import { IdentityService } from './identity.service.js'
import { IdentityDisclosures } from './identity-disclosures.js'
import { RegistersService } from './registers.service.js'
import { SubjectHeads } from './subject-heads.js'

/** Files and identities. The records module writes through it; the persons module shows it. */
@Module({
  providers: [RegistersService, IdentityService, IdentityDisclosures, SubjectHeads, IdentityRepository],
  exports: [RegistersService, IdentityService, IdentityDisclosures, SubjectHeads],
})
export class RegistersModule {}
