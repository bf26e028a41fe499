import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.js'
import { AreasModule } from '../areas/areas.module.js'
import { RecordsModule } from '../records/records.module.js'
import { ScoringModule } from '../scoring/scoring.module.js'
import { BriefsController } from './briefs.controller.js'
import { BriefsService } from './briefs.service.js'

@Module({
  imports: [AccountsModule, AreasModule, RecordsModule, ScoringModule],
  controllers: [BriefsController],
  providers: [BriefsService],
})
export class BriefsModule {}
