import { api } from '../api'
import type { Appointment, Instant } from '../types'

export type MyData = {
  account: { name: string; phone: string | null; hasWechat: boolean; since: Instant }
  appointments: Appointment[]
  quizzes: { at: Instant; village: string; audience: string; score: number | null; counted: boolean }[]
  pledges: { title: string; year: number; village: string; sealedAt: Instant | null }[]
  letters: number
}
export type LetterKind = 'suggestion' | 'complaint' | 'correction' | 'question'
export type Letter = {
  id: string
  areaCode: string
  office: string
  kind: LetterKind
  text: string
  state: 'open' | 'answered'
  answer: string | null
  createdAt: Instant
  answeredAt: Instant | null
}
export type LetterIn = { areaCode: string; kind: LetterKind; text: string }

export const rightsApi = {
  myData: () => api.request<MyData>('GET', '/me/data'),
  rename: (name: string) => api.request<void>('PUT', '/me/name', { body: { name } }),
  close: () => api.request<void>('POST', '/me/close', { body: {} }),
  letters: () => api.request<{ items: Letter[] }>('GET', '/me/feedback'),
  write: (id: string, letter: LetterIn) => api.request<Letter>('PUT', `/me/feedback/${id}`, { body: letter }),
  received: (state: Letter['state'], cursor?: string) =>
    api.request<{ items: Letter[]; nextCursor: string | null }>('GET', '/feedback', {
      query: { state, cursor },
    }),
  answer: (id: string, text: string) =>
    api.request<Letter>('POST', `/feedback/${id}/answer`, { body: { text } }),
}
