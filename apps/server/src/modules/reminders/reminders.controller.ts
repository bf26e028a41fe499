import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common'
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { ReminderSettings } from './reminder-settings.service.js'
import { CreditsIn, RemindersOut } from './reminders.dto.js'

@ApiTags('reminders')
@ApiBearerAuth()
@Controller('api/reminders')
export class RemindersController {
  constructor(private readonly settings: ReminderSettings) {}

  @Get()
  @RequirePermission('self.read')
  @ApiOperation({ operationId: 'reminders_get', summary: '微信提醒：模板和还剩的次数' })
  @ApiOkResponse({ standardSchema: RemindersOut })
  get(@CurrentActor() actor: Actor): Promise<RemindersOut> {
    return this.settings.read(actor)
  }

  @Post('credits')
  @HttpCode(200)
  @RequirePermission('self.read')
  @ApiOperation({ operationId: 'reminders_allow', summary: '记下在微信里点的“允许”，点一次提醒一次' })
  @ApiOkResponse({ standardSchema: RemindersOut })
  allow(@CurrentActor() actor: Actor, @Body({ schema: CreditsIn }) body: CreditsIn): Promise<RemindersOut> {
    return this.settings.allow(actor, body)
  }
}
