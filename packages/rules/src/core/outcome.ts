/**
 * The four outcomes of a judgement. `notApplicable`: nothing to judge. `undetermined`: evidence is missing or a rule
 * failed; it never counts as a pass.
 */
export type State = 'met' | 'notMet' | 'notApplicable' | 'undetermined'

/** Gate of several parts: any notMet → notMet; else any undetermined → undetermined; else any met → met; else notApplicable. */
export function gate(states: readonly State[]): State {
  for (const state of ['notMet', 'undetermined', 'met'] as const) if (states.includes(state)) return state
  return 'notApplicable'
}
