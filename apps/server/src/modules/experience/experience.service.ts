import { Injectable } from '@nestjs/common'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope, areaLevel, townCode } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreasService } from '../areas/areas.service.js'
import { LedgerReader } from '../records/ledger-reader.js'
import { workScope } from '../registers/file-access.js'
import type { ExperienceList, REACHES } from './experience.dto.js'

type Item = ExperienceList['items'][number]

/** What villages did well: their own reports, and of the others in the town those that were taken up. @see 五(五) */
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
    const records = await this.ledgers.ofKind(tx, readableScope(actor, own), 'experience-report')
    const seen = records
      .filter(({ payload }) => payload.year === year)
      .filter(({ areaCode, payload }) => own.contains(areaCode) || payload.reach !== 'none')
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

/** A village looks at the whole town; who works above it, at his area. */
function readableScope({ areaCode }: Actor, own: AreaScope): AreaScope {
  const isBelowTown = areaCode !== null && ['village', 'grid'].includes(areaLevel(areaCode))
  return isBelowTown ? AreaScope.of(townCode(areaCode)) : own
}
