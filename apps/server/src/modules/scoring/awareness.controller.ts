import { yearOf } from '@dfv/rules'
import { Controller, Get, Param, Query } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentActor, Public, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope, villageCode } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { notFound } from '../../platform/errors/domain-error.js'
import { AreasService } from '../areas/areas.service.js'
import {
  AwarenessParams,
  AwarenessQuery,
  AwarenessReport,
  AwarenessReportParams,
  VillageAwareness,
} from './awareness.dto.js'
import { AwarenessReportService } from './awareness-report.service.js'
import { VillageAwarenessService } from './village-awareness.service.js'

@ApiTags('scoring')
@Controller('api')
export class AwarenessController {
  constructor(
    private readonly villages: VillageAwarenessService,
    private readonly reports: AwarenessReportService,
    private readonly areas: AreasService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  @Get('villages/:code/awareness')
  @Public()
  @ApiOperation({ operationId: 'villages_awareness', summary: '一个村的知晓率；公开时不足5份不给数字' })
  @ApiOkResponse({ standardSchema: VillageAwareness })
  async ofVillage(
    @CurrentActor() actor: Actor | undefined,
    @Param({ schema: AwarenessParams }) { code }: AwarenessParams,
    @Query({ schema: AwarenessQuery }) query: AwarenessQuery,
  ): Promise<VillageAwareness> {
    const tx = this.transactions.read
    if ((await this.areas.find(tx, code))?.level !== 'village') throw notFound()
    const year = query.year ?? yearOf(this.clock.today())
    const seesAll = actor?.permissions.has('score.read') === true && worksIn(actor, code)
    return { areaCode: code, year, audiences: await this.villages.ofVillage(tx, code, year, seesAll) }
  }

  @Get('awareness/:code')
  @RequirePermission('score.read')
  @ApiOperation({
    operationId: 'awareness_report',
    summary: '一个村、镇、市的知晓率：区间、样本、来源、哪些题知道的人少、逐年、还缺什么',
  })
  @ApiOkResponse({ standardSchema: AwarenessReport })
  report(
    @CurrentActor() actor: Actor,
    @Param({ schema: AwarenessReportParams }) { code }: AwarenessReportParams,
    @Query({ schema: AwarenessQuery }) { year }: AwarenessQuery,
  ): Promise<AwarenessReport> {
    return this.reports.report(this.transactions.read, actor, code, year)
  }
}

/** A grid worker works for the whole village. */
const worksIn = (actor: Actor, code: string): boolean =>
  actor.areaCode !== null && AreaScope.of(villageCode(actor.areaCode)).contains(code)
