import { api } from '../api'
import type { Instant, IsoDate, RevealPurpose } from '../types'

export type ExportFormat = 'xlsx' | 'docx' | 'pdf' | 'zip'
export type ExportForm = {
  /** `person-register`, `record:talk`. */
  id: string
  title: string
  about: string
  group: 'person' | 'work' | 'document' | 'archive' | 'record'
  formats: ExportFormat[]
  /** The present role may ask for it with names. */
  canName: boolean
}
export type ExportIn = {
  form: string
  areaCode: string
  from: IsoDate
  to: IsoDate
  format: ExportFormat
  names: boolean
  purpose?: RevealPurpose
  note?: string
}
export type ExportItem = {
  id: string
  title: string
  areaName: string
  from: IsoDate
  to: IsoDate
  format: ExportFormat
  names: boolean
  /** `instant` and `done` can be fetched. */
  state: 'instant' | 'waiting' | 'running' | 'done' | 'failed' | 'gone'
  rowsTotal: number
  rowsDone: number
  fileName: string
  createdAt: Instant
  expiresAt: Instant
}

export const exportsApi = {
  forms: () => api.request<{ items: ExportForm[] }>('GET', '/exports/forms'),
  list: () => api.request<{ items: ExportItem[] }>('GET', '/exports'),
  // Counting the rows of a whole town takes its time.
  ask: (body: ExportIn) => api.request<ExportItem>('POST', '/exports', { body, timeoutMs: 60_000 }),
  remove: (id: string) => api.request<void>('DELETE', `/exports/${id}`),
  file: ({ id, fileName }: Pick<ExportItem, 'id' | 'fileName'>) =>
    api.openFile(`/exports/${id}/file`, fileName),
}
