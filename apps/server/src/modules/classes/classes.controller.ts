import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyRequest } from 'fastify'
import { CurrentActor, Public, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { ClassAnswersService } from './class-answers.service.js'
import {
  ClassAnswersIn,
  ClassAnswersOut,
  ClassBoard,
  ClassIn,
  ClassJoin,
  ClassPage,
  ClassPaperOut,
  ClassPaperParams,
  ClassParams,
  ClassQuery,
} from './classes.dto.js'
import { ClassesService } from './classes.service.js'

@ApiTags('classes')
@Controller('api/classes')
export class ClassesController {
  constructor(private readonly classes: ClassesService) {}

  @Get()
  @RequirePermission('class.hold')
  @ApiOperation({ operationId: 'classes_list', summary: '本校上过的课，新的在前' })
  @ApiOkResponse({ standardSchema: ClassPage })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ClassQuery }) { cursor }: ClassQuery,
  ): Promise<ClassPage> {
    return this.classes.list(actor, cursor)
  }

  @Post()
  @RequirePermission('class.hold')
  @ApiOperation({ operationId: 'classes_open', summary: '开课：得到6位课堂码，45分钟有效' })
  @ApiCreatedResponse({ standardSchema: ClassBoard })
  open(@CurrentActor() actor: Actor, @Body({ schema: ClassIn }) body: ClassIn): Promise<ClassBoard> {
    return this.classes.open(actor, body)
  }

  @Get(':id')
  @RequirePermission('class.hold')
  @ApiOperation({ operationId: 'classes_board', summary: '课堂：几个同学交了，哪些题知道的人少' })
  @ApiOkResponse({ standardSchema: ClassBoard })
  board(
    @CurrentActor() actor: Actor,
    @Param({ schema: ClassParams }) { id }: ClassParams,
  ): Promise<ClassBoard> {
    return this.classes.board(actor, id)
  }

  @Post(':id/extend')
  @RequirePermission('class.hold')
  @HttpCode(200)
  @ApiOperation({ operationId: 'classes_extend', summary: '课堂码延长15分钟' })
  @ApiOkResponse({ standardSchema: ClassBoard })
  extend(
    @CurrentActor() actor: Actor,
    @Param({ schema: ClassParams }) { id }: ClassParams,
  ): Promise<ClassBoard> {
    return this.classes.extend(actor, id)
  }

  @Post(':id/end')
  @RequirePermission('class.hold')
  @HttpCode(200)
  @ApiOperation({ operationId: 'classes_end', summary: '下课：结果记入学校的台账' })
  @ApiOkResponse({ standardSchema: ClassBoard })
  end(
    @CurrentActor() actor: Actor,
    @Param({ schema: ClassParams }) { id }: ClassParams,
  ): Promise<ClassBoard> {
    return this.classes.end(actor, id)
  }
}

/** Pupils have no account, so these routes are public: the code on the board is what lets them in. */
@ApiTags('classes')
@Controller('api/class-papers')
export class ClassPapersController {
  constructor(private readonly answers: ClassAnswersService) {}

  @Post()
  @Public()
  @ApiOperation({ operationId: 'classPapers_join', summary: '凭课堂码领一份题，不登录、不留名' })
  @ApiCreatedResponse({ standardSchema: ClassPaperOut })
  join(
    @Body({ schema: ClassJoin }) { code }: ClassJoin,
    @Req() request: FastifyRequest,
  ): Promise<ClassPaperOut> {
    return this.answers.join(code, request.ip)
  }

  @Put(':id')
  @Public()
  @ApiOperation({ operationId: 'classPapers_submit', summary: '交卷：只计入全班的总数，给出答案和道理' })
  @ApiOkResponse({ standardSchema: ClassAnswersOut })
  submit(
    @Param({ schema: ClassPaperParams }) { id }: ClassPaperParams,
    @Body({ schema: ClassAnswersIn }) body: ClassAnswersIn,
  ): Promise<ClassAnswersOut> {
    return this.answers.submit(id, body)
  }
}
