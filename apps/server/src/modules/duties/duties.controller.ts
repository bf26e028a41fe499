import { Body, Controller, HttpCode, Post } from '@nestjs/common'
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { ArrangementOut, AssignmentIn, ExplanationIn } from './duties.dto.js'
import { DutiesService } from './duties.service.js'

@ApiTags('scoring')
@ApiBearerAuth()
@Controller('api/obligations')
export class DutiesController {
  constructor(private readonly duties: DutiesService) {}

  @Post('assignment')
  @HttpCode(200)
  @RequirePermission('obligation.arrange')
  @ApiOperation({ operationId: 'obligations_assign', summary: '把一件要办的事交给本村另一位同事，或收回' })
  @ApiOkResponse({ standardSchema: ArrangementOut })
  assign(
    @CurrentActor() actor: Actor,
    @Body({ schema: AssignmentIn }) body: AssignmentIn,
  ): Promise<ArrangementOut> {
    return this.duties.assign(actor, body)
  }

  @Post('explanation')
  @HttpCode(200)
  @RequirePermission('obligation.arrange')
  @ApiOperation({
    operationId: 'obligations_explain',
    summary: '说明这件事为什么没有办，或收回；不影响评分，只是村里不再收到提醒',
  })
  @ApiOkResponse({ standardSchema: ArrangementOut })
  explain(
    @CurrentActor() actor: Actor,
    @Body({ schema: ExplanationIn }) body: ExplanationIn,
  ): Promise<ArrangementOut> {
    return this.duties.explain(actor, body)
  }
}
