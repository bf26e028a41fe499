import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common'
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { ReminderSettings } from './reminder-settings.service.js'
import { CreditsIn, MuteIn, RemindersOut } from './reminders.dto.js'

@ApiTags('reminders')
@ApiBearerAuth()
@Controller('api/reminders')
export class RemindersController {
  constructor(private readonly settings: ReminderSettings) {}

  @Get()
  @RequirePermission('self.read')
  @ApiOperation({ operationId: 'reminders_get', summary: '微信提醒：还剩的次数、静音的种类、最近发出没有' })
  @ApiOkResponse({ standardSchema: RemindersOut })
  get(@CurrentActor() actor: Actor): Promise<RemindersOut> {
    return this.settings.read(actor)
  }

  @Post('mutes')
  @HttpCode(200)
  @RequirePermission('self.read')
  @ApiOperation({ operationId: 'reminders_mute', summary: '一种事到某天为止不发微信；消息里仍然有' })
  @ApiOkResponse({ standardSchema: RemindersOut })
  mute(@CurrentActor() actor: Actor, @Body({ schema: MuteIn }) body: MuteIn): Promise<RemindersOut> {
    return this.settings.mute(actor, body)
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
