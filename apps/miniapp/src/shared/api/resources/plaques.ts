import { api } from '../api'
import type { IsoDate } from '../types'

export type PlaqueDecisionKind = 'passed' | 'failed' | 'submitted' | 'awarded'
export type PlaqueState = 'none' | 'awarded' | 'yellow-card' | 'revoked'
export type PlaqueDecisionIn = {
  kind: PlaqueDecisionKind
  year: number
  on: IsoDate
  document: string
  corrects?: string
}
export type PlaqueDecision = PlaqueDecisionIn & { id: string; line: string; corrected: boolean }
/** What one person entered and nobody has confirmed: it moves nothing. */
export type PlaqueDraft = PlaqueDecisionIn & {
  id: string
  state: 'pending' | 'returned'
  enteredBy: string
  reason: string | null
  settledBy: string | null
  may: ('confirm' | 'return' | 'withdraw')[]
  /** Who may confirm it, by name. */
  seconds: string[]
}
export type PlaqueView = {
  areaCode: string
  state: PlaqueState
  label: string
  since: IsoDate | null
  sentences: string[]
  consequences: string[]
  /** The last entered first. */
  decisions: PlaqueDecision[]
  /** Something was entered and waits; `drafts` says what to those who may confirm it. */
  waiting: boolean
  drafts: PlaqueDraft[]
}
export type PlaqueValidity = { areaCode: string; areaName: string; held: boolean; since: IsoDate | null }

const of = (code: string, id: string) => `/villages/${code}/plaque/decisions/${id}`

export const plaquesApi = {
  read: (code: string) => api.request<PlaqueView>('GET', `/villages/${code}/plaque`),
  decide: (code: string, id: string, decision: PlaqueDecisionIn) =>
    api.request<PlaqueView>('PUT', of(code, id), { body: decision }),
  confirm: (code: string, id: string) => api.request<PlaqueView>('POST', `${of(code, id)}/confirmation`),
  sendBack: (code: string, id: string, reason: string) =>
    api.request<PlaqueView>('POST', `${of(code, id)}/return`, { body: { reason } }),
  /** For everybody: whether it holds, and nothing else. */
  validity: (code: string) =>
    api.request<PlaqueValidity>('GET', `/public/villages/${code}/plaque`, { public: true }),
}
