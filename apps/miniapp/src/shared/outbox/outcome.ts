import { AccountChangedError, ApiError, type BatchResult, fieldOf, type Problem } from '@/shared/api'
import { NetworkError } from '@/shared/platform'
import type { OutboxEntry, OutboxProblem } from './types'

const problemFrom = (problem: Problem | undefined, status: number): OutboxProblem => ({
  code: problem?.code ?? `HTTP_${status}`,
  title: problem?.title ?? '',
  errors: (problem?.errors ?? []).map((error) => ({ field: fieldOf(error), text: error.text })),
})

/** What the server's answer about one record makes of its entry. */
export function settle(entry: OutboxEntry, result: BatchResult | undefined): OutboxEntry {
  if (!result) return { ...entry, state: 'queued' }
  const { status, record, problem } = result
  if (status === 200 || status === 201) {
    const { problem: _, ...rest } = entry
    return {
      ...rest,
      state: 'accepted',
      ...(record && {
        receipt: {
          receiptNo: record.receiptNo,
          receivedAt: record.receivedAt,
          reviewState: record.reviewState,
          revision: record.revision,
        },
      }),
    }
  }
  if (status === 409) return { ...entry, state: 'conflict', problem: problemFrom(problem, status) }
  // Not this record's fault: it waits its turn again.
  if (status === 401 || status === 408 || status === 429 || status >= 500)
    return { ...entry, state: 'queued' }
  return { ...entry, state: 'returned', problem: problemFrom(problem, status) }
}

export type SendFailure =
  /** Try again later by itself. */
  | { action: 'retry'; slow: boolean }
  /** Nothing goes out until the user has signed in again. */
  | { action: 'wait-for-sign-in' }
  /** This namespace must not send now. */
  | { action: 'stop' }
  /** The batch was refused as a whole: smaller batches find the culprit, a batch of one is the culprit. */
  | { action: 'split'; problem: OutboxProblem }

export function failureOf(error: unknown): SendFailure {
  if (error instanceof AccountChangedError) return { action: 'stop' }
  if (error instanceof NetworkError) return { action: 'retry', slow: false }
  if (!(error instanceof ApiError)) return { action: 'retry', slow: true }
  if (error.status === 401) return { action: 'wait-for-sign-in' }
  // The role has ended: its records are no worse for it, and go on in the role that follows.
  if (error.code === 'APPOINTMENT_NOT_YOURS') return { action: 'stop' }
  if (error.status === 429) return { action: 'retry', slow: true }
  if (error.status === 408 || error.status >= 500) return { action: 'retry', slow: false }
  return { action: 'split', problem: problemFrom(error.problem, error.status) }
}
