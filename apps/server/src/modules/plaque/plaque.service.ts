import {
  type Plaque,
  type PlaqueDecision,
  type PlaqueDecisionKind,
  type PlaqueState,
  type PlaqueStep,
  plaqueConsequenceText,
  plaqueOf,
  plaqueStateLabel,
  plaqueStepText,
  plaqueTexts,
} from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope, countyCode, isAreaCode } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { notFound } from '../../platform/errors/domain-error.js'
import { isSecondPerson } from '../../platform/second-person.js'
import { AccountsService } from '../accounts/accounts.service.js'
import { AppointmentsService } from '../accounts/appointments.service.js'
import { type Area, AreasService } from '../areas/areas.service.js'
import { PoliciesInForce } from '../policies/policies-in-force.js'
import { workScope } from '../registers/file-access.js'
import type { PlaqueOut, PlaqueValidity } from './plaque.dto.js'
import { PlaqueRepository, type StoredDecision } from './plaque.repository.js'

/** Of what the city decides, what it found of a year. */
export const isResult = (kind: PlaqueDecisionKind): kind is OfficialResult['kind'] =>
  kind === 'passed' || kind === 'failed'

/** What the city found of a village in a year. */
export type OfficialResult = { kind: 'passed' | 'failed'; on: string; document: string }

export type PublicResult = {
  year: number
  kind: 'passed' | 'failed' | 'submitted' | 'awarded'
  on: string
  document: string
}

/** The plaque of villages. Official decisions move it and nothing else does: no score, no self-assessment. @see 四(二) */
@Injectable()
export class PlaqueService {
  constructor(
    private readonly decisions: PlaqueRepository,
    private readonly areas: AreasService,
    private readonly appointments: AppointmentsService,
    private readonly accounts: AccountsService,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly policies: PoliciesInForce,
  ) {}

  /** @throws DomainError NOT_FOUND outside the reader's area */
  async read(actor: Actor, areaCode: string): Promise<PlaqueOut> {
    const { read } = this.transactions
    await this.village(read, actor, areaCode)
    return this.view(read, actor, areaCode)
  }

  /**
   * The same for whoever has made sure that it may be read. What waits is shown to those who may confirm it; others are told that
   * something waits, and that nothing has moved.
   */
  async view(tx: EntityManager, actor: Actor, areaCode: string): Promise<PlaqueOut> {
    const unsettled = await this.decisions.unsettledOf(tx, areaCode)
    return {
      ...this.toOut(areaCode, await this.ofVillage(tx, areaCode)),
      waiting: unsettled.some(({ state }) => state === 'pending'),
      drafts: actor.permissions.has('plaque.decide') ? await this.drafts(tx, actor, areaCode, unsettled) : [],
    }
  }

