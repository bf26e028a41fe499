import type { Payload, RecordIn, ReviewState, SetAside } from '@/shared/api'

/** 草稿 · 未发出 · 正在发 · 已收到 · 被退回 · 要合并 */
export type OutboxState = 'draft' | 'queued' | 'sending' | 'accepted' | 'returned' | 'conflict'

/** One thing the user did: a new record, or a new revision of one. Identity fields never come here. */
export type OutboxEntry = {
  /** `<record id>.<revision>`: replaying it is the same operation. */
  key: string
  recordId: string
  kind: string
  schemaVersion: number
  areaCode: string
  subjectId: string
  revision: number
  replaces?: number
  occurredOn: string
  payload: Payload
  /** What the user wrote himself and did not choose when he merged: it goes into the history. */
  setAside?: SetAside
  dutyId?: string
  deviceTime?: string
  state: OutboxState
  /** Order of making. A counter and not a time: the phone's clock may be set back. */
  sequence: number
  updatedAt: number
  attempts: number
  problem?: OutboxProblem
  receipt?: OutboxReceipt
  /** When it left the phone in a file; it is kept and sent all the same until the server says it has it. */
  handedInAt?: number
}
export type OutboxProblem = { code: string; title: string; errors: { field: string; text: string }[] }
export type OutboxReceipt = {
  receiptNo: string
  receivedAt: string
  reviewState: ReviewState
  revision: number
}

/** What a form hands over. */
export type DraftInput = Omit<RecordIn, 'identity' | 'deviceTime'> & { recordId: string }

export const UNSENT: readonly OutboxState[] = ['queued', 'sending']
export const NEEDS_USER: readonly OutboxState[] = ['returned', 'conflict']
export const entryKey = (recordId: string, revision: number) => `${recordId}.${revision}`

/**
 * What was written about a record and is not settled. A second correction beside it would be another content under the
 * same revision, so it comes first.
 */
export const unsettledOf = (entries: readonly OutboxEntry[], recordId: string): OutboxEntry | undefined =>
  entries.find((entry) => entry.recordId === recordId && entry.state !== 'accepted')
