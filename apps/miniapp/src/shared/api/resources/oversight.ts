import type { GateId, State } from '@dfv/rules'
import { api } from '../api'
import type { IsoDate } from '../types'

export type VillageChange = {
  areaCode: string
  name: string
  changes: { gate: GateId; from: State; to: State }[]
}
export type OversightWeek = {
  /** Its Monday. */
  week: IsoDate
  villages: number
  /** Of the ten standards of all villages. */
  met: number
  notMet: number
  undetermined: number
  overdue: number
  /** Some villages were computed later, from what had been received by then. */
  derived: boolean
}
export type CoverageYear = { year: number; held: number; warned: number; villages: number }
export type Oversight = {
  asOf: IsoDate
  thisWeek: VillageChange[]
  lastWeek: VillageChange[]
  weeks: OversightWeek[]
  coverage: CoverageYear[]
}

export const oversightApi = {
  of: (under?: string) => api.request<Oversight>('GET', '/oversight', { query: { under } }),
}
