import { Module } from '@nestjs/common'
import { AreasModule } from '../areas/areas.module.js'
import { PlaqueModule } from '../plaque/plaque.module.js'
import { RecordsModule } from '../records/records.module.js'
import { PublicPageController } from './public-page.controller.js'
import { PublicPageService } from './public-page.service.js'

@Module({
  imports: [AreasModule, PlaqueModule, RecordsModule],
  controllers: [PublicPageController],
  providers: [PublicPageService],
})
export class PublicPageModule {}
