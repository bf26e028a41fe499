import { api } from '../api'
import type { Inbox } from '../types'

export const inboxApi = {
  list: (cursor?: string) => api.request<Inbox>('GET', '/inbox', { query: { cursor } }),
  read: (id: string) => api.request<void>('POST', `/inbox/${id}/read`, { body: {} }),
  readAll: () => api.request<void>('POST', '/inbox/read-all', { body: {} }),
}
