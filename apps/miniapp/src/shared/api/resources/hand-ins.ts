import { api } from '../api'
import type { Instant, IsoDate, Role } from '../types'

const HAND_IN = 'application/vnd.dfv.hand-in'

export type HandInOutcome = 'received' | 'known' | 'refused' | 'later'
/** What came of a file that was taken in. */
export type TakenFile = {
  writer: { name: string; role: Role; areaCode: string }
  madeAt: Instant
  records: {
    id: string
    kind: string
    areaCode: string
    occurredOn: IsoDate
    outcome: HandInOutcome
    receiptNo?: string
    waits?: boolean
    reason?: string
  }[]
  photos: { stored: number; left: number }
}

export const handInsApi = {
  take: (bytes: ArrayBuffer) =>
    api.request<TakenFile>('POST', '/hand-ins', { bytes, bytesType: HAND_IN, timeoutMs: 120_000 }),
}
