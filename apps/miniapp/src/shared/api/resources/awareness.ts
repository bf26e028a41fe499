import type { State } from '@dfv/rules'
import { api } from '../api'
import type { Instant, IsoDate } from '../types'
import type { Audience, QuizAttempt, QuizAttemptIn, QuizQuestion } from './quizzes'

export type AwarenessRate = { rate: number; low: number; high: number }
export type Channel = 'self' | 'invited' | 'household' | 'third-party'
export type StateCounts = Record<State, number>
export type AwarenessMissing = {
  code:
    | 'not-counted'
    | 'no-answers'
    | 'too-few'
    | 'self-only'
    | 'no-roster'
    | 'untested'
    | 'no-venue-survey'
    | 'no-school-count'
    | 'class-too-few'
    | 'village-open'
  count?: number
}
/** A question, how many were asked it, and how many knew. */
export type KnownItem = { stem: string; basis: string; asked: number; correct: number }

export type PeopleAwareness = {
  audience: Audience
  targetPercent: number
  /** Of one village; null for a town or county, which has `villages`. */
  state: State | null
  villages: StateCounts | null
  deciding: 'sampled' | 'self' | 'none'
  valid: number
  aware: number
  rate: AwarenessRate | null
  population: number | null
  countedOn: IsoDate | null
  sampleNeeded: number | null
  needed: number | null
  warning: 'selfChosen' | 'smallSample' | null
  channels: { channel: Channel; valid: number; aware: number; rate: AwarenessRate | null }[]
  /** Papers of people who had been counted: kept, not counted. */
  again: number
  /** Counted answers from a phone on which another was counted before. */
  shared: { valid: number; aware: number }
  response: {
    drawn: number
    answered: number
    refused: number
    unreachable: number
    ineligible: number
    open: number
    /** The rate if nobody who did not answer knew. */
    lowest: number | null
  } | null
  trend: { year: number; valid: number; rate: AwarenessRate | null }[]
  items: KnownItem[]
  missing: AwarenessMissing[]
}

type Judged = {
  state: State | null
  villages: StateCounts | null
  targetPercent: number
  missing: AwarenessMissing[]
}
export type AwarenessReport = {
  areaCode: string
  name: string
  level: 'county' | 'town' | 'village'
  year: number
  asOf: IsoDate
  people: PeopleAwareness[]
  venue: Judged & { venues: number; staff: number; tested: number; aware: number; items: KnownItem[] }
  student: Judged & { schools: number; aware: number; answers: number }
  villages: {
    areaCode: string
    name: string
    resident: State
    migrant: State
    venue: State
    student: State
  }[]
}

export type NumberOutcome = 'open' | 'refused' | 'unreachable' | 'ineligible'
export type NumberState = NumberOutcome | 'answered'
export type Sample = {
  id: string
  areaCode: string
  year: number
  audience: Audience
  listName: string
  listedOn: IsoDate
  size: number
  drawn: number
  /** With `size` it draws the same numbers again. */
  seed: string
  drawnAt: Instant
  closedAt: Instant | null
  voidReason: string | null
  counts: Record<NumberState, number>
}
export type SampleWithNumbers = Sample & { numbers: { number: number; state: NumberState }[] }
export type SampleSlips = Sample & { slips: { number: number; code: string }[] }
export type SampleIn = Pick<Sample, 'id' | 'areaCode' | 'audience' | 'listName' | 'listedOn' | 'size'> & {
  count: number
}
export type SamplePaper = {
  paperId: string
  token: string
  issuedAt: Instant
  areaName: string
  items: QuizQuestion[]
}
export type SurveyIn = {
  areaCode: string
  audience: Audience
  documentNo: string
  issuer: string
  surveyedOn: IsoDate
  valid: number
  aware: number
  keptAt: string
}
export type Survey = SurveyIn & { id: string; year: number; withdrawnReason: string | null }

/** Whoever was drawn has no account: he draws and hands in without a token. */
const nameless = { public: true }

export const awarenessApi = {
  report: (code: string, year?: number) =>
    api.request<AwarenessReport>('GET', `/awareness/${code}`, { query: { year } }),
}

export const samplesApi = {
  list: (areaCode: string) => api.request<{ items: Sample[] }>('GET', '/samples', { query: { areaCode } }),
  draw: (sample: SampleIn) => api.request<SampleWithNumbers>('POST', '/samples', { body: sample }),
  read: (id: string) => api.request<SampleWithNumbers>('GET', `/samples/${id}`),
  slips: (id: string) => api.request<SampleSlips>('GET', `/samples/${id}/slips`),
  enlarge: (id: string, count: number) =>
    api.request<SampleWithNumbers>('POST', `/samples/${id}/enlargement`, { body: { count } }),
  close: (id: string) => api.request<SampleWithNumbers>('POST', `/samples/${id}/close`, { body: {} }),
  void: (id: string, reason: string) =>
    api.request<SampleWithNumbers>('POST', `/samples/${id}/void`, { body: { reason } }),
  note: (id: string, number: number, state: NumberOutcome) =>
    api.request<SampleWithNumbers>('POST', `/samples/${id}/numbers/${number}/outcome`, { body: { state } }),
  visit: (id: string, number: number) =>
    api.request<SamplePaper>('POST', `/samples/${id}/numbers/${number}/paper`, { body: {} }),
  handInVisit: (attemptId: string, attempt: QuizAttemptIn) =>
    api.request<QuizAttempt>('PUT', `/household-papers/${attemptId}`, { body: attempt }),
  drawInvited: (code: string) =>
    api.request<SamplePaper>('POST', '/invited-papers', { body: { code }, ...nameless }),
  handInInvited: (attemptId: string, attempt: QuizAttemptIn) =>
    api.request<QuizAttempt>('PUT', `/invited-papers/${attemptId}`, { body: attempt, ...nameless }),
}

export const surveysApi = {
  list: (areaCode: string) => api.request<{ items: Survey[] }>('GET', '/surveys', { query: { areaCode } }),
  enter: (id: string, survey: SurveyIn) => api.request<Survey>('PUT', `/surveys/${id}`, { body: survey }),
  withdraw: (id: string, reason: string) =>
    api.request<Survey>('POST', `/surveys/${id}/withdrawal`, { body: { reason } }),
}
