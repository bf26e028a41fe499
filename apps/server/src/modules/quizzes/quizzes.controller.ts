import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { CurrentActor, Public } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope, villageCode } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { notFound } from '../../platform/errors/domain-error.js'
import { AreasService } from '../areas/areas.service.js'
import { AwarenessService, forPublic, toAudienceAwareness } from './awareness.service.js'
import { QuizAttemptsService } from './quiz-attempts.service.js'
import { QuizPapersService } from './quiz-papers.service.js'
import {
  AwarenessParams,
  AwarenessQuery,
  QuizAttemptIn,
  QuizAttemptOut,
  QuizAttemptParams,
  QuizPaper,
  QuizPaperIn,
  VillageAwareness,
} from './quizzes.dto.js'

/** Practice is open to everybody, so these routes are public; the services ask for a sign-in where a paper counts. */
@ApiTags('quiz')
@Controller('api/quiz')
export class QuizzesController {
  constructor(
    private readonly papers: QuizPapersService,
    private readonly attempts: QuizAttemptsService,
  ) {}

  @Post('papers')
  @Public('token')
  @ApiOperation({ operationId: 'quizPapers_draw', summary: '抽一份题（10道，不含答案）' })
  @ApiCreatedResponse({ standardSchema: QuizPaper })
  draw(
    @CurrentActor() actor: Actor | undefined,
    @Body({ schema: QuizPaperIn }) body: QuizPaperIn,
  ): Promise<QuizPaper> {
    return this.papers.issue(actor, body)
  }

  @Put('attempts/:id')
  @Public('token')
  @HttpCode(200)
  @ApiOperation({ operationId: 'quizAttempts_submit', summary: '交卷：由服务器判分，给出讲解和法律依据' })
  @ApiOkResponse({ standardSchema: QuizAttemptOut, description: '练习，或同一份答卷再次提交' })
  @ApiCreatedResponse({ standardSchema: QuizAttemptOut, description: '已收下' })
  async submit(
    @CurrentActor() actor: Actor | undefined,
    @Param({ schema: QuizAttemptParams }) params: QuizAttemptParams,
    @Body({ schema: QuizAttemptIn }) body: QuizAttemptIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QuizAttemptOut> {
    const { isNew, attempt } = await this.attempts.submit(actor, params.id, body)
    void reply.status(isNew ? 201 : 200)
    return attempt
  }
}

@ApiTags('quiz')
@Controller('api/villages')
export class AwarenessController {
  constructor(
    private readonly awareness: AwarenessService,
    private readonly areas: AreasService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  @Get(':code/awareness')
  @Public()
  @ApiOperation({ operationId: 'villages_awareness', summary: '一个村的知晓率；公开时不足5份不给数字' })
  @ApiOkResponse({ standardSchema: VillageAwareness })
  async ofVillage(
    @CurrentActor() actor: Actor | undefined,
    @Param({ schema: AwarenessParams }) { code }: AwarenessParams,
    @Query({ schema: AwarenessQuery }) query: AwarenessQuery,
  ): Promise<VillageAwareness> {
    const tx = this.transactions.read
    if ((await this.areas.find(tx, code))?.level !== 'village') throw notFound()
    const year = query.year ?? Number(this.clock.today().slice(0, 4))
    const outcomes = await this.awareness.forVillage(tx, code, year)
    const seesAll = actor?.permissions.has('score.read') && worksIn(actor, code)
    return { areaCode: code, year, audiences: outcomes.map(seesAll ? toAudienceAwareness : forPublic) }
  }
}

/** A grid worker works for the whole village. */
const worksIn = (actor: Actor, code: string): boolean =>
  actor.areaCode !== null && AreaScope.of(villageCode(actor.areaCode)).contains(code)
