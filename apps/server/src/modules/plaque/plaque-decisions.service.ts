import { plaqueFaultText } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { canonicalJson } from '../../platform/canonical-json.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { AreaWritePolicy } from '../../platform/demo-areas.js'
import { DomainError, notFound } from '../../platform/errors/domain-error.js'
import { Outbox } from '../../platform/outbox/outbox.js'
import { assertSecondPerson, isSettledAlready } from '../../platform/second-person.js'
import type { DecisionIn, DecisionParams, PlaqueOut } from './plaque.dto.js'
import { PlaqueRepository, type StoredDecision } from './plaque.repository.js'
import { isResult, PlaqueService } from './plaque.service.js'

/** Outbox event: `{ decisionId }`, when a decision changed the state or said how a year went. */
export const PLAQUE_MOVED = 'plaque.moved'
/** Outbox event: `{ decisionId, enteredBy }`, when one was entered and waits for its second person. */
export const PLAQUE_WAITS = 'plaque.waits'
/** Outbox event: `{ decisionId, enteredBy, settledBy, outcome }`, when one was confirmed, sent back or taken back. */
export const PLAQUE_SETTLED = 'plaque.settled'

type Outcome = 'confirmed' | 'returned'

/**
 * How an official decision comes to stand: one person enters it with its document, another confirms it or sends it back. Until
 * then it moves nothing and counts nowhere. A correction is such a decision too.
 */
