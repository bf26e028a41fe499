import { api } from '../api'
import type { Colleague } from '../types'

export const colleaguesApi = {
  /** Who may be named in a record of this village. */
  list: (areaCode: string) =>
    api.request<{ items: Colleague[] }>('GET', '/colleagues', { query: { areaCode } }),
}
