import { obligations as dutiesOf, type VillageLedger, yearOf } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { doEach } from '../../platform/each.js'
import { AreasService } from '../areas/areas.service.js'
import { PoliciesInForce } from '../policies/policies-in-force.js'
import { LedgerReader } from '../records/ledger-reader.js'
import type { ObligationRow } from './obligation.entity.js'
import { ObligationsRepository } from './obligations.repository.js'
import {
  isCurrent,
  isNewer,
  isSameDuty,
  lapsedRow,
  openRow,
  projectVillage,
  rulesOf,
  type VillageProjection,
} from './village-projection.js'
import { VillageStatesRepository } from './village-states.repository.js'
import { VillageWeeksRepository } from './village-weeks.repository.js'
import { YearAnswersService } from './year-answers.service.js'

/** `superseded`: another replica has already stored something newer. */
export type RefreshOutcome = 'refreshed' | 'current' | 'superseded'

/** Keeps `village_state` and `obligation` equal to what the rules say of the ledger. */
@Injectable()
export class ProjectionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly areas: AreasService,
    private readonly ledgers: LedgerReader,
    private readonly answers: YearAnswersService,
    private readonly states: VillageStatesRepository,
    private readonly duties: ObligationsRepository,
    private readonly weeks: VillageWeeksRepository,
    private readonly policies: PoliciesInForce,
  ) {}

  /**
   * Computes one village again. The village's row is locked before the ledger is read, so that of two replicas the one
   * that stores later has also read later.
   * @param always also when nothing seems to have changed
   */
  refresh(areaCode: string, always = false): Promise<RefreshOutcome> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now()
      const asOf = this.clock.today()
      const stored = await this.states.lock(tx, areaCode, now)
      const ledgerVersion = await this.ledgers.version(tx, areaCode)
      const answers = await this.answers.ofVillage(tx, areaCode, { year: yearOf(asOf), asOf })
      const policies = this.policies.of(areaCode)
      const present = { ledgerVersion, asOf, ...rulesOf(policies), answersVersion: answers.version }
      if (!always && isCurrent(stored, present)) return 'current'
      if (isNewer(stored, present)) return 'superseded'
      const ledger = await this.ledgers.read(tx, areaCode)
      const projection = projectVillage(ledger, asOf, answers, policies)
      if (!(await this.store(tx, ledger, projection, now))) return 'superseded'
      return 'refreshed'
    })
  }

  /** After a change of the ledger; a change already computed costs one read. */
  async follow(areaCode: string, version: number): Promise<void> {
    const state = await this.states.basis(this.transactions.read, areaCode)
    if (state) {
      const { answersVersion } = state
      const rules = rulesOf(this.policies.of(areaCode))
      const known = { ledgerVersion: version, asOf: this.clock.today(), ...rules, answersVersion }
      if (isCurrent(state, known) || isNewer(state, known)) return
    }
    await this.refresh(areaCode)
  }

  /**
   * Computes every village that was last computed before today, by other rules or from other answers. One that cannot be
   * computed keeps no other waiting.
   * @returns how many
   * @throws AggregateError when all others are done: what hindered each that could not be computed, named by its code
   */
  async refreshStale(): Promise<number> {
    const read = this.transactions.read
    const asOf = this.clock.today()
    const current = await this.states.current(read, asOf)
    const codes = await this.startedVillages()
    const answers = await this.answers.versions(read, AreaScope.all, yearOf(asOf))
    const stale = codes.filter((code) => {
      const { policyVersion, rulesVersion } = rulesOf(this.policies.of(code))
      const stored = current.get(code)
      return (
        stored?.answersVersion !== (answers.get(code) ?? '') ||
        stored.policyVersion !== policyVersion ||
        stored.rulesVersion !== rulesVersion
      )
    })
    await doEach(
      stale,
      (code) => `village ${code}`,
      async (code) => void (await this.refresh(code)),
    )
    return stale.length
  }

  /** Computes everything again. */
  async rebuild(): Promise<number> {
    const codes = await this.startedVillages()
    for (const code of codes) await this.refresh(code, true)
    return codes.length
  }

  /** @returns one line for every place where the stored projection differs from a fresh fold */
  async verify(): Promise<string[]> {
    const differences: string[] = []
    for (const code of await this.startedVillages())
      for (const what of await this.differencesOf(code)) differences.push(`${code} ${what}`)
    return differences
  }

  /** Villages that have begun the programme, in code order. */
  private async startedVillages(): Promise<string[]> {
    const villages = await this.areas.list(this.transactions.read, { level: 'village' })
    const today = this.clock.today()
    return villages.filter(({ startOn }) => startOn !== null && startOn <= today).map(({ code }) => code)
  }

  private async store(
    tx: EntityManager,
    ledger: VillageLedger,
    projection: VillageProjection,
    now: Date,
  ): Promise<boolean> {
    const replaced = await this.states.replaceUnlessNewer(tx, { ...projection.state, computedAt: now })
    if (!replaced) return false
    await this.weeks.put(tx, projection.week)
    const { areaCode, asOf } = projection.state
    const known = await this.duties.unsettledOf(tx, areaCode, firstTold(projection))
    const rows = new Map(known.map((row) => [row.id, row]))
    const changed: ObligationRow[] = []
    const lapsed: string[] = []
    for (const duty of projection.open) {
      const row = openRow(areaCode, duty, asOf, now)
      const before = rows.get(duty.id)
      if (!before || !isSameDuty(before, row)) changed.push(row)
      rows.delete(duty.id)
    }
    for (const window of projection.missed) {
      const before = rows.get(window.id)
      if (before?.state === 'open') lapsed.push(window.id)
      else if (!before) changed.push(lapsedRow(areaCode, window, asOf, now))
      rows.delete(window.id)
    }
    // What the rules no longer name was done, is no longer owed, or ran out in a year that has ended.
    const gone = [...rows.values()]
    const unmet = await this.unmetAtClose(tx, ledger, gone, asOf)
    lapsed.push(...gone.filter((row) => row.state === 'open' && unmet.has(row.id)).map(({ id }) => id))
    const settled = gone.filter((row) => !unmet.has(row.id)).map(({ id }) => id)
    await this.duties.put(tx, changed)
    await this.duties.close(tx, areaCode, lapsed, 'lapsed', now)
    await this.duties.close(tx, areaCode, settled, 'settled', now)
    return true
  }

  /**
   * Of duties that are gone, those that were still owed on their last day: their windows closed unmet. The question is put to
   * today's ledger and answers, so that a late entry dated in time settles them.
   */
  private async unmetAtClose(
    tx: EntityManager,
    ledger: VillageLedger,
    gone: readonly ObligationRow[],
    asOf: string,
  ): Promise<Set<string>> {
    const closed = gone.filter((row) => row.dueOn < asOf && !row.mendableAfterDue)
    const unmet = new Set<string>()
    for (const day of new Set(closed.map((row) => row.dueOn))) {
      const judged = { year: yearOf(day), asOf: day }
      const { counts: awareness } = await this.answers.ofVillage(tx, ledger.areaCode, judged)
      const { open, missed } = dutiesOf(ledger, {
        asOf: day,
        awareness,
        policies: this.policies.of(ledger.areaCode),
      })
      for (const { id } of [...open, ...missed]) unmet.add(id)
    }
    return new Set(closed.filter((row) => unmet.has(row.id)).map(({ id }) => id))
  }

  private async differencesOf(areaCode: string): Promise<string[]> {
    const tx = this.transactions.read
    const asOf = this.clock.today()
    const stored = await this.states.find(tx, areaCode)
    const answers = await this.answers.ofVillage(tx, areaCode, { year: yearOf(asOf), asOf })
    const fresh = projectVillage(
      await this.ledgers.read(tx, areaCode),
      asOf,
      answers,
      this.policies.of(areaCode),
    )
    if (!stored) return ['has no projection']
    const differences: string[] = []
    for (const [column, value] of Object.entries(fresh.state))
      if (!equal(stored[column as keyof typeof stored], value)) differences.push(`${column} differs`)
    const rows = await this.duties.unsettledOf(tx, areaCode, firstTold(fresh))
    const open = new Map(rows.filter((row) => row.state === 'open').map((row) => [row.id, row]))
    for (const duty of fresh.open) {
      const expected = openRow(areaCode, duty, asOf, this.clock.now())
      const row = open.get(duty.id)
      if (!row) differences.push(`duty ${duty.id} is missing`)
      else if (!isSameDuty(row, expected)) differences.push(`duty ${duty.id} differs`)
      open.delete(duty.id)
    }
    for (const id of open.keys()) differences.push(`duty ${id} is not owed`)
    const lapsed = new Set(rows.filter((row) => row.state === 'lapsed').map(({ id }) => id))
    for (const { id } of fresh.missed) if (!lapsed.has(id)) differences.push(`missed window ${id} is missing`)
    return differences
  }
}

/** From this day on closed windows are compared: this year's, and as far back as the rules still tell of them. */
const firstTold = ({ state, missed }: VillageProjection): string =>
  [`${state.asOf.slice(0, 4)}-01-01`, ...missed.map(({ closedOn }) => closedOn)].sort()[0]!

const equal = (a: unknown, b: unknown): boolean =>
  a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b
