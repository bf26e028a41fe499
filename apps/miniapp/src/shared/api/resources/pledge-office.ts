import { api } from '../api'
import type { IsoDate } from '../types'

export type PhoneLevel = 'town-village' | 'village-grid-worker' | 'village-venue' | 'class'
export type WordingLevel = PhoneLevel | 'village-household'
export type LevelCoverage = {
  level: PhoneLevel
  required: number
  signed: number
  overdue: number
  declined: number
  vacant: number
}
export type VillageCoverage = {
  areaCode: string
  name: string
  /** Of the village's own list; size 0: this year it has not begun. */
  /** inGrids as in `Households`. */
  households: { signed: number; size: number; inGrids?: number }
  levels: LevelCoverage[]
}
export type MissingPledge = {
  level: PhoneLevel
  areaCode: string
  /** Of the village, grid, venue or school. */
  place: string
  roleLabel: string
  /** Of an official alone. */
  officialName?: string
  state: 'to-sign' | 'not-issued' | 'vacant' | 'sealing' | 'declined' | 'revoked'
  dueOn?: IsoDate
  /** Why it was declined or revoked. */
  reason?: string
  isOverdue: boolean
}
export type Wording = { level: WordingLevel; title: string; body: string }
export type WordingVersion = Wording & {
  levelLabel: string
  version: number
  validFrom: IsoDate
  isOwn: boolean
  isInForce: boolean
}

const search = (areaCode: string, year: number) => `?areaCode=${areaCode}&year=${year}`

/** For those who ask for pledges and look after them. */
export const pledgeOfficeApi = {
  coverage: (areaCode: string, year: number) =>
    api.request<{ villages: VillageCoverage[] }>('GET', `/pledges/coverage${search(areaCode, year)}`),
  missing: (areaCode: string, year: number) =>
    api.request<{ items: MissingPledge[] }>('GET', `/pledges/missing${search(areaCode, year)}`),
  issue: (areaCode: string, year: number) =>
    api.request<{ issued: number; withdrawn: number }>('POST', '/pledges/campaigns', {
      body: { areaCode, year },
      timeoutMs: 60_000,
    }),
  remind: (areaCode: string, year: number) =>
    api.request<{ told: number; already: number }>('POST', '/pledges/reminders', {
      body: { areaCode, year },
    }),
  stuck: () => api.request<{ items: { id: string }[] }>('GET', '/pledges/stuck'),
  wordings: () => api.request<{ items: WordingVersion[] }>('GET', '/pledges/wordings'),
  preview: (draft: Wording) =>
    api.request<{ text: string; faults: { code: string; text: string }[] }>(
      'POST',
      '/pledges/wordings/preview',
      {
        body: draft,
      },
    ),
  release: (draft: Wording & { validFrom: IsoDate }) =>
    api.request<{ version: number }>('POST', '/pledges/wordings', { body: draft }),
}
