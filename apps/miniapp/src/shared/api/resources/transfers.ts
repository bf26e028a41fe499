import { api } from '../api'
import type { IsoDate } from '../types'

/** A person whom one village proposes to another; not yet answered. */
export type Transfer = {
  recordId: string
  subjectId: string
  code: string
  fromArea: string
  fromName: string
  toArea: string
  toName: string
  proposedOn: IsoDate
  dueOn: IsoDate
  status?: string
  /** Proposed by the asker, so another answers. */
  own: boolean
}

export const transfersApi = {
  list: (direction: 'in' | 'out', areaCode?: string) =>
    api.request<{ items: Transfer[] }>('GET', '/transfers', { query: { direction, areaCode } }),
  decline: (recordId: string, reason: string) =>
    api.request<void>('POST', `/transfers/${recordId}/return`, { body: { reason } }),
}
