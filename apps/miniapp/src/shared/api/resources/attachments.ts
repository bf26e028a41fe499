import { api } from '../api'

export type UploadState = {
  id: string
  state: 'partial' | 'stored' | 'refused'
  chunkBytes: number
  missing: number[]
}
type As = { accountId: string; appointmentId: string }

export const attachmentsApi = {
  /** Says what will come, or asks what is still missing. */
  declare: (id: string, file: { sha256: string; bytes: number }, as: As) =>
    api.request<UploadState>('PUT', `/attachments/${id}`, { body: file, as }),
  putChunk: (id: string, index: number, bytes: ArrayBuffer, as: As) =>
    api.request<unknown>('PUT', `/attachments/${id}/chunks/${index}`, { bytes, as, timeoutMs: 60_000 }),
  complete: (id: string, as: As) =>
    api.request<UploadState>('POST', `/attachments/${id}/completion`, { as, timeoutMs: 60_000 }),
  read: (id: string, size: 'full' | 'thumb') =>
    api.request<ArrayBuffer>('GET', `/attachments/${id}`, { query: { size }, wantsBytes: true }),
  /** A PDF is opened by the phone's own reader. */
  open: (id: string) => api.openFile(`/attachments/${id}`, `${id.slice(-12)}.pdf`),
}
