import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.js'
import { AreasModule } from '../areas/areas.module.js'
import { PlaqueController } from './plaque.controller.js'
import { PlaqueRepository } from './plaque.repository.js'
import { PlaqueService } from './plaque.service.js'
import { PlaqueDecisions } from './plaque-decisions.service.js'

@Module({
  imports: [AccountsModule, AreasModule],
  controllers: [PlaqueController],
  providers: [PlaqueRepository, PlaqueService, PlaqueDecisions],
  exports: [PlaqueService, PlaqueDecisions],
})
export class PlaqueModule {}