  private async drafts(
    tx: EntityManager,
    actor: Actor,
    areaCode: string,
    unsettled: readonly StoredDecision[],
  ): Promise<PlaqueOut['drafts']> {
    if (unsettled.length === 0) return []
    const deciders = await this.deciders(tx, areaCode)
    const people = unsettled.flatMap(({ enteredBy, settledBy }) => [enteredBy, settledBy])
    const names = await this.accounts.displayNames(
      tx,
      [...people, ...deciders].filter((id) => id !== null),
    )
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ''))
    return unsettled.map((one) => ({
      ...contentOf(one),
      state: one.state === 'pending' ? ('pending' as const) : ('returned' as const),
      enteredBy: nameOf(one.enteredBy) ?? '',
      enteredAt: one.enteredAt.toISOString(),
      reason: one.reason,
      settledBy: nameOf(one.settledBy),
      may: mayOf(one, actor),
      seconds: deciders.filter((id) => id !== one.enteredBy).map((id) => nameOf(id) ?? ''),
    }))
  }

  /** Accounts of those who may enter and confirm official decisions about a village. */
  private async deciders(tx: EntityManager, areaCode: string): Promise<string[]> {
    const query = { role: 'county-assessor', areaCode: countyCode(areaCode), on: this.clock.today() } as const
    const holders = await this.appointments.holders(tx, query)
    return [...new Set(holders.map(({ accountId }) => accountId))]
  }

  /** What everybody may know who stands before it: whether it holds. @throws DomainError NOT_FOUND */
  async validity(areaCode: string): Promise<PlaqueValidity> {
    const { read } = this.transactions
    const area = await this.areas.find(read, areaCode)
    if (area?.level !== 'village') throw notFound()
    const { state, standing } = this.judge(areaCode, await this.ofVillage(read, areaCode))
    // A yellow card warns; the plaque stays where it hangs.
    const held = state === 'awarded' || state === 'yellow-card'
    const award = standing.findLast(({ kind }) => kind === 'awarded')
    return { areaCode, areaName: area.name, held, since: held ? (award?.on ?? null) : null }
  }

  /**
   * What everybody may read of the official results, once the village was awarded; before that nothing is told. A decision
   * that was corrected, or fell with one that was, is told to nobody outside.
   */
  async publicResults(areaCode: string): Promise<PublicResult[]> {
    const { standing } = this.judge(areaCode, await this.ofVillage(this.transactions.read, areaCode))
    if (!standing.some(({ kind }) => kind === 'awarded')) return []
    return standing
      .filter(({ kind }) => kind !== 'submitted')
      .map(({ year, kind, on, document }) => ({ year, kind, on, document }))
      .toReversed()
  }

  /** The state of every village of an area about which anything was decided. */
  async statesUnder(tx: EntityManager, scope: AreaScope): Promise<ReadonlyMap<string, PlaqueState>> {
    const byVillage = await this.decisions.underArea(tx, scope)
    return new Map([...byVillage].map(([code, decisions]) => [code, this.judge(code, decisions).state]))
  }

  /** How many villages of an area held the plaque at the end of each year, warned ones too; of the present year, today. */
  async heldByYear(
    tx: EntityManager,
    scope: AreaScope,
    years: readonly number[],
  ): Promise<{ year: number; held: number; warned: number }[]> {
    const today = this.clock.today()
    const villages = [...(await this.decisions.underArea(tx, scope))]
    return years.map((year) => {
      const asOf = [`${year}-12-31`, today].sort()[0]!
      const states = villages.map(([areaCode, decisions]) => this.judge(areaCode, decisions, asOf).state)
      const warned = states.filter((state) => state === 'yellow-card').length
      return { year, held: states.filter((state) => state === 'awarded').length + warned, warned }
    })
  }

  /** The city's standing result of a year, of every village of an area that has one. */
  async resultsUnder(
    tx: EntityManager,
    scope: AreaScope,
    year: number,
  ): Promise<ReadonlyMap<string, OfficialResult>> {
    const results = new Map<string, OfficialResult>()
    for (const [code, decisions] of await this.decisions.underArea(tx, scope))
      for (const { kind, year: of, on, document } of this.judge(code, decisions).standing)
        if (of === year && isResult(kind)) results.set(code, { kind, on, document })
    return results
  }

  /** What was entered about villages of an area, and waits for its second person: it moves nothing. */
  waitingUnder(tx: EntityManager, scope: AreaScope): Promise<StoredDecision[]> {
    return this.decisions.waitingUnder(tx, scope)
  }

  /** @throws DomainError NOT_FOUND outside the actor's area */
  async village(tx: EntityManager, actor: Actor, areaCode: string): Promise<Area> {
    const isOwn = isAreaCode(areaCode) && workScope(actor).contains(areaCode)
    const area = isOwn ? await this.areas.find(tx, areaCode) : null
    if (area?.level !== 'village') throw notFound()
    return area
  }

  /** What stands of a village. */
  async ofVillage(tx: EntityManager, areaCode: string): Promise<StoredDecision[]> {
    return (await this.decisions.underArea(tx, AreaScope.of(areaCode))).get(areaCode) ?? []
  }

  judge(areaCode: string, decisions: readonly PlaqueDecision[], asOf = this.clock.today()): Plaque {
    return plaqueOf(decisions, { asOf, areaCode, policies: this.policies.of(areaCode) })
  }

  private toOut(
    areaCode: string,
    decisions: readonly StoredDecision[],
  ): Omit<PlaqueOut, 'waiting' | 'drafts'> {
    const asOf = this.clock.today()
    const plaque = this.judge(areaCode, decisions)
    const corrected = new Set(decisions.flatMap((one) => one.corrects ?? []))
    return {
      areaCode,
      state: plaque.state,
      label: plaqueStateLabel(plaque.state),
      since: plaque.since,
      sentences: plaqueTexts(plaque),
      consequences: plaque.consequences.map((one) => `${one.year}年：${plaqueConsequenceText(one)}`),
      decisions: plaque.history.toReversed().map((step) => toLine(step, asOf, corrected)),
    }
  }
}

function toLine(
  step: PlaqueStep,
  asOf: string,
  corrected: ReadonlySet<string>,
): PlaqueOut['decisions'][number] {
  return {
    ...contentOf(step.decision),
    line: plaqueStepText(step, asOf),
    corrected: corrected.has(step.decision.id),
  }
}

const contentOf = ({ id, kind, year, on, document, corrects }: PlaqueDecision) => ({
  id,
  kind,
  year,
  on,
  document,
  ...(corrects === undefined ? {} : { corrects }),
})

/** Whoever entered it may take it back; anybody else who may enter decisions confirms it or sends it back. */
function mayOf({ state, enteredBy }: StoredDecision, actor: Actor): PlaqueOut['drafts'][number]['may'] {
  if (state !== 'pending') return []
  return isSecondPerson(enteredBy, actor) ? ['confirm', 'return'] : ['withdraw']
}
