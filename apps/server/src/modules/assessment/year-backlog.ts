import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { chinaDate } from '../../platform/clock.js'
import { AreasService } from '../areas/areas.service.js'
import type { AssessmentCycle } from './assessment-cycle.entity.js'
import { AssessmentYearsRepository, type RoundLine } from './assessment-years.repository.js'
import { takingPart } from './spot-checks.service.js'
import { isPossible } from './year-flow.js'

/**
 * Villages whose year has not gone on by a day of its calendar. Whose turn it became only after that day is in time: a village
 * that was sent back later did hand in, and what was handed in late does not wait for the town since its day.
 */
@Injectable()
export class YearBacklog {
  constructor(
    private readonly years: AssessmentYearsRepository,
    private readonly areas: AreasService,
  ) {}

  /** By code: it is their turn to hand in, and was when the day ended. @param under the town, or one village of it */
  toHandIn(tx: EntityManager, cycle: AssessmentCycle, under = cycle.areaCode): Promise<string[]> {
    return this.since(tx, cycle, { under, act: 'submit', day: cycle.submitBy })
  }

  /** By code: they wait for the town, and did when the day of its review ended. */
  toReview(tx: EntityManager, cycle: AssessmentCycle): Promise<string[]> {
    return this.since(tx, cycle, { under: cycle.areaCode, act: 'endorse', day: cycle.reviewBy })
  }

  private async since(
    tx: EntityManager,
    { year, asOf }: AssessmentCycle,
    { under, act, day }: { under: string; act: 'submit' | 'endorse'; day: string },
  ): Promise<string[]> {
    const scope = AreaScope.of(under)
    const villages = takingPart(await this.areas.villagesUnder(tx, under), asOf)
    const states = new Map(
      (await this.years.linesUnder(tx, scope, year)).map((line) => [line.areaCode, line.state]),
    )
    // In their order: the last round of a village stands.
    const rounds = new Map(
      (await this.years.roundsUnder(tx, scope, year)).map((round) => [round.areaCode, round]),
    )
    return villages
      .map(({ code }) => code)
      .filter((code) => isPossible(states.get(code) ?? 'open', act) && turnedOn(rounds.get(code)) <= day)
  }
}

/** The day since which it is whose turn it is; before every day where nothing was handed in. */
function turnedOn(round: RoundLine | undefined): string {
  return round ? chinaDate(round.reviewedAt ?? round.submittedAt) : ''
}
