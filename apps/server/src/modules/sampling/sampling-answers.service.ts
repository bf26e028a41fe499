import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { AreaScope } from '../../platform/auth/area-scope.js'
import { QuizAttemptsService } from '../quizzes/quiz-attempts.service.js'
import { SamplesRepository } from './samples.repository.js'
import { SurveysRepository } from './surveys.repository.js'

/** What became of the numbers drawn in a village for an audience. */
export type Response = {
  areaCode: string
  audience: string
  drawn: number
  answered: number
  refused: number
  unreachable: number
  ineligible: number
  open: number
}

/** What samples add to the figures of a village, for whoever judges them. */
@Injectable()
export class SamplingAnswers {
  constructor(
    private readonly samples: SamplesRepository,
    private readonly surveys: SurveysRepository,
    private readonly attempts: QuizAttemptsService,
  ) {}

  /** Results of third parties that stand, added up by village, year and audience. */
  surveySums(tx: EntityManager, scope: AreaScope, years: { from: number; to: number }) {
    return this.surveys.sums(tx, scope, years)
  }

  /** By village and audience, of the draws of a year that hold. */
  async responses(tx: EntityManager, scope: AreaScope, year: number): Promise<Response[]> {
    const numbers = await this.samples.numbersOfYear(tx, scope, year)
    const holders = numbers.flatMap(({ holderId }) => holderId ?? [])
    const counted = await this.attempts.countedOf(tx, holders, year)
    const found = new Map<string, Response>()
    for (const { areaCode, audience, holderId, state } of numbers) {
      const key = `${areaCode}/${audience}`
      const sum = found.get(key) ?? {
        areaCode,
        audience,
        drawn: 0,
        answered: 0,
        refused: 0,
        unreachable: 0,
        ineligible: 0,
        open: 0,
      }
      found.set(key, sum)
      sum.drawn += 1
      sum[holderId !== null && counted.has(holderId) ? 'answered' : state] += 1
    }
    return [...found.values()]
  }
}
