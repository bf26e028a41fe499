import type { Onboarding } from '@dfv/rules'
import { api } from '../api'
import type { IsoDate } from '../types'

/** How far a village has come since it began. `startOn` null: no day has been set. */
export type Beginning = Omit<Onboarding, 'startOn'> & {
  name: string
  startOn: IsoDate | null
  canSetStart: boolean
}

export const beginningsApi = {
  read: (areaCode: string) => api.request<Beginning>('GET', `/villages/${areaCode}/onboarding`),
  setStart: (areaCode: string, startOn: IsoDate) =>
    api.request<Beginning>('PUT', `/villages/${areaCode}/start`, { body: { startOn } }),
}
