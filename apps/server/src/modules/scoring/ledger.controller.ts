import { yearOf } from '@dfv/rules'
import { Controller, Get, Param, Query } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { countyCode } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreaCode } from '../areas/areas.dto.js'
import { PoliciesInForce } from '../policies/policies-in-force.js'
import { LedgerQuery } from '../records/ledger.dto.js'
import { LedgerDeltas } from '../records/ledger-delta.js'
import { PhoneLedger } from './phone-ledger.dto.js'
import { YearAnswersService } from './year-answers.service.js'

/** All that a phone judges a village by: its ledger, the answers that are counted beside it, and the county's policy. */
@ApiTags('ledger')
@Controller('api/ledger')
export class LedgerController {
  constructor(
    private readonly deltas: LedgerDeltas,
    private readonly answers: YearAnswersService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly policies: PoliciesInForce,
  ) {}

  @Get(':areaCode')
  @RequirePermission('ledger.read')
  @ApiOperation({
    operationId: 'ledger_get',
    summary: '一个村的台账（编号），从某个版本起的变动；今年的答卷数；按哪版规则算',
  })
  @ApiOkResponse({ standardSchema: PhoneLedger })
  async get(
    @CurrentActor() actor: Actor,
    @Param('areaCode', { schema: AreaCode }) areaCode: string,
    @Query({ schema: LedgerQuery }) query: LedgerQuery,
  ): Promise<PhoneLedger> {
    const delta = await this.deltas.since(actor, areaCode, query.since ?? 0)
    const asOf = this.clock.today()
    const judged = { year: yearOf(asOf), asOf }
    const { counts } = await this.answers.ofVillage(this.transactions.read, areaCode, judged)
    const { version, counties } = this.policies.of(areaCode)
    return { ...delta, answers: counts, policy: { version, own: { ...counties[countyCode(areaCode)] } } }
  }
}
