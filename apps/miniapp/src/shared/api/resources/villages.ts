import type { MissedWindow, Obligation, Role, Scorecard } from '@dfv/rules'
import { api } from '../api'
import type { Area, IsoDate, LedgerDelta, VillageOverview } from '../types'
import type { Audience } from './quizzes'

export type AudienceAwareness = {
  audience: Audience
  /** `suppressed`: fewer than five answers, so no figures. */
  state: 'met' | 'notMet' | 'notApplicable' | 'undetermined' | 'suppressed'
  targetPercent: number
  channel?: 'sampled' | 'self' | 'none'
  aware?: number
  valid?: number
  rate?: number
  low?: number
  high?: number
  needed?: number
  warning?: 'selfChosen' | 'smallSample'
}
export type VillageAwareness = { areaCode: string; year: number; audiences: AudienceAwareness[] }
export type Overview = { items: VillageOverview[]; notStarted: number; asOf: IsoDate }

/** A duty as the list of a whole area has it: with its village, without the clause. */
export type AreaDuty = Omit<Obligation, 'clause'> & {
  areaCode: string
  /** Whom it was handed to. */
  assignee: { accountId: string; name: string; isMe: boolean } | null
  /** Why it is not done, as the village says. */
  explanation: { reason: string; text: string; untilOn: IsoDate } | null
}
export type DutyFilter = {
  of?: 'own' | 'area'
  under?: string
  owedBy?: Role
  kind?: string
  dueFrom?: IsoDate
  dueTo?: IsoDate
}
export type DutyCount = { kind: string; owedBy: Role; open: number; overdue: number }
type DutyKey = { areaCode: string; id: string }
export type AreaDuties = { items: AreaDuty[]; nextCursor: string | null; asOf: IsoDate }

/** The most the server tells at once. */
export const OWN_SHOWN = 200

export const villagesApi = {
  /** What the own office is asked to do anywhere in its area, first due first. */
  ownDuties: (limit: number) => api.request<AreaDuties>('GET', '/obligations', { query: { limit } }),
  /** The same, chosen by area, role, kind and due day. */
  duties: (limit: number, filter: DutyFilter = {}) =>
    api.request<AreaDuties>('GET', '/obligations', { query: { ...filter, limit } }),
  dutyCounts: (filter: DutyFilter) =>
    api.request<{ items: DutyCount[]; asOf: IsoDate }>('GET', '/obligations/counts', { query: filter }),
  /** Hands a duty to a colleague; null takes it back. */
  assignDuty: (duty: DutyKey, accountId: string | null) =>
    api.request<unknown>('POST', '/obligations/assignment', { body: { ...duty, accountId } }),
  /** Says why a duty is not done; null takes the reason back. */
  explainDuty: (duty: DutyKey, reason: string | null) =>
    api.request<unknown>('POST', '/obligations/explanation', { body: { ...duty, reason } }),
  areas: (query: { under?: string; level?: string }) =>
    api.request<{ items: Area[] }>('GET', '/areas', { query, public: true }),
  ledger: (areaCode: string, since: number) =>
    api.request<LedgerDelta>('GET', `/ledger/${areaCode}`, { query: { since }, timeoutMs: 30_000 }),
  list: (under?: string) => api.request<Overview>('GET', '/villages', { query: { under } }),
  /** Open to everybody; staff of the area also see figures below five. */
  awareness: (code: string, year?: number) =>
    api.request<VillageAwareness>('GET', `/villages/${code}/awareness`, { query: { year } }),
  scorecard: (code: string, asOf?: string) =>
    api.request<{ scorecard: Scorecard; source: 'fresh' }>('GET', `/villages/${code}/scorecard`, {
      query: { asOf },
    }),
  obligations: (code: string) =>
    api.request<{ open: Obligation[]; missed: MissedWindow[]; asOf: string }>(
      'GET',
      `/villages/${code}/obligations`,
    ),
}
