import { Module } from '@nestjs/common'
import { AreasModule } from '../areas/areas.module.js'
import { RecordsModule } from '../records/records.module.js'
import { RegistersModule } from '../registers/registers.module.js'
import { OnboardingController } from './onboarding.controller.js'
import { OnboardingService } from './onboarding.service.js'

/** A village that begins: its first day, and the checklist until its ledger is complete. */
@Module({
  imports: [AreasModule, RecordsModule, RegistersModule],
  controllers: [OnboardingController],
  providers: [OnboardingService],
})
export class OnboardingModule {}
