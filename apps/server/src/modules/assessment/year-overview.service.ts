import { plaqueStateLabel } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope, townCode } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { notFound } from '../../platform/errors/domain-error.js'
import { type Area, AreasService } from '../areas/areas.service.js'
import { isResult, PlaqueService } from '../plaque/plaque.service.js'
import { AppealsRepository } from './appeals.repository.js'
import type { YearQuery } from './assessment.dto.js'
import type { AssessmentCycle } from './assessment-cycle.entity.js'
import type { PublicityList, VillageLineOut, YearOverviewOut } from './assessment-views.dto.js'
import { AssessmentYearsRepository } from './assessment-years.repository.js'
import { FrozenRepository } from './frozen.repository.js'
import { SpotChecksRepository } from './spot-checks.repository.js'
import { drawnVillages, takingPart } from './spot-checks.service.js'

/** A year of all the villages of an area: who stands at which step. As many statements for one village as for a county. */
@Injectable()
export class YearOverview {
  constructor(
    private readonly years: AssessmentYearsRepository,
    private readonly frozen: FrozenRepository,
    private readonly appeals: AppealsRepository,
    private readonly checks: SpotChecksRepository,
    private readonly plaques: PlaqueService,
    private readonly areas: AreasService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @param query.year else the last one that was begun, or this one. @throws DomainError NOT_FOUND */
  async read(actor: Actor, query: YearQuery): Promise<YearOverviewOut> {
    const tx = this.transactions.read
    const under = query.under ?? actor.areaCode
    if (under === null || !actor.scope.contains(under)) throw notFound()
    const scope = AreaScope.of(under)
    const cycles = await this.years.cyclesUnder(tx, AreaScope.of(under.slice(0, 9)))
    const years = [...new Set(cycles.map((cycle) => cycle.year))].sort((a, b) => b - a)
    const year = query.year ?? years[0] ?? Number(this.clock.today().slice(0, 4))
    const towns = new Map(
      cycles.filter((cycle) => cycle.year === year).map((cycle) => [cycle.areaCode, cycle]),
    )
    const villages = await this.areas.villagesUnder(tx, under)
    const lineOf = await this.lines(scope, year)
    const names = new Map(villages.map(({ code, name }) => [code, name]))
    const checks = await this.checks.under(tx, scope, year)
    const codes = [...new Set(villages.map(({ code }) => townCode(code)))]
    const townNames = codes.length === 0 ? new Map<string, string>() : await this.areas.names(tx, codes)
    return {
      year,
      years,
      towns: codes.map((code) => {
        const cycle = towns.get(code)
        const own = villages.filter((village) => townCode(village.code) === code)
        return {
          areaCode: code,
          name: townNames.get(code) ?? code,
          cycle: cycle ? toCycleOut(cycle) : null,
          villages: takingPart(own, cycle?.asOf ?? this.clock.today()).map(lineOf),
          spotChecks: checks
            .filter((check) => check.areaCode === code)
            .map((check) => ({
              id: check.id,
              seed: check.seed,
              size: check.size,
              drawn: check.drawn,
              reason: check.reason,
              drawnAt: check.drawnAt.toISOString(),
              villages: drawnVillages(check).map(({ number, areaCode }) => ({
                number,
                areaCode,
                name: names.get(areaCode) ?? areaCode,
              })),
            })),
        }
      }),
      canOpen: actor.permissions.has('assessment.review'),
    }
  }

  /** What everybody may see of a village while the window is open: the city's result, and until when one may object. */
  async publicity(areaCode: string): Promise<PublicityList> {
    const tx = this.transactions.read
    const area = await this.areas.find(tx, areaCode)
    if (area?.level !== 'village') throw notFound()
    const scope = AreaScope.of(areaCode)
    const today = this.clock.today()
    const items: PublicityList['items'] = []
    for (const { year, publishedOn, publicityUntil } of await this.years.published(tx, areaCode, today)) {
      const result = (await this.plaques.resultsUnder(tx, scope, year)).get(areaCode)
      if (result)
        items.push({ areaCode, areaName: area.name, year, result, from: publishedOn, until: publicityUntil })
    }
    return { items }
  }

  private async lines(scope: AreaScope, year: number): Promise<(village: Area) => VillageLineOut> {
    const tx = this.transactions.read
    const rows = new Map((await this.years.linesUnder(tx, scope, year)).map((row) => [row.areaCode, row]))
    const rounds = await this.years.roundsUnder(tx, scope, year)
    const freezes = new Map((await this.frozen.linesUnder(tx, scope, year)).map((row) => [row.areaCode, row]))
    const results = await this.plaques.resultsUnder(tx, scope, year)
    const plaques = await this.plaques.statesUnder(tx, scope)
    const waiting = (await this.plaques.waitingUnder(tx, scope)).filter(
      (one) => one.year === year && isResult(one.kind),
    )
    const appeals = await this.appeals.under(tx, scope, year)
    const findings = await this.checks.findingsUnder(tx, scope, year)
    const countOf = (list: readonly { areaCode: string }[], code: string) =>
      list.filter(({ areaCode }) => areaCode === code).length
    const openAppeals = appeals.filter(({ outcome }) => outcome === null)
    const sentBack = rounds.filter(({ outcome }) => outcome === 'returned')
    const claimed = new Map(rounds.map((round) => [round.areaCode, round.claimedPoints]))
    return ({ code, name }) => {
      const row = rows.get(code)
      const freeze = freezes.get(code)
      return {
        areaCode: code,
        name,
        state: row?.state ?? 'open',
        claimedPoints: claimed.get(code) ?? null,
        returned: countOf(sentBack, code),
        freeze: freeze
          ? {
              version: freeze.version,
              points: freeze.points,
              verdict: freeze.verdict,
              reached: freeze.reached,
              mark: freeze.snapshotHash.slice(0, 8),
            }
          : null,
        result: results.get(code) ?? null,
        resultWaits: waiting.some(({ areaCode }) => areaCode === code),
        plaque: plaqueStateLabel(plaques.get(code) ?? 'none'),
        publicityUntil: row?.publicityUntil ?? null,
        openAppeals: countOf(openAppeals, code),
        findings: countOf(findings, code),
      }
    }
  }
}

function toCycleOut({ openedBy: _by, openedAt: _at, ...cycle }: AssessmentCycle) {
  return cycle
}
