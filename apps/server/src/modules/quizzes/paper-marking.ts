import { type Answer, type Marks, markPaper, policyReader } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import { chinaDate } from '../../platform/clock.js'
import { DomainError } from '../../platform/errors/domain-error.js'
import { PoliciesInForce } from '../policies/policies-in-force.js'
import type { IssuedPaper } from './paper-token.js'
import { QuizBank, type VersionedItem } from './quiz-bank.js'
import type { MarkedItem } from './quizzes.dto.js'

/** A question as the paper showed it: its options in this order, the right ones at these positions. */
type AskedItem = { no: number; id: string; version: number; order: number[]; answer: number[] }

export type MarkedPaper = {
  items: AskedItem[]
  sources: VersionedItem[]
  marks: Marks
  /** 0–100, of the policy of the day. */
  passMark: number
  isAware: boolean
  /** Why the paper cannot count, whoever answered it; null: nothing speaks against it. @see 四(一)3 */
  invalidReason: 'too-fast' | 'unfinished' | null
}

/** Marks papers that this server handed out, by the questions as they stood then. */
@Injectable()
export class PaperMarking {
  constructor(
    private readonly bank: QuizBank,
    private readonly policies: PoliciesInForce,
  ) {}

  /** @param at when it arrived, by the server's clock: the phone's may be wrong, or made to be. @throws DomainError QUIZ_PAPER_UNKNOWN */
  async mark(paper: IssuedPaper, answers: readonly Answer[], at: Date): Promise<MarkedPaper> {
    const found = await this.bank.find(paper.items)
    const sources: VersionedItem[] = []
    const items = paper.items.map(([id, version, order], index): AskedItem => {
      const source = found[index]
      if (!source) throw new DomainError('QUIZ_PAPER_UNKNOWN')
      sources.push(source)
      const answer: number[] = []
      for (const [shown, position] of order.entries())
        if (source.answer.includes(position)) answer.push(shown)
      return { no: index + 1, id, version, order, answer }
    })
    const valueOn = policyReader(this.policies.of(paper.areaCode), paper.areaCode)
    const day = chinaDate(at)
    const passMark = valueOn('awarePassMark', day)
    const marks = markPaper(items, answers)
    const isTooFast = at.getTime() - paper.issuedAt < valueOn('quizMinSeconds', day) * 1000
    return {
      items,
      sources,
      marks,
      passMark,
      isAware: marks.score >= passMark,
      invalidReason: marks.answered < marks.total ? 'unfinished' : isTooFast ? 'too-fast' : null,
    }
  }
}

/** What is told after a paper was handed in: each question with its answer, why, and by which law. */
export const explained = ({ marks, sources }: MarkedPaper): MarkedItem[] =>
  marks.perItem.map(({ no, correct, chosen, answer }, index) => ({
    no,
    correct,
    chosen,
    answer,
    explanation: sources[index]?.explanation ?? '',
    basis: sources[index]?.basis ?? '',
  }))
