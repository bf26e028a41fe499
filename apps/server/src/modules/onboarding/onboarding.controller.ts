import { Body, Controller, Get, Param, Put } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreaCode } from '../areas/areas.dto.js'
import { OnboardingOut, StartIn } from './onboarding.dto.js'
import { OnboardingService } from './onboarding.service.js'

@ApiTags('onboarding')
@Controller('api/villages/:code')
export class OnboardingController {
  constructor(
    private readonly onboarding: OnboardingService,
    private readonly transactions: Transactions,
  ) {}

  @Get('onboarding')
  @RequirePermission('obligation.read')
  @ApiOperation({ operationId: 'onboarding_get', summary: '一个村开始用系统，资料还缺什么' })
  @ApiOkResponse({ standardSchema: OnboardingOut })
  get(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: AreaCode }) code: string,
  ): Promise<OnboardingOut> {
    return this.onboarding.get(this.transactions.read, actor, code)
  }

  @Put('start')
  @RequirePermission('village.start')
  @ApiOperation({
    operationId: 'onboarding_setStart',
    summary: '定一个村开始用系统的日期，一个月内可以改',
    description: '这天以前的各期，不因为没有记录算没做到，凭以前的依据判定。',
  })
  @ApiOkResponse({ standardSchema: OnboardingOut })
  setStart(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: AreaCode }) code: string,
    @Body({ schema: StartIn }) body: StartIn,
  ): Promise<OnboardingOut> {
    return this.onboarding.setStart(actor, code, body.startOn)
  }
}
