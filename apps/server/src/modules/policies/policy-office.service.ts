import { addDays, POLICY_ENTRY_ZH, type PolicyId, policyEntryFault, policyMeaning } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Audit } from '../../platform/audit/audit.js'
import type { Actor } from '../../platform/auth/actor.js'
import { countyCode } from '../../platform/auth/area-scope.js'
import { canonicalJson } from '../../platform/canonical-json.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { DomainError, type FieldError, notFound } from '../../platform/errors/domain-error.js'
import { assertSecondPerson, isSettledAlready } from '../../platform/second-person.js'
import { AccountsService } from '../accounts/accounts.service.js'
import { AreasService } from '../areas/areas.service.js'
import type { DraftIn, DraftOut, PolicyBookOut, WithdrawalIn } from './policies.dto.js'
import { PoliciesRepository } from './policies.repository.js'
import { PoliciesInForce } from './policies-in-force.js'
import type { PolicyDraft } from './policy-draft.entity.js'
import { isDone, readTrial, toTrialOut } from './policy-trial.js'
import { PolicyTrials } from './policy-trials.service.js'
import { draftOut, valuesOut } from './policy-view.js'

/** A release is planned for this year or the next, not for some day. */
const AHEAD_DAYS = 731

/**
 * How a county's office changes the numbers by which its villages are judged: one person writes, the villages are judged by
 * the draft beside the policy in force, another person releases it for a day to come. What was judged before stays.
 */
