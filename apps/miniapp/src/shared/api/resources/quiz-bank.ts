import type { BankAudience, ItemType, Topic } from '@dfv/rules'
import { api } from '../api'
import type { Instant } from '../types'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type ItemState = 'awaiting' | 'reviewed' | 'returned' | 'superseded' | 'retired'
/** The words of a question. `answer` holds the places of the right options. */
export type QuestionWords = {
  audience: BankAudience[]
  topic: Topic
  type: ItemType
  stem: string
  options: string[]
  answer: number[]
  explanation: string
  basis: string
}
export type BankHead = {
  id: string
  version: number
  state: ItemState
  stem: string
  audience: BankAudience[]
  topic: Topic | null
  type: ItemType
  /** What is asked now; null: the question is not asked. */
  drawnVersion: number | null
  own: boolean
}
export type BankFilter = {
  audience?: BankAudience
  topic?: Topic
  state?: ItemState
  text?: string
}
export type BankList = {
  items: BankHead[]
  total: number
  page: number
  pageSize: number
  states: { state: ItemState; count: number }[]
}
export type ItemVersion = {
  version: number
  state: ItemState
  item: QuestionWords
  /** It came with the software. */
  delivered: boolean
  author: string | null
  writtenAt: Instant | null
  review: { by: string | null; at: Instant; returnedBecause: string | null } | null
  retirement: { by: string | null; at: Instant; because: string } | null
}
export type BankItemPage = {
  id: string
  state: ItemState
  drawnVersion: number | null
  mayReview: boolean
  own: boolean
  /** The newest first. */
  versions: ItemVersion[]
}
export type UploadedQuestions = {
  id: string
  state: 'ready' | 'faulty' | 'done'
  expiresAt: Instant
  counts: { rows: number; new: number; changed: number; same: number }
  unread: string[]
  issues: { row: number; heading: string | null; text: string }[]
  issueCount: number
  preview: { row: number; action: 'new' | 'changed' | 'same'; id: string; stem: string }[]
}
export type StudyCard = {
  id: string
  topic: Topic | null
  type: ItemType
  stem: string
  options: string[]
  answer: number[]
  explanation: string
  basis: string
  /** A second person has read it. */
  reviewed: boolean
}

const queryOf = (filter: Record<string, string | number | undefined>): string => {
  const pairs = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '')
  return pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')
}

export const quizBankApi = {
  list: (filter: BankFilter, page: number) =>
    api.request<BankList>('GET', `/quiz/bank/items?${queryOf({ ...filter, page })}`),
  item: (id: string) => api.request<BankItemPage>('GET', `/quiz/bank/items/${id}`),
  create: (item: QuestionWords) => api.request<BankItemPage>('POST', '/quiz/bank/items', { body: { item } }),
  change: (id: string, basedOn: number, item: QuestionWords) =>
    api.request<BankItemPage>('POST', `/quiz/bank/items/${id}/versions`, { body: { basedOn, item } }),
  review: (id: string, version: number, decision: 'accept' | 'return', reason?: string) =>
    api.request<BankItemPage>('POST', `/quiz/bank/items/${id}/review`, {
      body: { version, decision, reason },
    }),
  retire: (id: string, version: number, reason: string) =>
    api.request<BankItemPage>('POST', `/quiz/bank/items/${id}/retirement`, { body: { version, reason } }),
  workbook: (filter: BankFilter, fileName: string) =>
    api.openFile(`/quiz/bank/workbook?${queryOf(filter)}`, fileName),
  template: (fileName: string) => api.openFile('/quiz/bank/template', fileName),
  upload: (bytes: ArrayBuffer) =>
    api.request<UploadedQuestions>('POST', '/quiz/bank/imports', {
      bytes,
      bytesType: XLSX,
      timeoutMs: 60_000,
    }),
  faulty: (id: string, fileName: string) => api.openFile(`/quiz/bank/imports/${id}/workbook`, fileName),
  confirm: (id: string) =>
    api.request<UploadedQuestions>('POST', `/quiz/bank/imports/${id}/confirm`, {
      body: {},
      timeoutMs: 120_000,
    }),
  /** Everybody may learn; nobody is told who asked. */
  cards: (audience: BankAudience) =>
    api.request<{ items: StudyCard[] }>('GET', `/quiz/cards?audience=${audience}`, { public: true }),
}
