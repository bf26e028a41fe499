import { Module } from '@nestjs/common'
import { AreasModule } from '../areas/areas.module.js'
import { PlaqueModule } from '../plaque/plaque.module.js'
import { ScoringModule } from '../scoring/scoring.module.js'
import { OversightController } from './oversight.controller.js'
import { OversightService } from './oversight.service.js'

@Module({
  imports: [AreasModule, PlaqueModule, ScoringModule],
  controllers: [OversightController],
  providers: [OversightService],
})
export class OversightModule {}
