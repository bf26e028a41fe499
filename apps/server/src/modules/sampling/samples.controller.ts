import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyRequest } from 'fastify'
import { CurrentActor, Public, RequirePermission } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { QuizAttemptIn, QuizAttemptOut, QuizAttemptParams } from '../quizzes/quizzes.dto.js'
import { SamplePapersService } from './sample-papers.service.js'
import { SamplesService } from './samples.service.js'
import {
  EnlargeIn,
  InvitedJoin,
  NumberParams,
  OutcomeIn,
  ReasonIn,
  SampleIn,
  SampleList,
  SamplePaper,
  SampleParams,
  SampleSlips,
  SamplesQuery,
  SampleWithNumbers,
} from './sampling.dto.js'

@ApiTags('sampling')
@Controller('api/samples')
export class SamplesController {
  constructor(
    private readonly samples: SamplesService,
    private readonly papers: SamplePapersService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @RequirePermission('sample.visit')
  @ApiOperation({ operationId: 'samples_list', summary: '一个村一年的抽样，作废的也在' })
  @ApiOkResponse({ standardSchema: SampleList })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: SamplesQuery }) { areaCode, year }: SamplesQuery,
  ): Promise<SampleList> {
    const now = Number(this.clock.today().slice(0, 4))
    return { items: await this.samples.list(actor, areaCode, year ?? now) }
  }

  @Post()
  @RequirePermission('sample.draw')
  @HttpCode(200)
  @ApiOperation({ operationId: 'samples_draw', summary: '从一份编了号的名单里随机抽人' })
  @ApiOkResponse({ standardSchema: SampleWithNumbers })
  draw(@CurrentActor() actor: Actor, @Body({ schema: SampleIn }) body: SampleIn): Promise<SampleWithNumbers> {
    return this.samples.draw(actor, body)
  }

  @Get(':id')
  @RequirePermission('sample.visit')
  @ApiOperation({ operationId: 'samples_get', summary: '一次抽样：抽到哪些编号，答了没有' })
  @ApiOkResponse({ standardSchema: SampleWithNumbers })
  get(
    @CurrentActor() actor: Actor,
    @Param({ schema: SampleParams }) { id }: SampleParams,
  ): Promise<SampleWithNumbers> {
    return this.samples.get(actor, id)
  }

  @Get(':id/slips')
  @RequirePermission('sample.draw')
  @ApiOperation({ operationId: 'samples_slips', summary: '答题条：还没答的编号和各自的答题码，看过留有记录' })
  @ApiOkResponse({ standardSchema: SampleSlips })
  slips(
    @CurrentActor() actor: Actor,
    @Param({ schema: SampleParams }) { id }: SampleParams,
  ): Promise<SampleSlips> {
    return this.samples.slips(actor, id)
  }

  @Post(':id/enlargement')
  @RequirePermission('sample.draw')
  @HttpCode(200)
  @ApiOperation({ operationId: 'samples_enlarge', summary: '再抽几个：接着原来的随机顺序往下抽' })
  @ApiOkResponse({ standardSchema: SampleWithNumbers })
  enlarge(
    @CurrentActor() actor: Actor,
    @Param({ schema: SampleParams }) { id }: SampleParams,
    @Body({ schema: EnlargeIn }) { count }: EnlargeIn,
  ): Promise<SampleWithNumbers> {
    return this.samples.enlarge(actor, id, count)
  }

  @Post(':id/close')
  @RequirePermission('sample.draw')
  @HttpCode(200)
  @ApiOperation({ operationId: 'samples_close', summary: '结束调查：答题码作废，不再能看出谁答了什么' })
  @ApiOkResponse({ standardSchema: SampleWithNumbers })
  close(
    @CurrentActor() actor: Actor,
    @Param({ schema: SampleParams }) { id }: SampleParams,
  ): Promise<SampleWithNumbers> {
    return this.samples.close(actor, id)
  }

  @Post(':id/void')
  @RequirePermission('sample.draw')
  @HttpCode(200)
  @ApiOperation({ operationId: 'samples_void', summary: '名单弄错了，作废；有人答过就不能作废' })
  @ApiOkResponse({ standardSchema: SampleWithNumbers })
  void(
    @CurrentActor() actor: Actor,
    @Param({ schema: SampleParams }) { id }: SampleParams,
    @Body({ schema: ReasonIn }) { reason }: ReasonIn,
  ): Promise<SampleWithNumbers> {
    return this.samples.void(actor, id, reason)
  }

  @Post(':id/numbers/:number/outcome')
  @RequirePermission('sample.visit')
  @HttpCode(200)
  @ApiOperation({ operationId: 'samples_outcome', summary: '记一个编号为什么没答' })
  @ApiOkResponse({ standardSchema: SampleWithNumbers })
  outcome(
    @CurrentActor() actor: Actor,
    @Param({ schema: NumberParams }) { id, number }: NumberParams,
    @Body({ schema: OutcomeIn }) { state }: OutcomeIn,
  ): Promise<SampleWithNumbers> {
    return this.samples.setOutcome(actor, id, number, state)
  }

  @Post(':id/numbers/:number/paper')
  @RequirePermission('sample.visit')
  @ApiOperation({ operationId: 'samples_paper', summary: '入户：在自己的手机上给抽到的人一份题' })
  @ApiCreatedResponse({ standardSchema: SamplePaper })
  paper(
    @CurrentActor() actor: Actor,
    @Param({ schema: NumberParams }) { id, number }: NumberParams,
  ): Promise<SamplePaper> {
    return this.papers.drawAtHome(actor, id, number)
  }
}

@ApiTags('sampling')
@Controller('api/household-papers')
export class HouseholdPapersController {
  constructor(private readonly papers: SamplePapersService) {}

  @Put(':id')
  @RequirePermission('sample.visit')
  @ApiOperation({ operationId: 'householdPapers_submit', summary: '入户交卷：记下是谁问的，不记答的人是谁' })
  @ApiOkResponse({ standardSchema: QuizAttemptOut })
  async submit(
    @CurrentActor() actor: Actor,
    @Param({ schema: QuizAttemptParams }) { id }: QuizAttemptParams,
    @Body({ schema: QuizAttemptIn }) body: QuizAttemptIn,
  ): Promise<QuizAttemptOut> {
    return (await this.papers.submitAtHome(actor, id, body)).attempt
  }
}

/** Whoever was drawn has no account, so these routes are public: the digits of his slip let him in. */
@ApiTags('sampling')
@Controller('api/invited-papers')
export class InvitedPapersController {
  constructor(private readonly papers: SamplePapersService) {}

  @Post()
  @Public()
  @ApiOperation({ operationId: 'invitedPapers_draw', summary: '抽到的人凭答题条领一份题，不登录、不留名' })
  @ApiCreatedResponse({ standardSchema: SamplePaper })
  draw(
    @Body({ schema: InvitedJoin }) { code }: InvitedJoin,
    @Req() request: FastifyRequest,
  ): Promise<SamplePaper> {
    return this.papers.drawInvited(code, request.ip)
  }

  @Put(':id')
  @Public()
  @ApiOperation({ operationId: 'invitedPapers_submit', summary: '抽到的人交卷：一年计一次' })
  @ApiOkResponse({ standardSchema: QuizAttemptOut })
  async submit(
    @Param({ schema: QuizAttemptParams }) { id }: QuizAttemptParams,
    @Body({ schema: QuizAttemptIn }) body: QuizAttemptIn,
  ): Promise<QuizAttemptOut> {
    return (await this.papers.submitInvited(id, body)).attempt
  }
}
