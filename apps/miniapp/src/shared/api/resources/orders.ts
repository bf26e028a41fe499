import type { Role } from '@dfv/rules'
import { api } from '../api'
import type { Instant, IsoDate } from '../types'

export type OrderState = 'open' | 'answered' | 'closed' | 'withdrawn'
export type OrderAbout = { kind: 'duty' | 'part'; id: string }
export type OrderHead = {
  id: string
  areaCode: string
  areaName: string
  office: string
  title: string
  part: string | null
  state: OrderState
  dueOn: IsoDate
  isLate: boolean
  issuedAt: Instant
}
export type OrderList = {
  items: OrderHead[]
  nextCursor: string | null
  counts: { open: number; answered: number; late: number }
  asOf: IsoDate
}
export type OrderStep = {
  id: string
  kind: 'issued' | 'answered' | 'returned' | 'closed' | 'withdrawn'
  text: string
  dueOn: IsoDate | null
  role: Role
  at: Instant
}
export type Order = OrderHead & {
  about: OrderAbout
  subjectId: string | null
  dutyState: 'open' | 'settled' | 'lapsed' | null
  mayAnswer: boolean
  mayDecide: boolean
  steps: OrderStep[]
  asOf: IsoDate
}
export type OrderIn = { areaCode: string; about: OrderAbout; text: string; dueOn: IsoDate }
export type OrderDecision = {
  kind: 'returned' | 'closed' | 'withdrawn'
  text: string
  dueOn?: IsoDate
}

export const ordersApi = {
  list: (query: { under?: string; state?: 'current' | 'ended'; cursor?: string } = {}) =>
    api.request<OrderList>('GET', '/orders', { query }),
  read: (id: string) => api.request<Order>('GET', `/orders/${id}`),
  issue: (id: string, order: OrderIn) => api.request<Order>('PUT', `/orders/${id}`, { body: order }),
  answer: (id: string, stepId: string, text: string) =>
    api.request<Order>('PUT', `/orders/${id}/answers/${stepId}`, { body: { text } }),
  decide: (id: string, stepId: string, decision: OrderDecision) =>
    api.request<Order>('PUT', `/orders/${id}/decisions/${stepId}`, { body: decision }),
}
