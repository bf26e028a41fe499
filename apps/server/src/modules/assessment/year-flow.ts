import { DomainError } from '../../platform/errors/domain-error.js'

/**
 * `open`: the village writes its self-assessment; `submitted`: it waits for the town; `returned`: the town sent it back;
 * `frozen`: the town endorsed it and it waits for the city; `published`: the result is open to appeal; `closed`.
 */
export const YEAR_STATES = ['open', 'submitted', 'returned', 'frozen', 'published', 'closed'] as const
export type YearState = (typeof YEAR_STATES)[number]

export type YearAct = 'claim' | 'submit' | 'return' | 'endorse' | 'correct' | 'publish' | 'close'

/** What may be done in which state, and where it leads. A mistake can be corrected for ever, and never by changing what was. */
const NEXT: Readonly<Record<YearState, Partial<Record<YearAct, YearState>>>> = {
  open: { claim: 'open', submit: 'submitted' },
  returned: { claim: 'returned', submit: 'submitted' },
  submitted: { return: 'returned', endorse: 'frozen' },
  frozen: { correct: 'frozen', publish: 'published' },
  published: { correct: 'published', close: 'closed' },
  closed: { correct: 'closed' },
}

export const isPossible = (state: YearState, act: YearAct): boolean => NEXT[state][act] !== undefined

/** @throws DomainError ASSESSMENT_MOVED when the state does not allow it: somebody else was quicker, or a step is missing */
export function follow(state: YearState, act: YearAct): YearState {
  const next = NEXT[state][act]
  if (next === undefined) throw new DomainError('ASSESSMENT_MOVED')
  return next
}
