import { api } from '../api'
import type { Instant, IsoDate, Page, Role } from '../types'

export type AppointmentItem = {
  id: string
  accountId: string
  name: string
  role: Role
  areaCode: string
  areaName: string
  /** The one venue or school, for the roles that have one. */
  subjectId: string | null
  subjectName: string | null
  from: IsoDate
  to: IsoDate | null
  endedAt: Instant | null
  /** Whether a phone is linked. */
  bound: boolean
}
export type AppointmentIn = {
  name: string
  phone?: string
  role: Role
  areaCode: string
  subjectId?: string
  from: IsoDate
  to?: IsoDate
}

/** What is unfinished at a post. */
export type HandoverWork = { open: number; overdue: number; returned: number; pending: number }

export const appointmentsApi = {
  list: (cursor?: string) =>
    api.request<Page<AppointmentItem>>('GET', '/appointments', { query: { cursor } }),
  create: (appointment: AppointmentIn) =>
    api.request<AppointmentItem>('POST', '/appointments', { body: appointment }),
  end: (id: string) => api.request<AppointmentItem>('POST', `/appointments/${id}/end`, { body: {} }),
  handover: (id: string) => api.request<HandoverWork>('GET', `/appointments/${id}/handover`),
  handOver: (id: string, successor: { name: string; phone?: string }) =>
    api.request<{ successor: AppointmentItem; work: HandoverWork }>('POST', `/appointments/${id}/handover`, {
      body: successor,
    }),
  /** The old code and the phone linked before stop working at once. */
  issueCode: (id: string) =>
    api.request<{ bindingCode: string; expiresAt: Instant }>('POST', `/appointments/${id}/binding-code`, {
      body: {},
    }),
}
