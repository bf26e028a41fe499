import { yearOf } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { Clock } from '../../platform/clock.js'
import { notFound } from '../../platform/errors/domain-error.js'
import { AreasService } from '../areas/areas.service.js'
import { PlaqueService } from '../plaque/plaque.service.js'
import { readablePart } from '../scoring/readable-area.js'
import { type VillageChanges, VillageHistory } from '../scoring/village-history.service.js'
import type { OversightOut } from './oversight.dto.js'

/** The year of the notice: before it no village could hold a plaque. */
const FIRST_YEAR = 2023
/** Years of coverage shown, the present one included. */
const YEARS = 5

/** How an area moves: what changed, the last weeks, the years of the plaque. From projections alone, whatever the area's size. */
@Injectable()
export class OversightService {
  constructor(
    private readonly history: VillageHistory,
    private readonly plaques: PlaqueService,
    private readonly areas: AreasService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError NOT_FOUND for an area that has nothing in common with the actor's */
  async of(tx: EntityManager, actor: Actor, under: string | undefined): Promise<OversightOut> {
    const code = under ?? actor.areaCode
    if (code === null) throw notFound()
    const scope = readablePart(actor, code)
    const asOf = this.clock.today()
    const villages = await this.areas.villagesUnder(tx, scope.from)
    const names = new Map(villages.map((village) => [village.code, village.name]))
    const named = (changes: VillageChanges[]) =>
      changes.map((one) => ({ ...one, name: names.get(one.areaCode) ?? one.areaCode }))
    const coverage = await this.plaques.heldByYear(tx, scope, lastYears(yearOf(asOf)))
    return {
      asOf,
      thisWeek: named(await this.history.changes(tx, scope, 0)),
      lastWeek: named(await this.history.changes(tx, scope, 1)),
      weeks: await this.history.trend(tx, scope),
      coverage: coverage.map((year) => ({ ...year, villages: villages.length })),
    }
  }
}

function lastYears(year: number): number[] {
  const first = Math.max(FIRST_YEAR, year - YEARS + 1)
  return Array.from({ length: year - first + 1 }, (_, at) => first + at)
}
