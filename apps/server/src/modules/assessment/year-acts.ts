import type { Actor } from '../../platform/auth/actor.js'
import { isSecondPerson } from '../../platform/second-person.js'
import type { VillageYearOut, YEAR_ACTS } from './assessment-views.dto.js'
import { isPossible } from './year-flow.js'

type Act = (typeof YEAR_ACTS)[number]
type Standing = Pick<VillageYearOut, 'state' | 'cycle' | 'result' | 'publicity' | 'appeals' | 'spotCheckId'>

/**
 * What an actor may do now with a village's year, and what would be his to do had he not written himself what it is about: that
 * waits for a second person. The services ask again.
 * @param claimedBy account of whoever handed the self-assessment in
 */
export function possibleActs(
  actor: Actor,
  view: Standing,
  { claimedBy, today }: { claimedBy: string | null; today: string },
): { can: Act[]; othersOnly: Act[] } {
  const { state, cycle, result, publicity, appeals, spotCheckId } = view
  const has = (
    permission: 'assessment.claim' | 'assessment.review' | 'assessment.appeal' | 'plaque.decide',
  ) => actor.permissions.has(permission)
  const isWindowOpen = state === 'published' && publicity !== null
  const openAppeals = appeals.filter(({ outcome }) => outcome === null)
  const acts: Record<Act, boolean> = {
    claim: has('assessment.claim') && isPossible(state, 'claim'),
    submit: has('assessment.claim') && isPossible(state, 'submit') && today >= cycle.asOf,
    review: has('assessment.review') && isPossible(state, 'endorse'),
    correct: has('assessment.review') && isPossible(state, 'correct'),
    publish: has('assessment.review') && isPossible(state, 'publish') && result !== null,
    close: has('assessment.review') && isWindowOpen && today > publicity.until && openAppeals.length === 0,
    appeal: has('assessment.appeal') && isWindowOpen,
    decide: has('plaque.decide') && openAppeals.length > 0,
    spot: has('assessment.review') && spotCheckId !== null,
  }
  const isSecond: Partial<Record<Act, boolean>> = {
    review: isSecondPerson(claimedBy, actor),
    correct: isSecondPerson(claimedBy, actor),
    decide: openAppeals.some(({ own }) => !own),
  }
  const possible = (Object.keys(acts) as Act[]).filter((act) => acts[act])
  return {
    can: possible.filter((act) => isSecond[act] ?? true),
    othersOnly: possible.filter((act) => isSecond[act] === false),
  }
}
