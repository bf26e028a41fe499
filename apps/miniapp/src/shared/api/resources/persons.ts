import { api } from '../api'
import type { Page, PersonFile, PersonHead, Revealed, RevealPurpose } from '../types'

export const personsApi = {
  list: (query: { areaCode?: string; q?: string; cursor?: string }) =>
    api.request<Page<PersonHead>>('GET', '/persons', { query }),
  read: (id: string) => api.request<PersonFile>('GET', `/persons/${id}`),
  reveal: (id: string, purpose: RevealPurpose, note?: string) =>
    api.request<Revealed>('POST', `/persons/${id}/reveal`, { body: { purpose, ...(note && { note }) } }),
  myReveals: () =>
    api.request<{
      items: {
        id: string
        what: 'reveal' | 'sealed' | 'lookup' | 'export'
        /** Null where somebody was looked for by name. */
        code: string | null
        purpose: RevealPurpose
        at: string
      }[]
    }>('GET', '/me/reveals'),
}
