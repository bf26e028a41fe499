import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import {
  ApiConflictResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { ProblemOut, RecordId } from './records.dto.js'
import { TransferList, TransferQuery, TransferReturnIn } from './transfers.dto.js'
import { TransfersService } from './transfers.service.js'

@ApiTags('transfers')
@Controller('api/transfers')
export class TransfersController {
  constructor(private readonly transfers: TransfersService) {}

  @Get()
  @RequirePermission('person.read')
  @ApiOperation({
    operationId: 'transfers_list',
    summary: '还没有答复的转出、转入申请',
    description: '接收：提交一条 transfer-acceptance，areaCode 填接收的村；15日内答复。',
  })
  @ApiOkResponse({ standardSchema: TransferList })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: TransferQuery }) query: TransferQuery,
  ): Promise<TransferList> {
    return this.transfers.list(actor, query)
  }

  @Post(':recordId/return')
  @HttpCode(204)
  @RequirePermission('person.read')
  @ApiOperation({ operationId: 'transfers_return', summary: '退回转入申请，写明原因；人仍由原来的村负责' })
  @ApiNoContentResponse()
  @ApiConflictResponse({ standardSchema: ProblemOut })
  async return(
    @CurrentActor() actor: Actor,
    @Param('recordId', { schema: RecordId }) recordId: string,
    @Body({ schema: TransferReturnIn }) body: TransferReturnIn,
  ): Promise<void> {
    await this.transfers.return(actor, recordId, body.reason)
  }
}
