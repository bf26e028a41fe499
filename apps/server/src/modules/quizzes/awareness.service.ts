import { type AwarenessOutcome, awarenessOutcome, POLICIES, policyAt } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { AwarenessRepository, type TallyRow } from './awareness.repository.js'
import { AUDIENCES } from './paper-token.js'
import type { AudienceAwareness } from './quizzes.dto.js'

/** Public figures resting on fewer people could point at one of them. */
const PUBLIC_MINIMUM = 5

/** The awareness rate of villages, from the tallies. */
@Injectable()
export class AwarenessService {
  constructor(
    private readonly repository: AwarenessRepository,
    private readonly clock: Clock,
  ) {}

  /** One outcome for each audience, also where nobody has answered yet. */
  async forVillage(tx: EntityManager, areaCode: string, year: number): Promise<AwarenessOutcome[]> {
    const tallies = await this.repository.tallies(tx, AreaScope.of(areaCode), year)
    return this.judge(areaCode, year, tallies)
  }

  /** Outcomes of every village under an area in which somebody has answered, by village. */
  async underArea(
    tx: EntityManager,
    areaCode: string,
    year: number,
  ): Promise<ReadonlyMap<string, AwarenessOutcome[]>> {
    const tallies = await this.repository.tallies(tx, AreaScope.of(areaCode), year)
    const byArea = new Map<string, TallyRow[]>()
    for (const tally of tallies) {
      const known = byArea.get(tally.areaCode)
      if (known) known.push(tally)
      else byArea.set(tally.areaCode, [tally])
    }
    return new Map([...byArea].map(([code, rows]) => [code, this.judge(code, year, rows)]))
  }

  /** Counts an area's attempts of a year anew. */
  recount(tx: EntityManager, areaCode: string, year: number): Promise<TallyRow[]> {
    return this.repository.recount(tx, AreaScope.of(areaCode), year)
  }

  /** Tallies of an area that do not equal its attempts; empty when all is well. */
  differences(tx: EntityManager, areaCode: string): Promise<TallyRow[]> {
    return this.repository.differences(tx, AreaScope.of(areaCode))
  }

  /** @param year a year that has ended is judged by the policy of its last day */
  private judge(areaCode: string, year: number, tallies: readonly TallyRow[]): AwarenessOutcome[] {
    const today = this.clock.today()
    const lastDay = `${year}-12-31`
    const policy = policyAt(POLICIES, today < lastDay ? today : lastDay, areaCode)
    return AUDIENCES.map((audience) =>
      awarenessOutcome(
        tallies.filter((tally) => tally.audience === audience),
        policy,
        audience,
      ),
    )
  }
}

/** What everybody may see: a rate that rests on fewer than five people has no numbers. */
export function forPublic(outcome: AwarenessOutcome): AudienceAwareness {
  if (outcome.valid >= PUBLIC_MINIMUM) return toAudienceAwareness(outcome)
  const { audience, targetPercent } = toAudienceAwareness(outcome)
  return { audience, targetPercent, state: 'suppressed' }
}

export function toAudienceAwareness(outcome: AwarenessOutcome): AudienceAwareness {
  return { ...outcome, audience: outcome.audience === 'migrant' ? 'migrant' : 'resident' }
}
