import { api } from '../api'
import type {
  BatchItem,
  BatchResult,
  Page,
  PendingRecord,
  RecordIn,
  RecordOut,
  RecordWithRevisions,
  Remark,
} from '../types'

export const recordsApi = {
  put: (id: string, record: RecordIn) => api.request<RecordOut>('PUT', `/records/${id}`, { body: record }),
  batch: (records: BatchItem[], as: { accountId: string; appointmentId: string }) =>
    api.request<{ results: BatchResult[] }>('POST', '/records/batch', {
      body: { records },
      as,
      timeoutMs: 30_000,
    }),
  read: (id: string) => api.request<RecordWithRevisions>('GET', `/records/${id}`),
  list: (query: { areaCode?: string; subjectId?: string; kind?: string; cursor?: string }) =>
    api.request<Page<RecordOut>>('GET', '/records', { query }),
  review: (id: string, decision: 'accept' | 'return', reason?: string) =>
    api.request<RecordOut>('POST', `/records/${id}/review`, { body: { decision, reason } }),
  remark: (id: string, remarkId: string, text: string) =>
    api.request<Remark>('PUT', `/records/${id}/remarks/${remarkId}`, { body: { text } }),
  pending: (areaCode?: string) =>
    api.request<{ items: PendingRecord[] }>('GET', '/reviews', { query: { areaCode } }),
}
