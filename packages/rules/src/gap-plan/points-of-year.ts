import { type AssessmentOptions, assessYear } from '../assessment/assessment.ts'
import type { AudienceCount, AwarenessCounts } from '../assessment/item.ts'
import { countOf } from '../awareness/audiences.ts'
import { type Audience, awarenessOutcome } from '../awareness/awareness-outcome.ts'
import { openVillage, type Village } from '../registers/village.ts'
import type { PointsSource } from './gap-plan.ts'
import type { Draft } from './steps.ts'

/** Whether the answers of people who chose themselves decide the rate of an audience. */
function decidesSelf(audience: Audience, { tallies }: AudienceCount, village: Village): boolean {
  if (audience !== 'resident' && audience !== 'migrant') return false
  const population = countOf(audience, village)?.payload.count as number | undefined
  return awarenessOutcome(tallies, village.values(), audience, population).channel === 'self'
}

/** Adds people who answered and knew, where the answers of their audience decide. */
function withAnswers(counts: AwarenessCounts, done: readonly Draft[], village: Village): AwarenessCounts {
  const more: { [audience in Audience]?: AudienceCount } = { ...counts }
  for (const { kind, duties } of done) {
    if (kind !== 'awareness') continue
    const { audience, count: aware } = duties[0]!.params as { audience: Audience; count: number }
    const known = more[audience] ?? { tallies: [] }
    const channel = decidesSelf(audience, known, village) ? 'self' : 'household'
    more[audience] = { tallies: known.tallies.concat({ channel, aware, valid: aware }) }
  }
  return more
}

/** The points of the year as a plan needs them; what is counted beside the ledger goes in here. */
export function pointsOfYear(ledger: unknown, options: AssessmentOptions): PointsSource {
  const village = openVillage(ledger, options)
  const { awareness: counts = {} } = options
  return {
    awareness: (done) => withAnswers(counts, done, village),
    assess: (then, awareness) => assessYear(then, { ...options, awareness }),
  }
}
