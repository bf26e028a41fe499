import { RULES_VERSION } from '@dfv/rules'
import { Controller, Get } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { StatusOut } from './status.dto.js'
import { StatusReader } from './status-figures.js'
import { forTheOffice, statusItems, worstOf } from './status-text.js'

@ApiTags('status')
@Controller('api/status')
export class StatusController {
  constructor(
    private readonly reader: StatusReader,
    private readonly clock: Clock,
  ) {}

  @Get()
  @RequirePermission('status.read')
  @ApiOperation({ operationId: 'status_get', summary: '系统各部分现在怎样，不正常时怎么办' })
  @ApiOkResponse({ standardSchema: StatusOut })
  async status(@CurrentActor() actor: Actor): Promise<StatusOut> {
    const now = this.clock.now()
    const all = statusItems(await this.reader.read(), now)
    const items = actor.role === 'system-admin' ? all : forTheOffice(all)
    return { at: now.toISOString(), state: worstOf(items), version: RULES_VERSION, items }
  }
}
