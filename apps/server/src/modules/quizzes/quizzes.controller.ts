import { Body, Controller, HttpCode, Param, Post, Put, Res } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { FastifyReply } from 'fastify'
import { CurrentActor, Public } from '../../platform/auth/access.decorators.js'
import type { Actor } from '../../platform/auth/actor.js'
import { QuizAttemptsService } from './quiz-attempts.service.js'
import { QuizPapersService } from './quiz-papers.service.js'
import { QuizAttemptIn, QuizAttemptOut, QuizAttemptParams, QuizPaper, QuizPaperIn } from './quizzes.dto.js'

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
