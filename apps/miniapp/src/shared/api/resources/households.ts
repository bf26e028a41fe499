import { api } from '../api'
import type { IsoDate } from '../types'
import type { PledgeReceipt, PledgeSignatureIn } from './pledges'

export type HouseholdState = 'open' | 'sealing' | 'signed' | 'paper' | 'revoked'
export type Household = {
  number: number
  state: HouseholdState
  /** Of a pledge signed on paper. */
  paperOn?: IsoDate
  /** For those who may look at the original. */
  pledgeId?: string
}
/** A village's households of a year, by the numbers of its own list. */
export type Households = {
  areaCode: string
  year: number
  /** 0: not begun. */
  size: number
  /** Households as the grids count them, which the village is judged by; left out where it is the same number. */
  inGrids?: number
  signed: number
  numbers: Household[]
}
export type HouseholdSlips = { areaCode: string; year: number; slips: { number: number; code: string }[] }
/** A household's pledge with the name in it; nothing of it is stored before it is signed. */
export type HouseholdText = {
  title: string
  areaName: string
  number: number
  year: number
  name: string
  version: number
  text: string
  textHash: string
  /** As what the print shows the characters that it has no font for. */
  printedAsNumbers?: string[]
}
/** A householder by his slip, or by his number at his door. */
export type HouseholdKey = { code: string } | { areaCode: string; number: number }
type Signature = Omit<PledgeSignatureIn, 'signedOffline'>

/** A householder has no account: he reads and signs without a token. */
const nameless = { public: true }
const SIGN_MS = 30_000

export const householdsApi = {
  /** @param year left out: this year */
  show: (areaCode: string, year?: number) =>
    api.request<Households>('GET', '/households', { query: { areaCode, year } }),
  setSize: (areaCode: string, size: number) =>
    api.request<Households>('PUT', '/households', { body: { areaCode, size }, timeoutMs: 60_000 }),
  slips: (areaCode: string) =>
    api.request<HouseholdSlips>('GET', '/households/slips', { query: { areaCode } }),
  renewSlip: (areaCode: string, number: number) =>
    api.request<HouseholdSlips>('POST', '/households/slips', { body: { areaCode, number } }),
  /** Of this year or the last; `year` left out: this year. */
  registerPapers: (papers: {
    areaCode: string
    numbers: number[]
    year?: number
    signedOn: IsoDate
    paper: string
  }) => api.request<Households>('POST', '/households/papers', { body: papers }),
  removePaper: (removal: { areaCode: string; number: number; year?: number; reason: string }) =>
    api.request<Households>('POST', '/households/paper-removals', { body: removal }),
  text: (key: HouseholdKey, name: string) =>
    'code' in key
      ? api.request<HouseholdText>('POST', '/household-pledges/text', { body: { ...key, name }, ...nameless })
      : api.request<HouseholdText>('POST', '/households/door-texts', { body: { ...key, name } }),
  sign: (key: HouseholdKey, name: string, signature: Signature) =>
    'code' in key
      ? api.request<PledgeReceipt>('POST', '/household-pledges/signature', {
          body: { ...key, name, signature },
          timeoutMs: SIGN_MS,
          ...nameless,
        })
      : api.request<PledgeReceipt>('POST', '/households/door-signatures', {
          body: { ...key, name, signature },
          timeoutMs: SIGN_MS,
        }),
  /** Only the phone that signed has the id of the signature. */
  copy: (code: string, signatureId: string) =>
    api.request<ArrayBuffer>('POST', '/household-pledges/copy', {
      body: { code, signatureId },
      wantsBytes: true,
      ...nameless,
    }),
}
