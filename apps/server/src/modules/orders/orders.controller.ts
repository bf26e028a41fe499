import { Body, Controller, Get, HttpCode, Param, Put, Query, Res } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import {
  OrderAnswerIn,
  OrderDecisionIn,
  OrderId,
  OrderIn,
  OrderListOut,
  OrderOut,
  OrderQuery,
  OrderStepParams,
} from './orders.dto.js'
import { OrdersService } from './orders.service.js'

@ApiTags('orders')
@Controller('api/orders')
export class OrdersController {
  constructor(private readonly orders: OrdersService) {}

  @Get()
  @RequirePermission('order.read')
  @ApiOperation({
    operationId: 'orders_list',
    summary: '辖区的督办：没办结的先到期的在前，办结的后到期的在前',
  })
  @ApiOkResponse({ standardSchema: OrderListOut })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: OrderQuery }) query: OrderQuery,
  ): Promise<OrderListOut> {
    return this.orders.list(actor, query)
  }

  @Get(':id')
  @RequirePermission('order.read')
  @ApiOperation({ operationId: 'order_get', summary: '一件督办和它的经过' })
  @ApiOkResponse({ standardSchema: OrderOut })
  read(@CurrentActor() actor: Actor, @Param('id', { schema: OrderId }) id: string): Promise<OrderOut> {
    return this.orders.read(actor, id)
  }

  @Put(':id')
  @RequirePermission('order.issue')
  @HttpCode(200)
  @ApiOperation({ operationId: 'order_issue', summary: '向一个村下督办' })
  @ApiOkResponse({ standardSchema: OrderOut, description: '同一件再次提交' })
  @ApiCreatedResponse({ standardSchema: OrderOut, description: '已下达' })
  async issue(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: OrderId }) id: string,
    @Body({ schema: OrderIn }) body: OrderIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrderOut> {
    const { isNew, order } = await this.orders.issue(actor, id, body)
    void reply.status(isNew ? 201 : 200)
    return order
  }

  @Put(':id/answers/:stepId')
  @RequirePermission('order.answer')
  @HttpCode(200)
  @ApiOperation({ operationId: 'order_answer', summary: '村里答复一件督办' })
  @ApiOkResponse({ standardSchema: OrderOut })
  answer(
    @CurrentActor() actor: Actor,
    @Param({ schema: OrderStepParams }) { id, stepId }: OrderStepParams,
    @Body({ schema: OrderAnswerIn }) { text }: OrderAnswerIn,
  ): Promise<OrderOut> {
    return this.orders.step(actor, id, { id: stepId, kind: 'answered', text })
  }

  @Put(':id/decisions/:stepId')
  @RequirePermission('order.issue')
  @HttpCode(200)
  @ApiOperation({ operationId: 'order_decide', summary: '下督办的办：退回再办、办结、撤回' })
  @ApiOkResponse({ standardSchema: OrderOut })
  decide(
    @CurrentActor() actor: Actor,
    @Param({ schema: OrderStepParams }) { id, stepId }: OrderStepParams,
    @Body({ schema: OrderDecisionIn }) body: OrderDecisionIn,
  ): Promise<OrderOut> {
    return this.orders.step(actor, id, { id: stepId, ...body })
  }
}
