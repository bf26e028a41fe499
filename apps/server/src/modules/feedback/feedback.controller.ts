import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common'
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { z } from 'zod'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import {
  FeedbackAnswerIn,
  FeedbackId,
  FeedbackIn,
  FeedbackItem,
  FeedbackPage,
  FeedbackQuery,
} from './feedback.dto.js'
import { FeedbackService } from './feedback.service.js'

const FeedbackList = z.object({ items: z.array(FeedbackItem) }).meta({ id: 'FeedbackList' })

@ApiTags('feedback')
@ApiBearerAuth()
@Controller('api')
export class FeedbackController {
  constructor(private readonly feedback: FeedbackService) {}

  @Get('me/feedback')
  @RequirePermission('self.read')
  @ApiOperation({ operationId: 'feedback_mine', summary: '我写的意见和答复' })
  @ApiOkResponse({ standardSchema: FeedbackList })
  async mine(@CurrentActor() actor: Actor): Promise<z.infer<typeof FeedbackList>> {
    return { items: await this.feedback.mine(actor) }
  }

  @Put('me/feedback/:id')
  @RequirePermission('self.read')
  @ApiOperation({ operationId: 'feedback_send', summary: '写意见、投诉、更正申请或问题给镇、市禁毒办' })
  @ApiOkResponse({ standardSchema: FeedbackItem })
  send(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: FeedbackId }) id: string,
    @Body({ schema: FeedbackIn }) body: FeedbackIn,
  ): Promise<FeedbackItem> {
    return this.feedback.send(actor, id, body)
  }

  @Get('feedback')
  @RequirePermission('feedback.answer')
  @ApiOperation({ operationId: 'feedback_list', summary: '写给本办的意见，查看会留痕' })
  @ApiOkResponse({ standardSchema: FeedbackPage })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: FeedbackQuery }) query: FeedbackQuery,
  ): Promise<FeedbackPage> {
    return this.feedback.list(actor, query)
  }

  @Post('feedback/:id/answer')
  @HttpCode(200)
  @RequirePermission('feedback.answer')
  @ApiOperation({ operationId: 'feedback_answer', summary: '答复一条意见' })
  @ApiOkResponse({ standardSchema: FeedbackItem })
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: FeedbackId }) id: string,
    @Body({ schema: FeedbackAnswerIn }) body: FeedbackAnswerIn,
  ): Promise<FeedbackItem> {
    return this.feedback.answer(actor, id, body.text)
  }
}
