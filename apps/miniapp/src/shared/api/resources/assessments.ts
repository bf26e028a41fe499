import { api } from '../api'
import type { Attachment, IsoDate } from '../types'

type State = 'met' | 'notMet' | 'notApplicable' | 'undetermined'
export type YearState = 'open' | 'submitted' | 'returned' | 'frozen' | 'published' | 'closed'
export type YearAct =
  | 'claim'
  | 'submit'
  | 'review'
  | 'correct'
  | 'publish'
  | 'close'
  | 'appeal'
  | 'decide'
  | 'spot'

export type Calendar = {
  asOf: IsoDate
  submitBy: IsoDate
  reviewBy: IsoDate
  resultBy: IsoDate
  publicityDays: number
}
export type PaperEvidence = { title: string; number: string; keptAt: string; photos: string[] }
/** Points are in 1/100 point everywhere; null: as the system gives them. */
export type YearClaim = { item: string; points: number | null; note: string; papers: PaperEvidence[] }
export type ItemChange = { item: string; points: number; reason: string }
export type OfficialResult = { kind: 'passed' | 'failed'; on: IsoDate; document: string }

export type YearItem = {
  id: string
  title: string
  clause: { ref: string; quote: string }
  weight: number
  points: number
  state: State | 'notYet'
  how: string
  sum: string
  records: { id: string; kind: string; label: string; on: IsoDate }[]
  claim: YearClaim | null
  change: ItemChange | null
}

export type YearAppeal = {
  id: string
  raisedBy: 'village' | 'resident' | 'unit'
  receivedOn: IsoDate
  matter: string
  outcome: 'upheld' | 'rejected' | null
  reason: string | null
  document: string | null
  own: boolean
}

export type VillageYear = {
  areaCode: string
  areaName: string
  year: number
  state: YearState
  revision: number
  cycle: Calendar
  source: 'live' | 'frozen'
  points: number
  outOf: number
  isLowerBound: boolean
  verdict: State
  reached: State | null
  total: string
  standards: { id: string; title: string; state: State }[]
  items: YearItem[]
  photos: Attachment[]
  rounds: {
    round: number
    claimedPoints: number
    outcome: 'returned' | 'endorsed' | null
    reason: string | null
  }[]
  freezes: { version: number; asOf: IsoDate; snapshotHash: string; points: number; replaces: number | null }[]
  result: OfficialResult | null
  resultWaits: boolean
  publicity: { from: IsoDate; until: IsoDate } | null
  appeals: YearAppeal[]
  spotCheckId: string | null
  findings: { id: string; item: string | null; checkedOn: IsoDate; holds: boolean; finding: string }[]
  history: {
    seq: number
    kind:
      | 'submitted'
      | 'returned'
      | 'endorsed'
      | 'corrected'
      | 'published'
      | 'appealed'
      | 'decided'
      | 'closed'
    at: string
    role: string
    by: string
    reason: string | null
    document: string | null
  }[]
  can: YearAct[]
  /** His to do, had he not written himself what it is about. */
  othersOnly: YearAct[]
}

export type VillageYearLine = {
  areaCode: string
  name: string
  state: YearState
  claimedPoints: number | null
  returned: number
  freeze: { version: number; points: number; verdict: State; mark: string } | null
  result: OfficialResult | null
  resultWaits: boolean
  plaque: string
  publicityUntil: IsoDate | null
  openAppeals: number
  findings: number
}

export type SpotCheck = {
  id: string
  seed: string
  size: number
  drawn: number
  reason: string | null
  villages: { number: number; areaCode: string; name: string }[]
}

export type TownYear = {
  areaCode: string
  name: string
  cycle: (Calendar & { year: number }) | null
  villages: VillageYearLine[]
  spotChecks: SpotCheck[]
}
export type YearOverview = { year: number; years: number[]; towns: TownYear[]; canOpen: boolean }

export type YearPublicity = {
  items: { areaName: string; year: number; result: OfficialResult; from: IsoDate; until: IsoDate }[]
}

export type ExperienceReport = {
  id: string
  areaCode: string
  areaName: string
  reportedOn: IsoDate
  title: string
  summary: string
  reach: 'none' | 'town' | 'county' | 'wider'
}

const of = (code: string, year: number) => `/villages/${code}/assessments/${year}`
const post = <Body extends object>(code: string, year: number, step: string, body: Body) =>
  api.request<VillageYear>('POST', `${of(code, year)}/${step}`, { body })

export const assessmentsApi = {
  list: (year?: number) =>
    api.request<YearOverview>('GET', `/assessments${year === undefined ? '' : `?year=${year}`}`),
  open: (town: string, year: number, calendar: Calendar) =>
    api.request<YearOverview>('PUT', `/towns/${town}/assessments/${year}`, { body: calendar }),
  draw: (town: string, year: number, id: string, count: number, reason: string | undefined) =>
    api.request<YearOverview>('POST', `/towns/${town}/assessments/${year}/spot-checks/${id}`, {
      body: { count, reason },
    }),
  read: (code: string, year: number) => api.request<VillageYear>('GET', of(code, year)),
  /** Photos of papers are read with the year they belong to. */
  photos: (code: string, year: number) => {
    const at = (id: string) => `${of(code, year)}/photos/${id}`
    return {
      read: (id: string, size: 'full' | 'thumb') =>
        api.request<ArrayBuffer>('GET', at(id), { query: { size }, wantsBytes: true }),
      open: (id: string) => api.openFile(at(id), `${id.slice(-12)}.pdf`),
    }
  },
  claim: (code: string, year: number, revision: number, claims: readonly YearClaim[]) =>
    api.request<VillageYear>('PUT', `${of(code, year)}/claims`, { body: { revision, claims } }),
  act: (code: string, year: number, step: 'submission' | 'publication' | 'closing', revision: number) =>
    post(code, year, step, { revision }),
  review: (
    code: string,
    year: number,
    body: {
      revision: number
      outcome: 'returned' | 'endorsed'
      reason?: string
      changes: readonly ItemChange[]
    },
  ) => post(code, year, 'review', body),
  correct: (
    code: string,
    year: number,
    body: { revision: number; reason: string; document: string; changes: readonly ItemChange[] },
  ) => post(code, year, 'correction', body),
  appeal: (
    code: string,
    year: number,
    id: string,
    body: { raisedBy: YearAppeal['raisedBy']; receivedOn: IsoDate; matter: string },
  ) => api.request<VillageYear>('PUT', `${of(code, year)}/appeals/${id}`, { body }),
  decide: (
    code: string,
    year: number,
    id: string,
    body: { outcome: 'upheld' | 'rejected'; reason: string; document: string },
  ) => post(code, year, `appeals/${id}/decision`, body),
  find: (
    code: string,
    year: number,
    id: string,
    body: { spotCheckId: string; item: string | null; checkedOn: IsoDate; holds: boolean; finding: string },
  ) => api.request<VillageYear>('PUT', `${of(code, year)}/findings/${id}`, { body }),
  /** What villages did well; of others, what the town has taken up. */
  experiences: () => api.request<{ year: number; items: ExperienceReport[] }>('GET', '/experience-reports'),
  /** For everybody: the result while it is open to appeal. */
  publicity: (code: string) =>
    api.request<YearPublicity>('GET', `/public/villages/${code}/assessments`, { public: true }),
}
