import { Injectable } from '@nestjs/common'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { SignInLimits } from '../accounts/sign-in-limits.service.js'
import { AreasService } from '../areas/areas.service.js'
import { type HeldPaper, QuizAttemptsService, type SubmitResult } from '../quizzes/quiz-attempts.service.js'
import { QuizPapersService } from '../quizzes/quiz-papers.service.js'
import type { QuizAttemptIn } from '../quizzes/quizzes.dto.js'
import { workScope } from '../registers/file-access.js'
import type { SampleDraw, SampleNumber } from './sample-draw.entity.js'
import { SamplesRepository } from './samples.repository.js'
import { SamplesService } from './samples.service.js'
import type { SamplePaper } from './sampling.dto.js'

/**
 * Whoever was drawn answers with the digits of his slip, or at home on a cadre's phone. Either way it is his one answer of the
 * year; his name is asked for nowhere.
 */
@Injectable()
export class SamplePapersService {
  constructor(
    private readonly samples: SamplesRepository,
    private readonly service: SamplesService,
    private readonly areas: AreasService,
    private readonly papers: QuizPapersService,
    private readonly attempts: QuizAttemptsService,
    private readonly limits: SignInLimits,
    private readonly writePolicy: AreaWritePolicy,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * @param address where the request comes from; only wrong codes are counted
   * @throws DomainError SAMPLE_CODE_WRONG, SAMPLE_ANSWERED, SIGN_IN_TOO_OFTEN, QUIZ_BANK_EMPTY
   */
  async drawInvited(code: string, address: string): Promise<SamplePaper> {
    await this.limits.assertOpen('sample-code/address', address)
    const { read } = this.transactions
    const number = await this.samples.findByCode(read, code)
    // Drawn codes die with their sample, so one that is known is of a sample that is open.
    if (!number?.holderId) {
      await this.limits.count('sample-code/address', address)
      throw new DomainError('SAMPLE_CODE_WRONG')
    }
    const draw = await this.drawOf(number)
    const { holderId } = await this.service.openNumber(read, draw, number.number)
    return this.hand(draw, holderId, 'invited')
  }

  async submitInvited(id: string, body: QuizAttemptIn): Promise<SubmitResult> {
    return this.submit(id, this.attempts.heldPaper(body, 'invited'), body)
  }

  /** A cadre asks at home. @throws DomainError NOT_FOUND, SAMPLE_CLOSED, SAMPLE_ANSWERED, QUIZ_BANK_EMPTY */
  async drawAtHome(actor: Actor, id: string, number: number): Promise<SamplePaper> {
    const { read } = this.transactions
    const draw = await this.samples.find(read, workScope(actor), id)
    if (!draw) throw notFound()
    this.writePolicy.assertWritable(draw.areaCode)
    const { holderId } = await this.service.openNumber(read, draw, number)
    return this.hand(draw, holderId, 'household', actor.accountId)
  }

  /** Only who drew the paper hands it in: he is on record as the one who asked. */
  async submitAtHome(actor: Actor, id: string, body: QuizAttemptIn): Promise<SubmitResult> {
    const paper = this.attempts.heldPaper(body, 'household')
    if (paper.askedBy !== actor.accountId) throw new DomainError('QUIZ_PAPER_UNKNOWN')
    return this.submit(id, paper, body)
  }

  private async submit(id: string, paper: HeldPaper, body: QuizAttemptIn): Promise<SubmitResult> {
    if (!(await this.samples.isHeld(this.transactions.read, paper.holderId)))
      throw new DomainError('SAMPLE_CLOSED')
    return this.attempts.submitHeld(id, paper, body)
  }

  private async hand(
    draw: SampleDraw,
    holderId: string,
    purpose: 'invited' | 'household',
    askedBy?: string,
  ): Promise<SamplePaper> {
    const paper = await this.papers.hand({
      audience: draw.audience === 'migrant' ? 'migrant' : 'resident',
      purpose,
      areaCode: draw.areaCode,
      holderId,
      ...(askedBy === undefined ? {} : { askedBy }),
    })
    const names = await this.areas.names(this.transactions.read, [draw.areaCode])
    return {
      ...paper,
      issuedAt: this.clock.now().toISOString(),
      areaName: names.get(draw.areaCode) ?? '',
    }
  }

  private async drawOf({ areaCode, drawId }: SampleNumber): Promise<SampleDraw> {
    const draw = await this.samples.findIn(this.transactions.read, areaCode, drawId)
    if (!draw) throw notFound()
    return draw
  }
}
