import { api } from '../api'
import { encodeQuery } from '../client'
import type { components } from '../generated/schema'
import type { IsoDate } from '../types'
import type { DutyFilter } from './villages'

type Schemas = components['schemas']
export type PolicyBook = Schemas['PolicyBook']
export type PolicyValue = Schemas['PolicyValue']
export type PolicyDraft = Schemas['PolicyDraft']
export type PolicyDraftHead = PolicyBook['drafts'][number]
export type PolicyDraftIn = Schemas['PolicyDraftIn']
export type Dictionary = Schemas['Dictionary']
export type Brief = Schemas['Brief']
export type SystemStatus = Schemas['Status']
export type PublicPage = Schemas['PublicPage']
export type ScreenListId = 'villages' | 'duties' | 'accounts' | 'pledges' | 'policies'

const draftPath = (id: string) => `/policies/drafts/${id}`

export const policiesApi = {
  book: () => api.request<PolicyBook>('GET', '/policies'),
  draft: (id: string) => api.request<PolicyDraft>('GET', draftPath(id)),
  save: (id: string, body: PolicyDraftIn) => api.request<PolicyDraft>('PUT', draftPath(id), { body }),
  release: (id: string, version: number) =>
    api.request<PolicyDraft>('POST', `${draftPath(id)}/release`, { body: { version } }),
  withdraw: (id: string, version: number, reason: string) =>
    api.request<PolicyDraft>('POST', `${draftPath(id)}/withdrawal`, { body: { version, reason } }),
}

export const dictionariesApi = {
  list: () => api.request<{ items: Dictionary[] }>('GET', '/dictionaries'),
  confirm: (dictionary: string, id: string, body: { words: string; document: string }) =>
    api.request<{ items: Dictionary[] }>('PUT', `/dictionaries/${dictionary}/confirmations/${id}`, { body }),
}

export const briefsApi = {
  // A town's villages are folded one after the other.
  read: (area: string, month: string) =>
    api.request<Brief>('GET', `/briefs/${area}`, { query: { month }, timeoutMs: 60_000 }),
  file: (area: string, month: string, format: 'docx' | 'pdf', fileName: string) =>
    api.openFile(`/briefs/${area}/file?month=${month}&format=${format}`, `${fileName}.${format}`),
}

export const statusApi = { read: () => api.request<SystemStatus>('GET', '/status') }

/** A list on screen as a worksheet. `chosen`: what the reader chose to see of his duties. */
export const listsApi = {
  workbook: (list: ScreenListId, title: string, day: IsoDate, chosen: DutyFilter = {}) =>
    api.openFile(`/lists/${list}/workbook${encodeQuery(chosen)}`, `${title}-${day}.xlsx`),
}

export const publicPageApi = {
  read: (area: string) => api.request<PublicPage>('GET', `/public/villages/${area}`, { public: true }),
  paper: (area: string, kind: 'board' | 'certificate', fileName: string) =>
    api.openFile(`/villages/${area}/plaque/paper?kind=${kind}`, fileName),
}
