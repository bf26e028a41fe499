import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.js'
import { AreasModule } from '../areas/areas.module.js'
import { RecordsModule } from '../records/records.module.js'
import { ScoringModule } from '../scoring/scoring.module.js'
import { DictionariesService } from './dictionaries.service.js'
import { PoliciesController } from './policies.controller.js'
import { PolicyOffice } from './policy-office.service.js'
import { PolicyTrials } from './policy-trials.service.js'

@Module({
  imports: [AccountsModule, AreasModule, RecordsModule, ScoringModule],
  controllers: [PoliciesController],
  providers: [PolicyOffice, PolicyTrials, DictionariesService],
  exports: [PolicyOffice],
})
export class PolicyOfficeModule {}
