import { Module } from '@nestjs/common'
import { AreasModule } from '../areas/areas.module.js'
import { RecordsModule } from '../records/records.module.js'
import { ExperienceController } from './experience.controller.js'
import { ExperienceService } from './experience.service.js'

@Module({
  imports: [AreasModule, RecordsModule],
  controllers: [ExperienceController],
  providers: [ExperienceService],
})
export class ExperienceModule {}
