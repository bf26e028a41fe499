import type { AwarenessOutcome } from '@dfv/rules'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AreaScope } from '../../platform/auth/area-scope.js'
import { Clock } from '../../platform/clock.js'
import { PoliciesInForce } from '../policies/policies-in-force.js'
import type { AudienceAwareness } from './awareness.dto.js'
import { judgePeople, PEOPLE, policyOfYear } from './awareness-judge.js'
import type { VillageSummary } from './village-projection.js'
import { type VillageLine, VillageStatesRepository } from './village-states.repository.js'
import { type AnswerRow, YearAnswersService } from './year-answers.service.js'

/** Public figures resting on fewer people could point at one of them. */
const PUBLIC_MINIMUM = 5

/** The rates of a village's people, for everybody and for overviews. */
@Injectable()
export class VillageAwarenessService {
  constructor(
    private readonly answers: YearAnswersService,
    private readonly states: VillageStatesRepository,
    private readonly clock: Clock,
    private readonly policies: PoliciesInForce,
  ) {}

  /** One outcome for each audience, also where nobody has answered yet. @param seesAll also below five answers */
  async ofVillage(
    tx: EntityManager,
    areaCode: string,
    year: number,
    seesAll: boolean,
  ): Promise<AudienceAwareness[]> {
    const scope = AreaScope.of(areaCode)
    const rows = await this.answers.rows(tx, scope, { from: year, to: year })
    const [line] = await this.states.lines(tx, scope)
    return this.judge(areaCode, year, rows, line).map(seesAll ? toAudienceAwareness : forPublic)
  }

  /** The same of every village of a range in which somebody has answered, by village. */
  async under(
    tx: EntityManager,
    scope: AreaScope,
    year: number,
    lines: ReadonlyMap<string, VillageLine>,
  ): Promise<ReadonlyMap<string, AudienceAwareness[]>> {
    const byArea = new Map<string, AnswerRow[]>()
    for (const row of await this.answers.rows(tx, scope, { from: year, to: year }))
      byArea.set(row.areaCode, [...(byArea.get(row.areaCode) ?? []), row])
    return new Map(
      [...byArea].map(([code, rows]) => [
        code,
        this.judge(code, year, rows, lines.get(code)).map(toAudienceAwareness),
      ]),
    )
  }

  private judge(
    areaCode: string,
    year: number,
    rows: readonly AnswerRow[],
    line: VillageLine | undefined,
  ): AwarenessOutcome[] {
    const summary: Partial<VillageSummary> = line ? JSON.parse(line.summary) : {}
    const policy = policyOfYear(this.policies.of(areaCode), year, this.clock.today(), areaCode)
    return PEOPLE.map((audience) => judgePeople({ areaCode, rows, frame: summary.frame, policy }, audience))
  }
}

/** What everybody may see: a rate that rests on fewer than five people has no numbers. */
function forPublic(outcome: AwarenessOutcome): AudienceAwareness {
  if (outcome.valid >= PUBLIC_MINIMUM) return toAudienceAwareness(outcome)
  const { audience, targetPercent } = toAudienceAwareness(outcome)
  return { audience, targetPercent, state: 'suppressed' }
}

const toAudienceAwareness = (outcome: AwarenessOutcome): AudienceAwareness => ({
  ...outcome,
  audience: outcome.audience === 'migrant' ? 'migrant' : 'resident',
})
