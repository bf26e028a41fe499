import { Module } from '@nestjs/common'
import { AccountsModule } from '../accounts/accounts.module.js'
import { AreasModule } from '../areas/areas.module.js'
import { PledgesModule } from '../pledges/pledges.module.js'
import { PolicyOfficeModule } from '../policies/policy-office.module.js'
import { ScoringModule } from '../scoring/scoring.module.js'
import { ListWorkbooks } from './list-workbooks.js'
import { ListsController } from './lists.controller.js'
import { ScreenLists } from './screen-lists.js'

@Module({
  imports: [AccountsModule, AreasModule, PledgesModule, PolicyOfficeModule, ScoringModule],
  controllers: [ListsController],
  providers: [ListWorkbooks, ScreenLists],
})
export class ListsModule {}
