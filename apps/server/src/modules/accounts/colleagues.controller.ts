import { Controller, Get, Query } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { villageCode } from '../../platform/auth/area-scope.js'
import { Transactions } from '../../platform/database/transactions.js'
import { notFound } from '../../platform/errors/domain-error.js'
import { AccountsService } from './accounts.service.js'
import { AppointmentsService } from './appointments.service.js'
import { ColleagueList, ColleagueQuery } from './colleagues.dto.js'

/** Who works in a village, so that a record can name who took part. Cadres' names are not case data. */
@ApiTags('accounts')
@Controller('api/colleagues')
export class ColleaguesController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly appointments: AppointmentsService,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  @RequirePermission('record.read')
  @ApiOperation({ operationId: 'colleagues_list', summary: '一起工作的人：记录里选走访人用' })
  @ApiOkResponse({ standardSchema: ColleagueList })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ColleagueQuery }) { areaCode }: ColleagueQuery,
  ): Promise<ColleagueList> {
    const village = villageCode(areaCode)
    // A grid worker's colleagues are those of his village.
    const isOwn = actor.areaCode !== null && villageCode(actor.areaCode) === village
    if (!isOwn && !actor.scope.contains(village)) throw notFound()
    const tx = this.transactions.read
    const holders = await this.appointments.workingIn(tx, village)
    const names = await this.accounts.displayNames(
      tx,
      holders.map((holder) => holder.accountId),
    )
    return {
      items: holders.map(({ accountId, role }) => ({ accountId, name: names.get(accountId) ?? '', role })),
    }
  }
}
