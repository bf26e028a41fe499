import { api } from '../api'
import type { Instant, Page, PersonFile, PersonHead, Revealed, RevealPurpose, Role } from '../types'

export type Reading = {
  id: string
  at: Instant
  what: 'reveal' | 'sealed' | 'export'
  purpose: string | null
  name: string
  role: Role
}

/** What somebody looked at himself; `code` is null when he looked a name up. */
export type OwnReading = {
  id: string
  at: Instant
  what: 'reveal' | 'sealed' | 'lookup' | 'export'
  purpose: string
  code: string | null
}

export const personsApi = {
  list: (query: { areaCode?: string; q?: string; cursor?: string }) =>
    api.request<Page<PersonHead>>('GET', '/persons', { query }),
  read: (id: string) => api.request<PersonFile>('GET', `/persons/${id}`),
  reveal: (id: string, purpose: RevealPurpose, note?: string) =>
    api.request<Revealed>('POST', `/persons/${id}/reveal`, { body: { purpose, ...(note && { note }) } }),
  /** Who looked at a person, newest first. */
  readings: (id: string, cursor?: string) =>
    api.request<Page<Reading>>('GET', `/persons/${id}/readings`, { query: { cursor } }),
  myReveals: () => api.request<{ items: OwnReading[] }>('GET', '/me/reveals'),
}
