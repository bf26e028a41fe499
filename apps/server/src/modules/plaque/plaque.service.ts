import {
  type Plaque,
  type PlaqueState,
  type PlaqueStep,
  plaqueConsequenceText,
  plaqueFaultText,
  plaqueOf,
  plaqueStateLabel,
  plaqueStepText,
  plaqueTexts,
} from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { AreaScope, isAreaCode } from '../../platform/auth/area-scope.js'
import { canonicalJson } from '../../platform/canonical-json.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { Outbox } from '../../platform/outbox/outbox.js'
import { type Area, AreasService } from '../areas/areas.service.js'
import { PoliciesInForce } from '../policies/policies-in-force.js'
import { workScope } from '../registers/file-access.js'
import type { DecisionIn, PlaqueOut, PlaqueValidity } from './plaque.dto.js'
import { PlaqueRepository, type StoredDecision } from './plaque.repository.js'

/** Outbox event: `{ decisionId }`, when a decision changed the state. */
export const PLAQUE_MOVED = 'plaque.moved'

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
    private readonly transactions: Transactions,
    private readonly writePolicy: AreaWritePolicy,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly policies: PoliciesInForce,
  ) {}

  /** @throws DomainError NOT_FOUND outside the reader's area */
  async read(actor: Actor, areaCode: string): Promise<PlaqueOut> {
    const { read } = this.transactions
    await this.village(read, actor, areaCode)
    return this.toOut(areaCode, await this.ofVillage(read, areaCode))
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
        if (of === year && (kind === 'passed' || kind === 'failed')) results.set(code, { kind, on, document })
    return results
  }

  /**
   * Enters an official decision. Sent again unchanged, it answers the same.
   * @throws DomainError NOT_FOUND, DEMO_READ_ONLY, PLAQUE_DECISION_CONFLICT; INVALID with a sentence when it cannot follow
   *   what was decided before
   */
  async decide(
    actor: Actor,
    areaCode: string,
    id: string,
    body: DecisionIn,
  ): Promise<{ isNew: boolean; plaque: PlaqueOut }> {
    return this.transactions.run(async (tx) => {
      await this.village(tx, actor, areaCode)
      this.writePolicy.assertWritable(areaCode)
      if (body.on > this.clock.today()) throw refused('on', 'futureDate', '文书日期不能晚于今天。')
      await this.decisions.lockVillage(tx, areaCode)
      const decision: StoredDecision = { ...body, id, areaCode, enteredBy: actor.accountId }
      const known = await this.decisions.find(tx, id)
      const before = await this.ofVillage(tx, areaCode)
      if (known) {
        if (canonicalJson(known) !== canonicalJson(decision))
          throw new DomainError('PLAQUE_DECISION_CONFLICT')
        return { isNew: false, plaque: this.toOut(areaCode, before) }
      }
      const after = [...before, decision]
      const standing = this.judge(areaCode, before).troubles.length
      const trouble = this.judge(areaCode, after).troubles.find(({ path }) =>
        path.startsWith(`[${before.length}]`),
      )
      if (trouble) throw refused('kind', trouble.fault, plaqueFaultText(trouble.fault))
      // One that is dated back must not pull the ground from under those that stand.
      if (this.judge(areaCode, after).troubles.length > standing)
        throw refused('on', 'secondResult', '这一条会让后面已录的决定站不住，请先核对日期和年份。')
      await this.decisions.insert(tx, decision, this.clock.now())
      if (this.judge(areaCode, before).state !== this.judge(areaCode, after).state)
        await this.outbox.add(tx, {
          type: PLAQUE_MOVED,
          areaCode,
          payload: { decisionId: id },
          dedupeKey: `${PLAQUE_MOVED}:${id}`,
        })
      await this.audit.add(tx, {
        actor,
        areaCode,
        action: 'plaque.decided',
        objectType: 'plaque-decision',
        objectId: id,
        details: { ...body, appointmentId: actor.appointmentId },
      })
      return { isNew: true, plaque: this.toOut(areaCode, after) }
    })
  }

  private async village(tx: EntityManager, actor: Actor, areaCode: string): Promise<Area> {
    const isOwn = isAreaCode(areaCode) && workScope(actor).contains(areaCode)
    const area = isOwn ? await this.areas.find(tx, areaCode) : null
    if (area?.level !== 'village') throw notFound()
    return area
  }

  private async ofVillage(tx: EntityManager, areaCode: string): Promise<StoredDecision[]> {
    return (await this.decisions.underArea(tx, AreaScope.of(areaCode))).get(areaCode) ?? []
  }

  private judge(areaCode: string, decisions: readonly StoredDecision[], asOf = this.clock.today()): Plaque {
    return plaqueOf(decisions, { asOf, areaCode, policies: this.policies.of(areaCode) })
  }

  private toOut(areaCode: string, decisions: readonly StoredDecision[]): PlaqueOut {
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
  const { id, kind, year, on, document, corrects } = step.decision
  return {
    id,
    kind,
    year,
    on,
    document,
    ...(corrects === undefined ? {} : { corrects }),
    line: plaqueStepText(step, asOf),
    corrected: corrected.has(id),
  }
}

const refused = (path: string, code: string, text: string): DomainError =>
  new DomainError('INVALID', { count: 1 }, [{ path, code, text }])
