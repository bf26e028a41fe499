import type { PlaceKind } from '@dfv/rules'
import { api } from '../api'
import type { Page, PlaceHead } from '../types'

export const placesApi = {
  list: (query: { type: PlaceKind; areaCode: string; cursor?: string }) =>
    api.request<Page<PlaceHead>>('GET', '/places', { query }),
}
