import { Injectable } from '@nestjs/common'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { SignInLimits } from '../accounts/sign-in-limits.service.js'
import { explained, PaperMarking } from '../quizzes/paper-marking.js'
import { PaperTokens } from '../quizzes/paper-token.js'
import { QuizPapersService } from '../quizzes/quiz-papers.service.js'
import type { ClassAnswersIn, ClassAnswersOut, ClassPaperOut } from './classes.dto.js'
import { ClassesRepository } from './classes.repository.js'

/** A pupil may lose a page, and the next one may sit down at the same screen. */
const PAPERS_A_PUPIL = 3

/** What pupils do: join with the code on the board and answer. No account, no name, no device: only sums are kept. */
@Injectable()
export class ClassAnswersService {
  constructor(
    private readonly classes: ClassesRepository,
    private readonly papers: QuizPapersService,
    private readonly tokens: PaperTokens,
    private readonly marking: PaperMarking,
    private readonly limits: SignInLimits,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * A paper for whoever types the code of an open class.
   * @param address where the request comes from; only wrong codes are counted, for a whole school shares one
   * @throws DomainError CLASS_CODE_WRONG, CLASS_FULL, SIGN_IN_TOO_OFTEN, QUIZ_BANK_EMPTY
   */
  async join(code: string, address: string): Promise<ClassPaperOut> {
    await this.limits.assertOpen('class-code/address', address)
    const found = await this.classes.findOpen(this.transactions.read, code, this.clock.now())
    if (!found) {
      await this.limits.count('class-code/address', address)
      throw new DomainError('CLASS_CODE_WRONG')
    }
    const isFree = await this.transactions.run((tx) =>
      this.classes.takePaper(tx, found.id, found.pupils * PAPERS_A_PUPIL),
    )
    if (!isFree) throw new DomainError('CLASS_FULL')
    const paper = await this.papers.hand({
      audience: 'student',
      purpose: 'class',
      areaCode: found.areaCode,
      holderId: found.id,
    })
    return { ...paper, className: found.className, topic: found.topic }
  }

  /**
   * Adds a paper to the sums of its class. Sent again it is explained again and counted once.
   * @throws DomainError QUIZ_PAPER_UNKNOWN, CLASS_ENDED, CLASS_FULL
   */
  async submit(paperId: string, { token, answers }: ClassAnswersIn): Promise<ClassAnswersOut> {
    const paper = this.tokens.read(token)
    const classId = paper?.holderId
    if (paper?.purpose !== 'class' || !classId || paper.paperId !== paperId)
      throw new DomainError('QUIZ_PAPER_UNKNOWN')
    const marked = await this.marking.mark(paper, answers, this.clock.now())
    await this.transactions.run(async (tx) => {
      const row = await this.classes.lock(tx, classId)
      if (!row || row.endedAt) throw new DomainError('CLASS_ENDED')
      if (await this.classes.isHandedIn(tx, classId, paperId)) return
      const isValid = marked.invalidReason === null
      // More valid papers than pupils would count somebody twice.
      if (isValid && row.valid >= row.pupils) throw new DomainError('CLASS_FULL')
      await this.classes.add(
        tx,
        classId,
        paperId,
        { isValid, isAware: marked.isAware },
        paper.items.map(([itemId, itemVersion], index) => ({
          itemId,
          itemVersion,
          asked: 1,
          correct: marked.marks.perItem[index]?.correct ? 1 : 0,
        })),
      )
    })
    return {
      counted: marked.invalidReason === null,
      ...(marked.invalidReason === null ? {} : { notCountedReason: marked.invalidReason }),
      items: explained(marked),
    }
  }
}
