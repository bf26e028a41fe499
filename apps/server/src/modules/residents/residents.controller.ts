import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common'
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentActor, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { MyData, NameIn } from './residents.dto.js'
import { ResidentsService } from './residents.service.js'

@ApiTags('me')
@ApiBearerAuth()
@Controller('api/me')
export class ResidentsController {
  constructor(private readonly residents: ResidentsService) {}

  @Get('data')
  @RequirePermission('self.read')
  @ApiOperation({ operationId: 'me_data', summary: '系统里存了我作为使用者的哪些信息' })
  @ApiOkResponse({ standardSchema: MyData })
  data(@CurrentActor() actor: Actor): Promise<MyData> {
    return this.residents.myData(actor)
  }

  @Put('name')
  @HttpCode(204)
  @RequirePermission('self.read')
  @ApiOperation({ operationId: 'me_rename', summary: '改自己的称呼；工作账号的姓名由镇禁毒办改' })
  @ApiNoContentResponse()
  rename(@CurrentActor() actor: Actor, @Body({ schema: NameIn }) body: NameIn): Promise<void> {
    return this.residents.rename(actor, body.name)
  }

  @Post('close')
  @HttpCode(204)
  @RequirePermission('self.read')
  @ApiOperation({ operationId: 'me_close', summary: '注销账号：抹去身份，结束登录' })
  @ApiNoContentResponse()
  close(@CurrentActor() actor: Actor): Promise<void> {
    return this.residents.close(actor)
  }
}
