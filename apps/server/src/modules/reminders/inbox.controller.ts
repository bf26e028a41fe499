import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { InboxService } from './inbox.service.js'
import { InboxOut, InboxQuery, NotificationId } from './reminders.dto.js'

@ApiTags('inbox')
@ApiBearerAuth()
@Controller('api/inbox')
export class InboxController {
  constructor(private readonly inbox: InboxService) {}

  @Get()
  @RequirePermission('self.read')
  @ApiOperation({ operationId: 'inbox_list', summary: '我的消息，最近90天，新的在前' })
  @ApiOkResponse({ standardSchema: InboxOut })
  list(@CurrentActor() actor: Actor, @Query({ schema: InboxQuery }) query: InboxQuery): Promise<InboxOut> {
    return this.inbox.list(actor, query.cursor)
  }

  @Post('read-all')
  @HttpCode(204)
  @RequirePermission('self.read')
  @ApiOperation({ operationId: 'inbox_readAll', summary: '全部标为已读' })
  @ApiNoContentResponse()
  readAll(@CurrentActor() actor: Actor): Promise<void> {
    return this.inbox.readAll(actor)
  }

  @Post(':id/read')
  @HttpCode(204)
  @RequirePermission('self.read')
  @ApiOperation({ operationId: 'inbox_read', summary: '标为已读' })
  @ApiNoContentResponse()
  read(
    @CurrentActor() actor: Actor,
    @Param({ schema: NotificationId }) { id }: NotificationId,
  ): Promise<void> {
    return this.inbox.read(actor, id)
  }
}
