import { Module } from '@nestjs/common'
import { AreasModule } from '../areas/areas.module.js'
import { AccountsModule } from './accounts.module.js'
import { DemoAccountsController } from './demo-accounts.controller.js'
import { DemoAccountsService } from './demo-accounts.service.js'

/** Imported in demo mode only: in production its routes do not exist. */
@Module({
  imports: [AccountsModule, AreasModule],
  controllers: [DemoAccountsController],
  providers: [DemoAccountsService],
})
export class DemoAccountsModule {}
