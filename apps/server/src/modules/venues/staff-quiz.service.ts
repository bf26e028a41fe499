import { Injectable } from '@nestjs/common'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { SignInLimits } from '../accounts/sign-in-limits.service.js'
import { QuizAttemptsService, type SubmitResult } from '../quizzes/quiz-attempts.service.js'
import { QuizPapersService } from '../quizzes/quiz-papers.service.js'
import type { QuizAttemptIn } from '../quizzes/quizzes.dto.js'
import { SubjectHeads } from '../registers/subject-heads.js'
import { VenueStaffRepository } from './venue-staff.repository.js'
import type { StaffPaper } from './venues.dto.js'

/**
 * The staff of a venue answer with the digits their manager gave them: each counts once a year against the roster, and the
 * manager learns that somebody has answered, not how. @see 四(一)3
 */
@Injectable()
export class StaffQuizService {
  constructor(
    private readonly staff: VenueStaffRepository,
    private readonly subjects: SubjectHeads,
    private readonly papers: QuizPapersService,
    private readonly attempts: QuizAttemptsService,
    private readonly limits: SignInLimits,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError STAFF_CODE_WRONG, SIGN_IN_TOO_OFTEN, QUIZ_BANK_EMPTY */
  async draw(code: string, address: string): Promise<StaffPaper> {
    await this.limits.assertOpen('staff-code/address', address)
    const { read } = this.transactions
    const member = await this.staff.findByCode(read, code)
    if (!member) {
      await this.limits.count('staff-code/address', address)
      throw new DomainError('STAFF_CODE_WRONG')
    }
    const names = await this.subjects.namesOf(read, [member.venueId])
    const paper = await this.papers.hand({
      audience: 'venue',
      purpose: 'staff',
      areaCode: member.areaCode,
      holderId: member.id,
    })
    return {
      ...paper,
      issuedAt: this.clock.now().toISOString(),
      venueName: names.get(member.venueId) ?? '',
    }
  }

  submit(id: string, body: QuizAttemptIn): Promise<SubmitResult> {
    return this.attempts.submitHeld(id, this.attempts.heldPaper(body, 'staff'), body)
  }
}
