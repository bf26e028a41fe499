import { Module } from '@nestjs/common'
import { AreasModule } from '../areas/areas.module.js'
import { PlaqueController } from './plaque.controller.js'
import { PlaqueRepository } from './plaque.repository.js'
import { PlaqueService } from './plaque.service.js'

@Module({
  imports: [AreasModule],
  controllers: [PlaqueController],
  providers: [PlaqueRepository, PlaqueService],
  exports: [PlaqueService],
})
export class PlaqueModule {}