@Injectable()
export class PlaqueDecisions {
  constructor(
    private readonly decisions: PlaqueRepository,
    private readonly plaques: PlaqueService,
    private readonly transactions: Transactions,
    private readonly writePolicy: AreaWritePolicy,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Enters an official decision, one at a time for a village. Sent again unchanged, it answers the same.
   * @throws DomainError NOT_FOUND, DEMO_READ_ONLY, PLAQUE_DECISION_CONFLICT, PLAQUE_WAITING; INVALID with a sentence when it
   *   cannot follow what was decided before
   */
  enter(
    actor: Actor,
    { code, id }: DecisionParams,
    body: DecisionIn,
  ): Promise<{ isNew: boolean; plaque: PlaqueOut }> {
    return this.transactions.run(async (tx) => {
      await this.plaques.village(tx, actor, code)
      this.writePolicy.assertWritable(code)
      if (body.on > this.clock.today()) throw refused('on', 'futureDate', '文书日期不能晚于今天。')
      await this.decisions.lockVillage(tx, code)
      const known = await this.decisions.find(tx, id)
      if (known && !isSame(known, actor, code, body)) throw new DomainError('PLAQUE_DECISION_CONFLICT')
      if (!known) await this.add(tx, actor, { code, id }, body)
      return { isNew: !known, plaque: await this.plaques.view(tx, actor, code) }
    })
  }

  /**
   * Lets a decision take effect that another person entered.
   * @throws DomainError NOT_FOUND, DEMO_READ_ONLY, PLAQUE_SETTLED, PLAQUE_OWN; INVALID when what stands has changed so that it
   *   cannot follow any more
   */
  confirm(actor: Actor, params: DecisionParams): Promise<PlaqueOut> {
    return this.settle(actor, params, 'confirmed', null, async (tx, decision) => {
      assertSecondPerson(decision.enteredBy, actor, 'PLAQUE_OWN')
      const before = await this.plaques.ofVillage(tx, params.code)
      this.assertFollows(before, decision)
      const stateOf = (decisions: readonly StoredDecision[]) =>
        this.plaques.judge(params.code, decisions).state
      if (isResult(decision.kind) || stateOf(before) !== stateOf([...before, decision]))
        await this.outbox.add(tx, {
          type: PLAQUE_MOVED,
          areaCode: params.code,
          payload: { decisionId: decision.id },
          dedupeKey: `${PLAQUE_MOVED}:${decision.id}`,
        })
    })
  }

  /**
   * Sends a decision back that waits; whoever entered it takes it back. It stays to be read, with the reason.
   * @throws DomainError NOT_FOUND, DEMO_READ_ONLY, PLAQUE_SETTLED
   */
  sendBack(actor: Actor, params: DecisionParams, reason: string): Promise<PlaqueOut> {
    return this.settle(actor, params, 'returned', reason, () => Promise.resolve())
  }

  private async add(tx: EntityManager, actor: Actor, { code, id }: DecisionParams, body: DecisionIn) {
    if ((await this.decisions.unsettledOf(tx, code)).some(({ state }) => state === 'pending'))
      throw new DomainError('PLAQUE_WAITING')
    const decision: StoredDecision = {
      ...body,
      id,
      areaCode: code,
      enteredBy: actor.accountId,
      enteredAt: this.clock.now(),
      state: 'pending',
      settledBy: null,
      settledAt: null,
      reason: null,
    }
    this.assertFollows(await this.plaques.ofVillage(tx, code), decision)
    await this.decisions.insert(tx, decision)
    await this.outbox.add(tx, {
      type: PLAQUE_WAITS,
      areaCode: code,
      payload: { decisionId: id, enteredBy: actor.accountId },
      dedupeKey: `${PLAQUE_WAITS}:${id}`,
    })
    await this.note(tx, actor, 'plaque.entered', decision)
  }

  private settle(
    actor: Actor,
    { code, id }: DecisionParams,
    outcome: Outcome,
    reason: string | null,
    check: (tx: EntityManager, decision: StoredDecision) => Promise<void>,
  ): Promise<PlaqueOut> {
    return this.transactions.run(async (tx) => {
      await this.plaques.village(tx, actor, code)
      this.writePolicy.assertWritable(code)
      await this.decisions.lockVillage(tx, code)
      const decision = await this.decisions.find(tx, id)
      if (decision?.areaCode !== code) throw notFound()
      const act = { state: decision.state, author: decision.enteredBy, settledBy: decision.settledBy }
      const turn = { open: 'pending', to: outcome, settled: 'PLAQUE_SETTLED' } as const
      if (!isSettledAlready(act, actor, turn)) {
        await check(tx, decision)
        const settled = { state: outcome, settledBy: actor.accountId, settledAt: this.clock.now(), reason }
        await this.decisions.settle(tx, { id, ...settled })
        await this.outbox.add(tx, {
          type: PLAQUE_SETTLED,
          areaCode: code,
          payload: { decisionId: id, enteredBy: decision.enteredBy, settledBy: actor.accountId, outcome },
          dedupeKey: `${PLAQUE_SETTLED}:${id}`,
        })
        await this.note(tx, actor, `plaque.${outcome}`, decision)
      }
      return this.plaques.view(tx, actor, code)
    })
  }

  private assertFollows(before: readonly StoredDecision[], decision: StoredDecision): void {
    const { areaCode } = decision
    const standing = this.plaques.judge(areaCode, before).troubles.length
    const { troubles } = this.plaques.judge(areaCode, [...before, decision])
    const trouble = troubles.find(({ path }) => path.startsWith(`[${before.length}]`))
    if (trouble) throw refused('kind', trouble.fault, plaqueFaultText(trouble.fault))
    // One that is dated back must not pull the ground from under those that stand.
    if (troubles.length > standing)
      throw refused('on', 'secondResult', '这一条会让后面已录的决定站不住，请先核对日期和年份。')
  }

  private note(tx: EntityManager, actor: Actor, action: string, decision: StoredDecision): Promise<void> {
    const { id, areaCode, kind, year, on, document, corrects } = decision
    return this.audit.add(tx, {
      actor,
      areaCode,
      action,
      objectType: 'plaque-decision',
      objectId: id,
      details: { kind, year, on, document, corrects: corrects ?? null, appointmentId: actor.appointmentId },
    })
  }
}

function isSame(known: StoredDecision, actor: Actor, areaCode: string, body: DecisionIn): boolean {
  const { kind, year, on, document, corrects } = known
  const content = { kind, year, on, document, ...(corrects === undefined ? {} : { corrects }) }
  return (
    known.areaCode === areaCode &&
    known.enteredBy === actor.accountId &&
    canonicalJson(content) === canonicalJson(body)
  )
}

const refused = (path: string, code: string, text: string): DomainError =>
  new DomainError('INVALID', { count: 1 }, [{ path, code, text }])
