import { api } from '../api'
import type { Instant } from '../types'

export type Audience = 'resident' | 'migrant'
export type QuizPurpose = 'assessment' | 'practice'
export type QuizQuestion = {
  no: number
  type: 'single' | 'multiple' | 'judge'
  stem: string
  options: string[]
}
export type QuizPaper = {
  paperId: string
  token: string
  issuedAt: Instant
  expiresAt: Instant
  purpose: QuizPurpose
  bankState: 'awaiting-town-review' | 'reviewed'
  items: QuizQuestion[]
}
export type QuizAttemptIn = {
  paperId: string
  token: string
  answers: { no: number; chosen: number[] }[]
  startedAt: Instant
  /** A random number of this phone, by which the server sees that several papers share it. */
  device?: string
}
/** A question after it was marked, with its answer and why. */
export type MarkedQuestion = {
  no: number
  correct: boolean
  chosen: number[]
  answer: number[]
  explanation: string
  basis: string
}
export type QuizAttempt = {
  id: string
  /** null, like `correct` and `isAware`: the paper does not count, and its questions come again. */
  score: number | null
  correct: number | null
  total: number
  isAware: boolean | null
  passMark: number
  counted: boolean
  notCountedReason?: 'practice' | 'already-counted' | 'too-fast' | 'unfinished'
  unanswered: number[]
  /** Empty where the paper does not count. */
  items: MarkedQuestion[]
}

// Practice is open to everybody and belongs to nobody: it is asked for and handed in without a token.
const nameless = (purpose: QuizPurpose) => (purpose === 'practice' ? { public: true } : {})

export const quizzesApi = {
  draw: (order: { audience: Audience; areaCode: string; purpose: QuizPurpose }) =>
    api.request<QuizPaper>('POST', '/quiz/papers', { body: order, ...nameless(order.purpose) }),
  handIn: (attemptId: string, attempt: QuizAttemptIn, purpose: QuizPurpose) =>
    api.request<QuizAttempt>('PUT', `/quiz/attempts/${attemptId}`, { body: attempt, ...nameless(purpose) }),
}
