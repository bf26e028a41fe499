import { api } from '../api'
import type { Instant, IsoDate } from '../types'
import type { QuizAttempt, QuizAttemptIn, QuizQuestion } from './quizzes'

type Answer = 'yes' | 'no' | 'none' | null

export type StaffMember = {
  id: string
  number: number
  maskedName: string
  since: IsoDate
  /** This year; how he answered is not told. */
  answered: boolean
  quizCode: string
}
export type OwnVenue = {
  id: string
  code: string
  name: string
  areaCode: string
  areaName: string
  year: number
  pledgedOn: IsoDate | null
  headcount: number | null
  problems: { id: string; text: string; foundOn: IsoDate; fixBy: IsoDate; reportedOn: IsoDate | null }[]
  inspections: {
    id: string
    on: IsoDate
    signs: Answer
    cameras: Answer
    staff: Answer
    rooms: Answer
    findings: string
  }[]
  staff: StaffMember[]
}
export type StaffPaper = {
  paperId: string
  token: string
  issuedAt: Instant
  venueName: string
  items: QuizQuestion[]
}

/** That somebody passed; the score stands nowhere. */
export type StaffCertificate = {
  number: string
  name: string
  venueName: string
  areaName: string
  passedOn: IsoDate
  /** Of 100, on that day. */
  passMark: number
}

/** Staff have no account: they draw and hand in without a token. */
const nameless = { public: true }

export const ownVenueApi = {
  read: () => api.request<OwnVenue>('GET', '/own-venue'),
  addStaff: (id: string, name: string) =>
    api.request<OwnVenue>('POST', '/own-venue/staff', { body: { id, name } }),
  staffLeft: (id: string) => api.request<OwnVenue>('POST', `/own-venue/staff/${id}/leave`, { body: {} }),
  reveal: (id: string) =>
    api.request<{ name: string }>('POST', `/own-venue/staff/${id}/reveal`, { body: {} }),
  draw: (code: string) => api.request<StaffPaper>('POST', '/staff-papers', { body: { code }, ...nameless }),
  handIn: (attemptId: string, attempt: QuizAttemptIn) =>
    api.request<QuizAttempt>('PUT', `/staff-papers/${attemptId}`, { body: attempt, ...nameless }),
  certificate: (attemptId: string, token: string) =>
    api.request<StaffCertificate>('POST', `/staff-papers/${attemptId}/certificate`, {
      body: { token },
      ...nameless,
    }),
  certificateFile: (attemptId: string, token: string, fileName: string) =>
    api.openFile(`/staff-papers/${attemptId}/certificate`, fileName, {
      headers: { 'X-Paper': token },
      ...nameless,
    }),
}
