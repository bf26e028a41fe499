import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.js'
import { AreasModule } from '../areas/areas.module.js'
import { RecordsModule } from '../records/records.module.js'
import { RegistersModule } from '../registers/registers.module.js'
import { RemindersModule } from '../reminders/reminders.module.js'
import { EvidencePackages } from './evidence/evidence-packages.js'
import { GridHouseholds } from './households/grid-households.js'
import { HouseholdSignatures } from './households/household-signatures.service.js'
import { HouseholdTexts } from './households/household-text.js'
import { HouseholdPledgesController, HouseholdsController } from './households/households.controller.js'
import { HouseholdsRepository } from './households/households.repository.js'
import { HouseholdsService } from './households/households.service.js'
import { PaperPledges } from './paper-pledges.service.js'
import { PledgeCampaignJobs } from './pledge-campaign.jobs.js'
import { PledgeCoverageService } from './pledge-coverage.service.js'
import { PledgeDuties } from './pledge-duties.js'
import { PledgeEnds } from './pledge-ends.service.js'
import { PledgeLedger } from './pledge-ledger.js'
import { PledgeMetrics } from './pledge-metrics.js'
import { PledgeOfficeController } from './pledge-office.controller.js'
import { PledgeProof } from './pledge-proof.js'
import { PledgeReader } from './pledge-reader.service.js'
import { PledgeSealJobs } from './pledge-seal.jobs.js'
import { PledgeSealer } from './pledge-sealer.js'
import { PledgeSignaturesRepository } from './pledge-signatures.repository.js'
import { PledgeSigningService } from './pledge-signing.service.js'
import { PledgeTemplates } from './pledge-templates.js'
import { PledgeWordings } from './pledge-wordings.service.js'
import { PledgesController, PublicPledgesController } from './pledges.controller.js'
import { PledgesRepository } from './pledges.repository.js'
import { PledgesService } from './pledges.service.js'
import { SignatureIntake } from './signature-intake.js'

@Module({
  imports: [AreasModule, AccountsModule, RecordsModule, RegistersModule, RemindersModule],
  // The office's fixed paths stand before the paths of single pledges.
  controllers: [
    PledgeOfficeController,
    PledgesController,
    PublicPledgesController,
    HouseholdsController,
    HouseholdPledgesController,
  ],
  providers: [
    PledgesService,
    PledgeSigningService,
    SignatureIntake,
    HouseholdsService,
    GridHouseholds,
    HouseholdSignatures,
    HouseholdTexts,
    HouseholdsRepository,
    PledgeProof,
    PledgeReader,
    EvidencePackages,
    PledgeSealer,
    PledgeSealJobs,
    PledgeMetrics,
    PledgeCampaignJobs,
    PledgeCoverageService,
    PledgeDuties,
    PledgeEnds,
    PledgeWordings,
    PledgeLedger,
    PaperPledges,
    PledgeTemplates,
    PledgesRepository,
    PledgeSignaturesRepository,
  ],
  exports: [
    PledgesService,
    PledgeSigningService,
    PledgeReader,
    PledgeSealer,
    PledgeProof,
    PledgeCoverageService,
  ],
})
export class PledgesModule {}
