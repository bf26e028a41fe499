import type { PolicyValues } from '../policy/policies.ts'
import type { PlaqueDecisionKind } from './plaque-decision.ts'

export type PlaqueState = 'none' | 'awarded' | 'yellow-card' | 'revoked'

/** How far a village without a plaque has come on the way to one, since its last result. */
export type PlaqueStage = 'none' | 'passed' | 'submitted'

/** What a decision brings about beside the state. */
export type PlaqueEffect = 'payment' | 'accountability'

export type Standing = {
  state: PlaqueState
  stage: PlaqueStage
  /** Awards so far; the payment belongs to the first. */
  awards: number
}

export const BEGINNING: Standing = { state: 'none', stage: 'none', awards: 0 }

export type PlaquePolicy = Pick<PolicyValues, 'yellowClearsOnPass' | 'repeatAward'>

/** Why an act of the way to an award cannot follow. */
export type Refusal = 'notPassed' | 'notSubmitted'

export type Transition = { next: Standing; effects: readonly PlaqueEffect[] } | { refused: Refusal }

const holdsPlaque = ({ state }: Standing): boolean => state === 'awarded' || state === 'yellow-card'

function onPassed(at: Standing, policy: PlaquePolicy): Transition {
  if (!holdsPlaque(at)) return { next: { ...at, stage: 'passed' }, effects: [] }
  const state = at.state === 'yellow-card' && !policy.yellowClearsOnPass ? 'yellow-card' : 'awarded'
  return { next: { ...at, state, stage: 'none' }, effects: [] }
}

function onFailed(at: Standing): Transition {
  switch (at.state) {
    case 'none':
    case 'revoked':
      return { next: { ...at, stage: 'none' }, effects: [] }
    case 'awarded':
      return { next: { ...at, state: 'yellow-card', stage: 'none' }, effects: [] }
    case 'yellow-card':
      return { next: { ...at, state: 'revoked', stage: 'none' }, effects: ['accountability'] }
  }
}

function onAwarded(at: Standing, policy: PlaquePolicy): Transition {
  if (at.stage === 'none') return { refused: 'notPassed' }
  if (at.stage === 'passed') return { refused: 'notSubmitted' }
  const isPaid = at.awards === 0 || policy.repeatAward
  return {
    next: { state: 'awarded', stage: 'none', awards: at.awards + 1 },
    effects: isPaid ? ['payment'] : [],
  }
}

/**
 * One step of the plaque. A village that holds one keeps it, is warned, or loses it by the result alone; one without
 * is given it when a pass has been submitted and awarded.
 * @see 四(二)
 */
export function transition(at: Standing, kind: PlaqueDecisionKind, policy: PlaquePolicy): Transition {
  switch (kind) {
    case 'passed':
      return onPassed(at, policy)
    case 'failed':
      return onFailed(at)
    case 'submitted':
      return at.stage === 'passed'
        ? { next: { ...at, stage: 'submitted' }, effects: [] }
        : { refused: 'notPassed' }
    case 'awarded':
      return onAwarded(at, policy)
  }
}
