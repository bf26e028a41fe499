import { api } from '../api'
import type { Instant, Page } from '../types'
import type { MarkedQuestion, QuizAttemptIn, QuizQuestion } from './quizzes'

export type ClassIn = { topic: string; className: string; pupils: number; lessonMinutes: number }
export type ClassHead = ClassIn & {
  id: string
  startedAt: Instant
  endedAt: Instant | null
  /** Papers handed in, those that do not count too. */
  answered: number
  /** null: too few to be shown, or the class goes on. */
  valid: number | null
  aware: number | null
}
export type ClassBoard = ClassHead & {
  /** null: the class has ended. */
  code: string | null
  codeUntil: Instant
  recorded: boolean
  questions: { stem: string; asked: number; correct: number }[]
}
export type ClassPaper = {
  paperId: string
  token: string
  className: string
  topic: string
  items: QuizQuestion[]
}
export type ClassAnswers = {
  counted: boolean
  notCountedReason?: 'too-fast' | 'unfinished'
  items: MarkedQuestion[]
}
type Answers = QuizAttemptIn['answers']

/** A pupil belongs to nobody: he joins and hands in without a token. */
const nameless = { public: true }

export const classesApi = {
  list: (cursor?: string) =>
    api.request<Page<ClassHead> & { school: string }>('GET', '/classes', { query: { cursor } }),
  open: (lesson: ClassIn) => api.request<ClassBoard>('POST', '/classes', { body: lesson }),
  board: (id: string) => api.request<ClassBoard>('GET', `/classes/${id}`),
  extend: (id: string) => api.request<ClassBoard>('POST', `/classes/${id}/extend`, { body: {} }),
  end: (id: string) => api.request<ClassBoard>('POST', `/classes/${id}/end`, { body: {} }),
  join: (code: string) => api.request<ClassPaper>('POST', '/class-papers', { body: { code }, ...nameless }),
  handIn: ({ paperId, token }: ClassPaper, answers: Answers) =>
    api.request<ClassAnswers>('PUT', `/class-papers/${paperId}`, { body: { token, answers }, ...nameless }),
}
