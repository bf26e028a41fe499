import { type Assessment, assess, assessYear, type Scorecard, type VillageLedger } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { Clock } from '../../platform/clock.js'
import { PoliciesInForce } from '../policies/policies-in-force.js'
import { LedgerReader } from '../records/ledger-reader.js'
import { YearAnswersService } from '../scoring/year-answers.service.js'

/** Judges a village's year as its ledger stands now. */
@Injectable()
export class LiveJudgement {
  constructor(
    private readonly ledgers: LedgerReader,
    private readonly answers: YearAnswersService,
    private readonly policies: PoliciesInForce,
    private readonly clock: Clock,
  ) {}

  /** @param lastDay the last day that is judged; before it the year is judged as of today */
  async ofVillage(
    tx: EntityManager,
    areaCode: string,
    { asOf: lastDay, year }: { asOf: string; year: number },
  ): Promise<{ scorecard: Scorecard; assessment: Assessment; ledger: VillageLedger }> {
    const today = this.clock.today()
    const asOf = lastDay < today ? lastDay : today
    const ledger = await this.ledgers.read(tx, areaCode)
    const policies = this.policies.of(areaCode)
    const { counts } = await this.answers.ofVillage(tx, areaCode, { year, asOf })
    return {
      ledger,
      scorecard: assess(ledger, { asOf, policies }),
      assessment: assessYear(ledger, { asOf, policies, awareness: counts }),
    }
  }
}
