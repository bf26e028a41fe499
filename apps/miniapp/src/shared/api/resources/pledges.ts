import { api } from '../api'
import type { Instant, IsoDate } from '../types'

export type PledgeState =
  | 'to-sign'
  | 'signed-pending-seal'
  | 'sealed'
  | 'withdrawn'
  | 'superseded'
  | 'declined'
  | 'revoked'
/** Whether a time-stamping authority vouches for the time: nobody asked one, it is yet to, it does. */
export type StampState = 'absent' | 'pending' | 'present'
export type PledgeHead = {
  id: string
  title: string
  level: string
  year: number
  state: PledgeState
  dueOn: IsoDate
  areaName: string
  sealedAt?: Instant
}
export type Pledge = PledgeHead & {
  areaCode: string
  template: { id: string; version: number }
  /** The text as it is signed, line by line. */
  text: string
  textHash: string
  /** As what the print shows the characters that it has no font for. */
  printedAsNumbers?: string[]
  signer: { name: string; role: string; roleLabel: string }
  signedAt?: Instant
  /** Signed without a network: the phone's time. */
  deviceTime?: Instant
  /** Why it was declined or revoked. */
  reason?: string
  number?: string
  verifyCode?: string
  verifyUrl?: string
  timestamp?: StampState
}
export type PledgeSignatureIn = {
  /** Made on the phone: the same signature sent twice is one. */
  signatureId: string
  textHash: string
  readThrough: true
  readSeconds?: number
  deviceTime?: Instant
  /** Signed without a network at `deviceTime`, and confirmed now. */
  signedOffline?: boolean
  stroke: { width: number; height: number; lines: [number, number, number][][] }
}
export type PledgeReceipt = {
  state: 'sealing' | 'sealed'
  verifyCode: string
  verifyUrl: string
  number?: string
  sealedAt?: Instant
  timestamp: StampState
}
export type PledgeCheck = {
  valid: boolean
  state: 'valid' | 'altered' | 'superseded' | 'revoked' | 'sealing' | 'unknown'
  title?: string
  version?: number
  number?: string
  sealedAt?: Instant
  timestamp?: StampState
  stampedAt?: Instant
  stampedBy?: string
}

/** A pledge signed on paper: as good as one signed on the phone. */
export type PaperPledge = {
  id: string
  areaCode: string
  level: 'town-village' | 'village-grid' | 'village-venue'
  party?: string
  year: number
  signedOn: string
  paper: string
}

export const pledgesApi = {
  registerPaper: (paper: PaperPledge) => api.request<void>('POST', '/pledges/papers', { body: paper }),
  list: () => api.request<{ items: PledgeHead[] }>('GET', '/pledges'),
  read: (id: string) => api.request<Pledge>('GET', `/pledges/${id}`),
  sign: (id: string, signature: PledgeSignatureIn) =>
    api.request<PledgeReceipt>('PUT', `/pledges/${id}/signature`, { body: signature, timeoutMs: 30_000 }),
  decline: (id: string, reason: string) =>
    api.request<void>('PUT', `/pledges/${id}/decline`, { body: { reason } }),
  pdf: (id: string, fileName: string) => api.openFile(`/pledges/${id}/pdf`, fileName),
  /** Open to everybody who has the code; names no person. */
  check: (code: string) =>
    api.request<PledgeCheck>('GET', `/public/pledges/${encodeURIComponent(code)}`, { public: true }),
}