@Injectable()
export class PolicyOffice {
  constructor(
    private readonly repository: PoliciesRepository,
    private readonly inForce: PoliciesInForce,
    private readonly trials: PolicyTrials,
    private readonly accounts: AccountsService,
    private readonly areas: AreasService,
    private readonly audit: Audit,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async book(actor: Actor): Promise<PolicyBookOut> {
    const county = countyOf(actor)
    const { read } = this.transactions
    const today = this.clock.today()
    const policies = this.inForce.of(county)
    const drafts = await this.repository.ofCounty(read, county)
    const reader = await this.readerOf(read, actor, drafts)
    return {
      areaCode: county,
      version: policies.version,
      asOf: today,
      values: valuesOut(policies, county, today),
      drafts: drafts.map((draft) => draftOut(draft, policies, reader)),
    }
  }

  /** @throws DomainError NOT_FOUND */
  draft(actor: Actor, id: string): Promise<DraftOut> {
    return this.read(this.transactions.read, actor, id)
  }

  /**
   * Saves a draft. Sent again unchanged it is the one that is there; every change starts the trial again, and so
   * does saving it once more while there is no whole trial beside the policy in force.
   * @throws DomainError INVALID with a sentence for each value; POLICY_CHANGED, POLICY_SETTLED, POLICY_NOT_YOURS
   */
  async save(actor: Actor, id: string, body: DraftIn): Promise<DraftOut> {
    const county = countyOf(actor)
    this.check(body)
    return this.transactions.run(async (tx) => {
      await this.repository.lockCounty(tx, county)
      const known = await this.repository.find(tx, id)
      if (known && known.countyCode !== county) throw notFound()
      const content = {
        effectiveOn: body.effectiveOn,
        basis: body.basis,
        body: canonicalJson(Object.fromEntries(body.changes.map((change) => [change.id, change.value]))),
      }
      if (known) {
        if (known.state !== 'draft') throw new DomainError('POLICY_SETTLED')
        if (known.authorId !== actor.accountId) throw new DomainError('POLICY_NOT_YOURS')
        const isSame =
          known.effectiveOn === content.effectiveOn &&
          known.basis === content.basis &&
          known.body === content.body
        if (isSame) {
          // Broken off, or made beside a policy that has changed since.
          if (!isDone(readTrial(known, this.inForce.of(county)))) await this.trials.next(tx, known)
          return this.read(tx, actor, id)
        }
      }
      if ((known?.version ?? 0) !== body.version) throw new DomainError('POLICY_CHANGED')
      const draft: PolicyDraft = {
        ...content,
        id,
        countyCode: county,
        state: 'draft',
        version: body.version + 1,
        authorId: actor.accountId,
        savedAt: this.clock.now(),
        releasedBy: null,
        releasedAt: null,
        withdrawnBy: null,
        withdrawnAt: null,
        withdrawnBecause: null,
        trial: '',
      }
      await this.repository.save(tx, draft)
      await this.trials.next(tx, draft)
      await this.note(tx, actor, 'policy.saved', draft)
      return this.read(tx, actor, id)
    })
  }

  /**
   * Releases a draft that somebody else wrote. From its first day on everything is judged by it.
   * @throws DomainError NOT_FOUND, POLICY_CHANGED, POLICY_SETTLED, POLICY_OWN, POLICY_UNTRIED; INVALID for a day that has come
   */
  async release(actor: Actor, id: string, version: number): Promise<DraftOut> {
    const released = await this.transactions.run(async (tx) => {
      const draft = await this.lock(tx, actor, id)
      const act = { state: draft.state, author: draft.authorId, settledBy: draft.releasedBy }
      const turn = { open: 'draft', to: 'released', settled: 'POLICY_SETTLED' } as const
      const isReleased = isSettledAlready(act, actor, turn)
      if (draft.version !== version) throw new DomainError(isReleased ? 'POLICY_SETTLED' : 'POLICY_CHANGED')
      if (isReleased) return this.read(tx, actor, id)
      assertSecondPerson(draft.authorId, actor, 'POLICY_OWN')
      // Another replica may have released something since this one looked.
      await this.inForce.reload()
      if (!isDone(readTrial(draft, this.inForce.of(draft.countyCode))))
        throw new DomainError('POLICY_UNTRIED')
      this.checkDay(draft.effectiveOn)
      const settled: PolicyDraft = {
        ...draft,
        state: 'released',
        releasedBy: actor.accountId,
        releasedAt: this.clock.now(),
      }
      await this.repository.save(tx, settled)
      await this.note(tx, actor, 'policy.released', settled)
      return this.read(tx, actor, id)
    })
    await this.inForce.reload()
    return released
  }

  /**
   * Takes back a draft, or a release whose day has not come.
   * @throws DomainError NOT_FOUND, POLICY_CHANGED, POLICY_SETTLED, POLICY_IN_FORCE
   */
  async withdraw(actor: Actor, id: string, { version, reason }: WithdrawalIn): Promise<DraftOut> {
    const withdrawn = await this.transactions.run(async (tx) => {
      const draft = await this.lock(tx, actor, id)
      if (draft.state === 'withdrawn' && draft.withdrawnBy === actor.accountId)
        return this.read(tx, actor, id)
      if (draft.state === 'withdrawn') throw new DomainError('POLICY_SETTLED')
      if (draft.version !== version) throw new DomainError('POLICY_CHANGED')
      if (draft.state === 'released' && draft.effectiveOn <= this.clock.today())
        throw new DomainError('POLICY_IN_FORCE')
      const settled: PolicyDraft = {
        ...draft,
        state: 'withdrawn',
        withdrawnBy: actor.accountId,
        withdrawnAt: this.clock.now(),
        withdrawnBecause: reason,
      }
      await this.repository.save(tx, settled)
      await this.note(tx, actor, 'policy.withdrawn', settled)
      return this.read(tx, actor, id)
    })
    await this.inForce.reload()
    return withdrawn
  }

  private check({ effectiveOn, changes }: DraftIn): void {
    const faults: FieldError[] = []
    const seen = new Set<PolicyId>()
    changes.forEach(({ id, value }, index) => {
      const fault = policyEntryFault(id, value)
      const path = `changes[${index}].value`
      if (fault) faults.push({ path, code: fault, text: `${policyMeaning(id)}：${POLICY_ENTRY_ZH[fault]}` })
      if (seen.has(id))
        faults.push({ path, code: 'twice', text: `${policyMeaning(id)}：写了两次，请留一个。` })
      seen.add(id)
    })
    if (faults.length > 0) throw new DomainError('INVALID', { count: faults.length }, faults)
    this.checkDay(effectiveOn)
  }

  /** From tomorrow: what a day was judged by must not change when it is over. */
  private checkDay(effectiveOn: string): void {
    const today = this.clock.today()
    const text =
      effectiveOn <= today
        ? '开始执行的日期要在今天以后：过去的日子按当时的规则算，不能倒改。'
        : effectiveOn > addDays(today, AHEAD_DAYS)
          ? '开始执行的日期最多定到两年以后。'
          : undefined
    if (text) throw new DomainError('INVALID', { count: 1 }, [{ path: 'effectiveOn', code: 'date', text }])
  }

  private async lock(tx: EntityManager, actor: Actor, id: string): Promise<PolicyDraft> {
    const county = countyOf(actor)
    await this.repository.lockCounty(tx, county)
    const draft = await this.repository.find(tx, id)
    if (draft?.countyCode !== county) throw notFound()
    return draft
  }

  private async read(tx: EntityManager, actor: Actor, id: string): Promise<DraftOut> {
    const county = countyOf(actor)
    const draft = await this.repository.find(tx, id)
    if (draft?.countyCode !== county) throw notFound()
    const reader = await this.readerOf(tx, actor, [draft])
    const trial = readTrial(draft, this.inForce.of(county))
    const names = await this.areas.names(tx, trial?.villages.map(({ areaCode }) => areaCode) ?? [])
    return {
      ...draftOut(draft, this.inForce.of(county), reader),
      trial: trial ? toTrialOut(trial, (code) => names.get(code) ?? code) : null,
    }
  }

  private async readerOf(tx: EntityManager, { accountId }: Actor, drafts: readonly PolicyDraft[]) {
    const ids = drafts.flatMap(({ authorId, releasedBy, withdrawnBy }) => [authorId, releasedBy, withdrawnBy])
    const names = await this.accounts.displayNames(
      tx,
      ids.filter((id) => id !== null),
    )
    return { accountId, today: this.clock.today(), nameOf: (id: string) => names.get(id) ?? '' }
  }

  private note(tx: EntityManager, actor: Actor, action: string, draft: PolicyDraft): Promise<void> {
    return this.audit.add(tx, {
      actor,
      areaCode: draft.countyCode,
      action,
      objectType: 'policy-draft',
      objectId: draft.id,
      details: {
        version: draft.version,
        effectiveOn: draft.effectiveOn,
        values: Object.keys(JSON.parse(draft.body) as object),
        appointmentId: actor.appointmentId,
      },
    })
  }
}

/** @throws DomainError NOT_FOUND for somebody who works for no county */
export function countyOf({ areaCode }: Pick<Actor, 'areaCode'>): string {
  if (areaCode === null) throw notFound()
  return countyCode(areaCode)
}
