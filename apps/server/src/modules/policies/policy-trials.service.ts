import { compare, type Policies, yearOf } from '@dfv/rules'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { canonicalJson } from '../../platform/canonical-json.js'
import { Clock } from '../../platform/clock.js'
import { Transactions } from '../../platform/database/transactions.js'
import { JobRunner } from '../../platform/outbox/job-runner.js'
import { Outbox } from '../../platform/outbox/outbox.js'
import { type Area, AreasService } from '../areas/areas.service.js'
import { LedgerReader } from '../records/ledger-reader.js'
import { YearAnswersService } from '../scoring/year-answers.service.js'
import { PoliciesRepository } from './policies.repository.js'
import { PoliciesInForce, releaseOf } from './policies-in-force.js'
import type { PolicyDraft } from './policy-draft.entity.js'
import { readTrial, type Trial, trialPolicies, withVillage } from './policy-trial.js'

const EVENT = 'policy.trial'
/** Villages a step: short, so that no other job waits long behind a county. */
const STEP = 15

/**
 * Judges the villages of a county by a draft beside the policy in force, some at a time. A step stores its sums only where
 * it began, so that a step that ran twice counts once.
 */
@Injectable()
export class PolicyTrials implements OnModuleInit {
  constructor(
    private readonly repository: PoliciesRepository,
    private readonly inForce: PoliciesInForce,
    private readonly areas: AreasService,
    private readonly ledgers: LedgerReader,
    private readonly answers: YearAnswersService,
    private readonly jobs: JobRunner,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(EVENT, ({ payload }) => this.step(String(payload.id), Number(payload.version)))
  }

  /** The next step of a draft's trial, in the transaction that saved the draft or the step before. */
  next(tx: EntityManager, { id, version, countyCode }: PolicyDraft): Promise<void> {
    return this.outbox.add(tx, { type: EVENT, areaCode: countyCode, payload: { id, version } })
  }

  private async step(id: string, version: number): Promise<void> {
    const { read } = this.transactions
    const draft = await this.repository.find(read, id)
    if (draft?.state !== 'draft' || draft.version !== version) return
    const villages = await this.startedVillages(read, draft.countyCode)
    // One policy for the whole trial: what was counted beside another is counted anew.
    await this.inForce.reload()
    const current = this.inForce.of(draft.countyCode)
    let trial: Trial = readTrial(draft, current) ?? {
      version,
      policy: current.version,
      asOf: this.clock.today(),
      after: '',
      done: 0,
      total: villages.length,
      summary: [],
      villages: [],
    }
    const rest = villages.filter(({ code }) => code > trial.after)
    for (const { code } of rest.slice(0, STEP)) trial = await this.judge(read, draft, current, trial, code)
    // A village that began or ended meanwhile must not leave the trial open for ever.
    if (rest.length <= STEP) trial = { ...trial, total: trial.done }
    await this.transactions.run(async (tx) => {
      if (!(await this.repository.saveTrial(tx, id, version, draft.trial, canonicalJson(trial)))) return
      if (rest.length > STEP) await this.next(tx, draft)
    })
  }

  private async judge(
    tx: EntityManager,
    draft: PolicyDraft,
    current: Policies,
    trial: Trial,
    areaCode: string,
  ): Promise<Trial> {
    const { asOf } = trial
    const tried = trialPolicies(current, draft.countyCode, releaseOf(draft), asOf)
    const ledger = await this.ledgers.read(tx, areaCode)
    const { counts } = await this.answers.ofVillage(tx, areaCode, { year: yearOf(asOf), asOf })
    const comparison = compare([ledger], current, tried, { asOf, countsOf: () => ({ awareness: counts }) })
    return withVillage(trial, areaCode, comparison)
  }

  private async startedVillages(tx: EntityManager, county: string): Promise<Area[]> {
    const today = this.clock.today()
    const villages = await this.areas.villagesUnder(tx, county)
    return villages.filter(({ startOn }) => startOn !== null && startOn <= today)
  }
}
