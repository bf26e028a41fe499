import { Injectable } from '@nestjs/common'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope, areaLevel, countyCode, townCode } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreasService } from '../areas/areas.service.js'
import { LedgerReader } from '../records/ledger-reader.js'
import { workScope } from '../registers/file-access.js'
import type { ExperienceList, REACHES } from './experience.dto.js'

type Item = ExperienceList['items'][number]

/** What villages did well: their own reports, and of the others those that reach this far. @see 五(五) */
@Injectable()
export class ExperienceService {
  constructor(
    private readonly ledgers: LedgerReader,
    private readonly areas: AreasService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, asked: number | undefined): Promise<ExperienceList> {
    const tx = this.transactions.read
    const year = asked ?? Number(this.clock.today().slice(0, 4))
    const own = workScope(actor)
    const { town, county } = circlesOf(actor, own)
    const records = await this.ledgers.ofKind(tx, county, 'experience-report')
    const seen = records
      .filter(({ payload }) => payload.year === year)
      .filter(
        ({ areaCode, payload: { reach } }) =>
          own.contains(areaCode) ||
          (town.contains(areaCode) && reach === 'town') ||
          reach === 'county' ||
          reach === 'wider',
      )
    const names =
      seen.length === 0
        ? new Map()
        : await this.areas.names(
            tx,
            seen.map(({ areaCode }) => areaCode),
          )
    const items = seen.map(
      ({ id, areaCode, occurredOn, payload }): Item => ({
        id,
        areaCode,
        areaName: names.get(areaCode) ?? areaCode,
        reportedOn: occurredOn,
        title: String(payload.title ?? ''),
        summary: String(payload.summary ?? ''),
        reach: payload.reach as (typeof REACHES)[number],
      }),
    )
    return { year, items: items.sort((a, b) => (a.reportedOn < b.reportedOn ? 1 : -1)) }
  }
}

/** How far somebody looks: in his town at what reaches the town, in his county at what reaches the county or beyond it. */
function circlesOf({ areaCode }: Actor, own: AreaScope): { town: AreaScope; county: AreaScope } {
  const isBelowCounty = areaCode !== null && ['town', 'village', 'grid'].includes(areaLevel(areaCode))
  return isBelowCounty
    ? { town: AreaScope.of(townCode(areaCode)), county: AreaScope.of(countyCode(areaCode)) }
    : { town: own, county: own }
}
