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
export type PlaqueView = {
  areaCode: string
  state: PlaqueState
  label: string
  since: IsoDate | null
  sentences: string[]
  consequences: string[]
  /** The last entered first. */
  decisions: PlaqueDecision[]
}
export type PlaqueValidity = { areaCode: string; areaName: string; held: boolean; since: IsoDate | null }

export const plaquesApi = {
  read: (code: string) => api.request<PlaqueView>('GET', `/villages/${code}/plaque`),
  decide: (code: string, id: string, decision: PlaqueDecisionIn) =>
    api.request<PlaqueView>('PUT', `/villages/${code}/plaque/decisions/${id}`, { body: decision }),
  /** For everybody: whether it holds, and nothing else. */
  validity: (code: string) =>
    api.request<PlaqueValidity>('GET', `/public/villages/${code}/plaque`, { public: true }),
}
