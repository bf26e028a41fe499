import type { KindId } from '../records/record-kind.ts'
import type { ObligationKind } from '../scorecard.ts'

/**
 * Why a duty could not be done in its time, or why there was nothing to do. A reason changes no outcome: the rules hold no
 * `notApplicable` for it. What does excuse a duty is a fact, and facts are records.
 */
export const EXPLANATION_REASONS = {
  unreachable: '人在外面，暂时联系不上',
  'in-hospital': '人在住院或病重',
  'nothing-to-do': '这段时间没有这项工作',
  closed: '场所停业，学校放假',
  weather: '台风、暴雨等天气，办不成',
  'awaits-others': '在等别的单位配合',
} as const

export type ExplanationReason = keyof typeof EXPLANATION_REASONS

const ABOUT_A_PERSON: readonly ExplanationReason[] = [
  'unreachable',
  'in-hospital',
  'weather',
  'awaits-others',
]
const ABOUT_A_PLACE: readonly ExplanationReason[] = ['nothing-to-do', 'closed', 'weather', 'awaits-others']

/** The records that say that a person is not to be visited: with them the duty goes by itself. */
const PERSON_FACTS: readonly KindId[] = ['person-status', 'leave', 'transfer']

type Explainable = { reasons: readonly ExplanationReason[]; facts: readonly KindId[] }
const PERSON: Explainable = { reasons: ABOUT_A_PERSON, facts: PERSON_FACTS }
const PLACE: Explainable = { reasons: ABOUT_A_PLACE, facts: [] }

/**
 * Recurring work of the village, of which a month can hold none. Nothing that follows from a finding, a law's term or a
 * document is among it: a positive test, a report to the police or a missing plan is not explained away.
 */
const EXPLAINABLE: Partial<Record<ObligationKind, Explainable>> = {
  talk: PERSON,
  test: PERSON,
  verification: PERSON,
  publicity: PLACE,
  patrol: PLACE,
  'clean-up': PLACE,
  'venue-inspection': PLACE,
  sweep: PLACE,
  'class-session': PLACE,
}

/** What may be given as a reason for a kind of duty, and which records excuse it instead; undefined: it cannot be explained. */
export const explainable = (kind: ObligationKind): Explainable | undefined => EXPLAINABLE[kind]
