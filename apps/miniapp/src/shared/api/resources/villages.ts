import type { MissedWindow, Obligation, Scorecard } from '@dfv/rules'
import { api } from '../api'
import type { Area, LedgerDelta, VillageOverview } from '../types'

export const villagesApi = {
  areas: (query: { under?: string; level?: string }) =>
    api.request<{ items: Area[] }>('GET', '/areas', { query, public: true }),
  ledger: (areaCode: string, since: number) =>
    api.request<LedgerDelta>('GET', `/ledger/${areaCode}`, { query: { since }, timeoutMs: 30_000 }),
  list: (under: string) =>
    api.request<{ items: VillageOverview[] }>('GET', '/villages', { query: { under } }),
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
