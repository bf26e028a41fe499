import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.js'
import { AreasModule } from '../areas/areas.module.js'
import { RecordsModule } from '../records/records.module.js'
import { RegistersModule } from '../registers/registers.module.js'
import { RemindersModule } from '../reminders/reminders.module.js'
import { EvidencePackages } from './evidence/evidence-packages.js'
import { PaperPledges } from './paper-pledges.service.js'
import { PledgeLedger } from './pledge-ledger.js'
import { PledgeProof } from './pledge-proof.js'
import { PledgeReader } from './pledge-reader.service.js'
import { PledgeSealJobs } from './pledge-seal.jobs.js'
import { PledgeSealer } from './pledge-sealer.js'
import { PledgeSignaturesRepository } from './pledge-signatures.repository.js'
import { PledgeSigningService } from './pledge-signing.service.js'
import { PledgeTemplates } from './pledge-templates.js'
import { PledgesController, PublicPledgesController } from './pledges.controller.js'
import { PledgesRepository } from './pledges.repository.js'
import { PledgesService } from './pledges.service.js'

@Module({
  imports: [AreasModule, AccountsModule, RecordsModule, RegistersModule, RemindersModule],
  controllers: [PledgesController, PublicPledgesController],
  providers: [
    PledgesService,
    PledgeSigningService,
    PledgeProof,
    PledgeReader,
    EvidencePackages,
    PledgeSealer,
    PledgeSealJobs,
    PledgeLedger,
    PaperPledges,
    PledgeTemplates,
    PledgesRepository,
    PledgeSignaturesRepository,
  ],
  exports: [PledgesService, PledgeSigningService, PledgeReader, PledgeSealer, PledgeProof],
})
export class PledgesModule {}
