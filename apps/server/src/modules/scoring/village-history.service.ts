import { assess, obligations } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { doEach } from '../../platform/each.js'
import { mondayOf } from '../../platform/weeks.js'
import { AreasService } from '../areas/areas.service.js'
import { PoliciesInForce } from '../policies/policies-in-force.js'
import { LedgerReader } from '../records/ledger-reader.js'
import type { AreaRange } from './obligations.repository.js'
import type { VillageWeek } from './village-week.entity.js'
import { changesBetween, type GateChange, lastDayOf, weekRow, weeksFrom } from './village-week.js'
import { VillageWeeksRepository, type WeekSum } from './village-weeks.repository.js'

/** Weeks of a trend, the present one included: a quarter of a year. */
const TREND_WEEKS = 13
/** Kept for three years: an assessment year and the two it is compared with. */
const KEPT_WEEKS = 157
/** Villages whose past is computed in one go: about a second of work, so that nothing else waits long for it. */
const VILLAGES_AT_ONCE = 10
const ROWS_AT_ONCE = 5_000

export type VillageChanges = { areaCode: string; changes: GateChange[] }

/** How villages stood week by week. */
@Injectable()
export class VillageHistory {
  constructor(
    private readonly weeks: VillageWeeksRepository,
    private readonly areas: AreasService,
    private readonly ledgers: LedgerReader,
    private readonly policies: PoliciesInForce,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The last weeks of an area, oldest first; a week nobody computed is left out. */
  trend(tx: EntityManager, range: AreaRange): Promise<WeekSum[]> {
    const present = mondayOf(this.clock.today())
    const weeks = Array.from({ length: TREND_WEEKS }, (_, at) => weeksFrom(present, at + 1 - TREND_WEEKS))
    return this.weeks.sums(tx, range, weeks)
  }

  /** What changed in a week against the end of the week before. @param back weeks ago; 0: the present one */
  async changes(tx: EntityManager, range: AreaRange, back: number): Promise<VillageChanges[]> {
    const week = weeksFrom(mondayOf(this.clock.today()), -back)
    const rows = await this.weeks.changed(tx, range, [weeksFrom(week, -1), week])
    return rows.map(({ areaCode, before, after }) => ({ areaCode, changes: changesBetween(before, after) }))
  }

  /**
   * Computes the weeks before this table was kept, for villages of which no earlier week is known. Each rests on what the
   * ledger had received by that week's end; the rules are today's, and the row says so. A village that cannot be folded
   * keeps no other waiting.
   * @returns how many villages
   * @throws AggregateError when some could not be folded; the others were
   */
  async fillPast(): Promise<number> {
    const read = this.transactions.read
    const present = mondayOf(this.clock.today())
    const known = await this.weeks.knownBefore(read, present)
    const villages = await this.areas.list(read, { level: 'village' })
    const lacking = villages.filter(
      ({ code, startOn }) => startOn !== null && startOn < present && !known.has(code),
    )
    let filled = 0
    await doEach(
      inTurnWhile(lacking, () => filled < VILLAGES_AT_ONCE),
      ({ code }) => `village ${code}`,
      async ({ code, startOn }) => {
        await this.fillVillage(code, startOn as string, present)
        filled += 1
      },
    )
    return filled
  }

  private async fillVillage(areaCode: string, startOn: string, present: string): Promise<void> {
    const ledger = await this.ledgers.read(this.transactions.read, areaCode, { allRevisions: true })
    const first = [mondayOf(startOn), weeksFrom(present, 1 - TREND_WEEKS)].sort().at(-1) as string
    const policies = this.policies.of(areaCode)
    const rows: VillageWeek[] = []
    for (let week = first; week < present; week = weeksFrom(week, 1)) {
      const asOf = lastDayOf(week)
      const at = { asOf, knownAt: `${asOf}T15:59:59.999Z` }
      const scorecard = assess(ledger, { ...at, policies })
      rows.push(weekRow(scorecard, obligations(ledger, { ...at, policies }).open, true))
    }
    await this.transactions.run((tx) => this.weeks.fill(tx, rows))
  }

  /** Drops what is older than is kept. */
  async forget(): Promise<void> {
    const before = weeksFrom(mondayOf(this.clock.today()), -KEPT_WEEKS)
    let gone = ROWS_AT_ONCE
    while (gone === ROWS_AT_ONCE)
      gone = await this.transactions.run((tx) => this.weeks.forget(tx, before, ROWS_AT_ONCE))
  }
}

function* inTurnWhile<T>(things: readonly T[], goesOn: () => boolean): Iterable<T> {
  for (const thing of things) {
    if (!goesOn()) return
    yield thing
  }
}
