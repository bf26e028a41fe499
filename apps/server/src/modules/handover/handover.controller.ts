import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { AppointmentParams } from '../accounts/appointments.dto.js'
import { HandoverDone, HandoverIn, HandoverOut } from './handover.dto.js'
import { HandoverService } from './handover.service.js'

@ApiTags('appointments')
@ApiBearerAuth()
@Controller('api/appointments')
export class HandoverController {
  constructor(private readonly handover: HandoverService) {}

  @Get(':id/handover')
  @RequirePermission('appointment.manage')
  @ApiOperation({ operationId: 'handover_preview', summary: '交接前：这个岗位手上还有多少事' })
  @ApiOkResponse({ standardSchema: HandoverOut })
  preview(
    @CurrentActor() actor: Actor,
    @Param({ schema: AppointmentParams }) { id }: AppointmentParams,
  ): Promise<HandoverOut> {
    return this.handover.preview(actor, id)
  }

  @Post(':id/handover')
  @HttpCode(200)
  @RequirePermission('appointment.manage')
  @ApiOperation({
    operationId: 'handover_do',
    summary: '交接：结束原来的人，同一岗位当天换人，没办完的事告诉接手人',
  })
  @ApiOkResponse({ standardSchema: HandoverDone })
  handOver(
    @CurrentActor() actor: Actor,
    @Param({ schema: AppointmentParams }) { id }: AppointmentParams,
    @Body({ schema: HandoverIn }) body: HandoverIn,
  ): Promise<HandoverDone> {
    return this.handover.handOver(actor, id, body)
  }
}
