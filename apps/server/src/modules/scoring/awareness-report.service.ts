import { yearOf } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope, isAreaCode } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { notFound } from '../../platform/errors/domain-error.js'
import { AreasService } from '../areas/areas.service.js'
import { PoliciesInForce } from '../policies/policies-in-force.js'
import { AwarenessService } from '../quizzes/awareness.service.js'
import { ItemCounts } from '../quizzes/item-counts.service.js'
import { SamplingAnswers } from '../sampling/sampling-answers.service.js'
import type { AwarenessReport } from './awareness.dto.js'
import {
  judgePeople,
  judgeSchools,
  judgeVenues,
  PEOPLE,
  policyOfYear,
  type VillageYear,
} from './awareness-judge.js'
import { type Gathered, peopleReport, schoolReport, venueReport } from './awareness-sections.js'
import { readableScope } from './readable-area.js'
import type { VillageSummary } from './village-projection.js'
import { VillageStatesRepository } from './village-states.repository.js'
import { type AnswerRow, YearAnswersService } from './year-answers.service.js'

/** Years of the trend, the one asked for included. */
const TREND_YEARS = 4
/** Questions shown of an audience: as many as one goes through at a meeting. */
const ITEMS = 10
const LEVELS = ['county', 'town', 'village'] as const

/** How well people know, of a village, a town or a county: from tallies and projections, so that a county is read at once. */
@Injectable()
export class AwarenessReportService {
  constructor(
    private readonly areas: AreasService,
    private readonly states: VillageStatesRepository,
    private readonly answers: YearAnswersService,
    private readonly tallies: AwarenessService,
    private readonly items: ItemCounts,
    private readonly sampling: SamplingAnswers,
    private readonly clock: Clock,
    private readonly policies: PoliciesInForce,
  ) {}

  /** @throws DomainError NOT_FOUND for an area outside the actor's own */
  async report(
    tx: EntityManager,
    actor: Actor,
    code: string,
    askedYear: number | undefined,
  ): Promise<AwarenessReport> {
    const area =
      isAreaCode(code) && readableScope(actor).contains(code) ? await this.areas.find(tx, code) : null
    const level = LEVELS.find((one) => one === area?.level)
    if (!area || !level) throw notFound()
    const asOf = this.clock.today()
    const year = askedYear ?? yearOf(asOf)
    const scope = AreaScope.of(code)
    const villages = await this.villageYears(tx, code, year)
    const gathered: Gathered = {
      level,
      year,
      years: new Map(villages.map((given) => [given, given.byYear])),
      repeats: await this.tallies.repeats(tx, scope, year),
      responses: await this.sampling.responses(tx, scope, year),
    }
    const itemsOf = (audience: string) => this.items.leastKnown(tx, scope, year, audience, ITEMS)
    const people = []
    for (const audience of PEOPLE) people.push(peopleReport(gathered, audience, await itemsOf(audience)))
    return {
      areaCode: code,
      name: area.name,
      level,
      year,
      asOf,
      people,
      venue: venueReport(gathered, await itemsOf('venue')),
      student: schoolReport(gathered),
      villages:
        level === 'village'
          ? []
          : villages.map((village) => ({
              areaCode: village.areaCode,
              name: village.name,
              resident: judgePeople(village, 'resident').state,
              migrant: judgePeople(village, 'migrant').state,
              venue: judgeVenues(village).state,
              student: judgeSchools(village),
            })),
    }
  }

  /** The villages that take part, each with its answers of the year and of the years before. */
  private async villageYears(
    tx: EntityManager,
    code: string,
    year: number,
  ): Promise<(VillageYear & { name: string; byYear: ReadonlyMap<number, readonly AnswerRow[]> })[]> {
    const today = this.clock.today()
    const scope = AreaScope.of(code)
    const started = (await this.areas.villagesUnder(tx, code)).filter(
      ({ startOn }) => startOn !== null && startOn <= today,
    )
    const lines = new Map((await this.states.lines(tx, scope)).map((line) => [line.areaCode, line]))
    const rows = new Map<string, AnswerRow[]>()
    for (const row of await this.answers.rows(tx, scope, { from: year - TREND_YEARS + 1, to: year }))
      rows.set(row.areaCode, [...(rows.get(row.areaCode) ?? []), row])
    return started.map(({ code: areaCode, name }) => {
      const line = lines.get(areaCode)
      const summary: Partial<VillageSummary> = line ? JSON.parse(line.summary) : {}
      const all = rows.get(areaCode) ?? []
      const byYear = new Map<number, AnswerRow[]>()
      for (let at = year - TREND_YEARS + 1; at <= year; at++)
        byYear.set(
          at,
          all.filter((row) => row.year === at),
        )
      return {
        areaCode,
        name,
        rows: byYear.get(year) ?? [],
        frame: summary.frame,
        staff: summary.staff,
        policy: policyOfYear(this.policies.of(areaCode), year, today, areaCode),
        byYear,
      }
    })
  }
}
