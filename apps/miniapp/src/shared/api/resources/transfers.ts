import { api } from '../api'
import type { Transfer } from '../types'

export const transfersApi = {
  /** `in`: proposed to this village; `out`: proposed by it. Only those nobody has answered. */
  list: (direction: 'in' | 'out', areaCode: string) =>
    api.request<{ items: Transfer[] }>('GET', '/transfers', { query: { direction, areaCode } }),
  sendBack: (recordId: string, reason: string) =>
    api.request<void>('POST', `/transfers/${recordId}/return`, { body: { reason } }),
}
