import { policyAt } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import { Audit } from '../../platform/audit/audit.js'
import { Clock, chinaDate } from '../../platform/clock.js'
import { FieldCipher } from '../../platform/crypto/field-cipher.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { SignInLimits } from '../accounts/sign-in-limits.service.js'
import { AreasService } from '../areas/areas.service.js'
import { PoliciesInForce } from '../policies/policies-in-force.js'
import { QuizAttemptsService, type SubmitResult } from '../quizzes/quiz-attempts.service.js'
import { QuizPapersService } from '../quizzes/quiz-papers.service.js'
import type { QuizAttemptIn } from '../quizzes/quizzes.dto.js'
import { SubjectHeads } from '../registers/subject-heads.js'
import { VenueStaffRepository } from './venue-staff.repository.js'
import type { StaffCertificate, StaffPaper } from './venues.dto.js'

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
    private readonly areas: AreasService,
    private readonly policies: PoliciesInForce,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
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

  /**
   * That a member of the staff passed: his name as the roster has it, the venue, the day, and from how many points on a paper
   * passed that day. No score, and nobody else's. It is made when it is asked for and kept nowhere; that a name was read is noted.
   * @param id of the attempt @param token of the paper that was answered
   * @throws DomainError QUIZ_PAPER_UNKNOWN, STAFF_NOT_PASSED; NOT_FOUND once he has left
   */
  certificate(id: string, token: string): Promise<StaffCertificate> {
    return this.transactions.run(async (tx) => {
      const { staffId, at } = await this.attempts.staffPass(tx, id, token)
      const member = await this.staff.findMember(tx, staffId)
      if (!member?.wrappedKey || !member.nameSealed) throw notFound()
      const names = await this.subjects.namesOf(tx, [member.venueId])
      const areas = await this.areas.names(tx, [member.areaCode])
      await this.audit.add(tx, {
        actor: { system: 'venue-staff' },
        areaCode: member.areaCode,
        action: 'venue-staff.certified',
        objectType: 'venue-staff',
        objectId: member.id,
        details: { venueId: member.venueId, attemptId: id },
      })
      const passedOn = chinaDate(at)
      return {
        // The attempt can be found by it.
        number: `${passedOn.slice(0, 4)}-${id.slice(-8).toUpperCase()}`,
        name: this.cipher.open(member.wrappedKey, member.id, 'name', member.nameSealed),
        venueName: names.get(member.venueId) ?? '',
        areaName: areas.get(member.areaCode) ?? '',
        passedOn,
        passMark: policyAt(this.policies.of(member.areaCode), passedOn, member.areaCode).awarePassMark,
      }
    })
  }
}
