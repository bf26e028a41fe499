import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common'
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { AppointmentOfficeService } from './appointment-office.service.js'
import {
  AppointmentIn,
  AppointmentItem,
  AppointmentPage,
  AppointmentParams,
  AppointmentQuery,
  BindingCodeOut,
} from './appointments.dto.js'

@ApiTags('appointments')
@ApiBearerAuth()
@Controller('api/appointments')
export class AppointmentsController {
  constructor(private readonly office: AppointmentOfficeService) {}

  @Get()
  @RequirePermission('appointment.manage')
  @ApiOperation({ operationId: 'appointments_list', summary: '本级任命的工作账号，新的在前' })
  @ApiOkResponse({ standardSchema: AppointmentPage })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: AppointmentQuery }) query: AppointmentQuery,
  ): Promise<AppointmentPage> {
    return this.office.list(actor, query.cursor)
  }

  @Post()
  @RequirePermission('appointment.manage')
  @ApiOperation({ operationId: 'appointments_create', summary: '开通工作账号' })
  @ApiCreatedResponse({ standardSchema: AppointmentItem })
  @ApiOkResponse({ standardSchema: AppointmentItem, description: '同一手机号已有这个身份' })
  async create(
    @CurrentActor() actor: Actor,
    @Body({ schema: AppointmentIn }) body: AppointmentIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AppointmentItem> {
    const { isNew, item } = await this.office.appoint(actor, body)
    void reply.status(isNew ? 201 : 200)
    return item
  }

  @Post(':id/end')
  @RequirePermission('appointment.manage')
  @HttpCode(200)
  @ApiOperation({ operationId: 'appointments_end', summary: '结束工作账号，立即生效' })
  @ApiOkResponse({ standardSchema: AppointmentItem })
  end(
    @CurrentActor() actor: Actor,
    @Param({ schema: AppointmentParams }) { id }: AppointmentParams,
  ): Promise<AppointmentItem> {
    return this.office.end(actor, id)
  }

  @Post(':id/binding-code')
  @RequirePermission('appointment.manage')
  @ApiOperation({
    operationId: 'appointments_issueBindingCode',
    summary: '发绑定码：7天内用一次；旧码和原来绑定的手机立即失效',
  })
  @ApiCreatedResponse({ standardSchema: BindingCodeOut })
  async issueBindingCode(
    @CurrentActor() actor: Actor,
    @Param({ schema: AppointmentParams }) { id }: AppointmentParams,
  ): Promise<BindingCodeOut> {
    const { bindingCode, expiresAt } = await this.office.issueBindingCode(actor, id)
    return { bindingCode, expiresAt: expiresAt.toISOString() }
  }
}
