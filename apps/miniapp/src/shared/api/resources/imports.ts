import { api } from '../api'
import type { Instant } from '../types'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A table that can be filled in and uploaded: `persons`, `talks` … */
export type TableHead = { id: string; title: string }
export type TableAction = 'new' | 'changed' | 'same' | 'voided' | 'repeated'
export type UploadedTable = {
  id: string
  sheet: string
  title: string
  areaCode: string
  state: 'ready' | 'faulty' | 'done'
  expiresAt: Instant
  counts: {
    rows: number
    new: number
    changed: number
    same: number
    voided: number
    registered: number
    waiting: number
  }
  /** Columns that somebody added; they were not read. */
  unread: string[]
  issues: { row: number; heading: string | null; text: string }[]
  issueCount: number
  preview: { row: number; action: TableAction; cells: { heading: string; text: string }[] }[]
}
/** A table whose records wait for a second person. */
export type WaitingTable = {
  id: string
  areaCode: string
  title: string
  uploadedBy: string
  confirmedAt: Instant
  rows: number
  waiting: number
  own: boolean
}

export const importsApi = {
  tables: (areaCode: string) =>
    api.request<{ items: TableHead[]; maxRows: number }>('GET', `/villages/${areaCode}/imports`),
  template: (areaCode: string, sheet: string, fileName: string) =>
    api.openFile(`/villages/${areaCode}/imports/${sheet}/template`, fileName),
  upload: (areaCode: string, sheet: string, bytes: ArrayBuffer) =>
    api.request<UploadedTable>('POST', `/villages/${areaCode}/imports/${sheet}`, {
      bytes,
      bytesType: XLSX,
      timeoutMs: 60_000,
    }),
  faulty: (id: string, fileName: string) => api.openFile(`/imports/${id}/workbook`, fileName),
  /** A thousand rows are written in one go: that takes its time. */
  confirm: (id: string) =>
    api.request<UploadedTable>('POST', `/imports/${id}/confirm`, { body: {}, timeoutMs: 120_000 }),
  discard: (id: string) => api.request<void>('DELETE', `/imports/${id}`),
  waiting: () => api.request<{ items: WaitingTable[] }>('GET', '/imports'),
  review: (id: string, decision: 'accept' | 'return', reason?: string) =>
    api.request<{ settled: number; left: number }>('POST', `/imports/${id}/review`, {
      body: { decision, reason },
      timeoutMs: 120_000,
    }),
}
