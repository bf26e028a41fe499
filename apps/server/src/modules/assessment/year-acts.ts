import type { Actor } from '../../platform/auth/actor.js'
import type { VillageYearOut, YEAR_ACTS } from './assessment-views.dto.js'
import { isPossible } from './year-flow.js'

type Act = (typeof YEAR_ACTS)[number]
type Standing = Pick<VillageYearOut, 'state' | 'cycle' | 'result' | 'publicity' | 'appeals' | 'spotCheckId'>

/** What an actor may do now with a village's year; the services ask again. */
export function possibleActs(actor: Actor, view: Standing, today: string): Act[] {
  const { state, cycle, result, publicity, appeals, spotCheckId } = view
  const has = (
    permission: 'assessment.claim' | 'assessment.review' | 'assessment.appeal' | 'plaque.decide',
  ) => actor.permissions.has(permission)
  const isWindowOpen = state === 'published' && publicity !== null
  const openAppeals = appeals.filter(({ outcome }) => outcome === null).length
  const acts: Record<Act, boolean> = {
    claim: has('assessment.claim') && isPossible(state, 'claim'),
    submit: has('assessment.claim') && isPossible(state, 'submit') && today >= cycle.asOf,
    review: has('assessment.review') && isPossible(state, 'endorse'),
    correct: has('assessment.review') && isPossible(state, 'correct'),
    publish: has('assessment.review') && isPossible(state, 'publish') && result !== null,
    close: has('assessment.review') && isWindowOpen && today > publicity.until && openAppeals === 0,
    appeal: has('assessment.appeal') && isWindowOpen,
    decide: has('plaque.decide') && openAppeals > 0,
    spot: has('assessment.review') && spotCheckId !== null,
  }
  return (Object.keys(acts) as Act[]).filter((act) => acts[act])
}
